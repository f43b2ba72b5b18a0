import type { KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, context, escape, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import type { PeopleCounts } from '../fact-store.ts'
import type { Focus } from '../focus.ts'

/** `/mentor people`: how many, what is not known of them, and the list. @param waiting who waits in that program */
export function peopleMessage(
  { peopleList, personForm }: Copy,
  counts: PeopleCounts,
  focus: Focus | null,
  waiting: readonly KnownBlock[] = [],
): Message {
  const heading = headingOf(peopleList, counts, focus)
  return {
    text: clip(heading, 90),
    blocks: [
      section(`*${escape(heading)}*\n${peopleList.unknown(counts.withoutLevel, counts.withoutManager)}`),
      actions([
        button(ACTION.peopleExport, peopleList.download, 'list'),
        button(ACTION.peopleImportOpen, peopleList.import, 'list'),
        ...(focus?.stage === 'open' && focus.among !== null
          ? [button(ACTION.peopleInvite, peopleList.invite, String(focus.programId))]
          : []),
      ]),
      context(peopleList.why, personForm.howTo),
      ...waiting,
    ],
  }
}

function headingOf(words: Copy['peopleList'], { people }: PeopleCounts, focus: Focus | null): string {
  if (!focus) return words.heading(people)
  return focus.among === null ? words.headingPrivate(focus.name) : words.headingProgram[focus.stage](focus.name, people)
}
