import type { Copy } from '../../copy/copy.ts'
import { findTopic } from '../../program/curricula/curricula.ts'
import { button, clip, context, escape } from '../../slack/blocks.ts'
import { ACTION, member } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import { calendarLinks } from '../calendar-links.ts'
import type { PairCycle } from '../pair-cycle.ts'
import { referenceText } from '../reference.ts'
import { firstNames, partnersOf, type Scene } from '../scene.ts'

type Blocks = Message['blocks']

/** A message with its notification line, which Slack shows up to 90 characters of. */
export const message = (notice: string, blocks: Blocks): Message => ({ text: clip(notice, 90), blocks })

/** First names of the others, harmless inside mrkdwn. */
export const partnerList = (scene: Scene, personId: string): string[] =>
  firstNames(partnersOf(scene, personId)).map(escape)

/** "Luis" or "Luis and Ana". */
export const partnerNames = (copy: Copy, scene: Scene, personId: string): string =>
  copy.general.list(partnerList(scene, personId))

/** "Questions: Dana.", below each message; nothing where nobody leads any more. */
export const footer = (copy: Copy, lead: string | null) =>
  lead === null ? [] : [context(escape(copy.general.questionsTo(lead)))]

/** What the cycle's talk is about, inside a sentence. */
export function subjectOf(copy: Copy, cycle: PairCycle): string {
  const topic = cycle.topicKey === null ? undefined : findTopic(cycle.topicKey)
  return topic ? `"${topic.title}"` : copy.cycle.date.firstTalk
}

export const dateButton = (copy: Copy, scene: Scene, cycleOn: string, text = copy.cycle.prompt.date) =>
  button(ACTION.dateOpen, text, referenceText(scene.pair.id, cycleOn))

/** Buttons that open the reader's own calendar with the talk filled in. */
export function calendarButtons(copy: Copy, scene: Scene, cycle: PairCycle, personId: string, at: Date) {
  const partners = copy.general.list(firstNames(partnersOf(scene, personId)))
  const links = calendarLinks({ title: copy.cycle.date.entry(partners, subjectOf(copy, cycle)), at })
  const link = (which: 'google' | 'outlook', text: string) =>
    button(member(ACTION.calendarOpen, which), text, which, { url: links[which] })
  return [link('google', copy.cycle.date.google), link('outlook', copy.cycle.date.outlook)]
}
