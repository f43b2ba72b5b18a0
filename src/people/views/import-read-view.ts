import { type Copy, refusalText } from '../../copy/copy.ts'
import type { Result } from '../../copy/refusal.ts'
import { actions, button, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'
import type { ImportStep } from '../prepare-import.ts'
import { faultSections } from './faults-view.ts'

const MAX_SHOWN = 20

/** Word of a list that took long to read. */
export function importReadMessage(copy: Copy, importId: number, step: Result<ImportStep>): Message {
  const words = copy.peopleList
  if (!step.ok) return plainMessage(refusalText(copy, step.refusal))
  const show = actions([button(ACTION.peopleShow, words.show, String(importId))])
  const { value } = step
  switch (value.is) {
    case 'faulty': {
      const more = value.faults.length - MAX_SHOWN
      return {
        text: words.readLine,
        blocks: [
          section(words.readFaulty),
          ...faultSections(copy, value.faults.slice(0, MAX_SHOWN), more > 0 ? [words.more(more)] : []),
          show,
        ],
      }
    }
    case 'ready': {
      const { added, changed } = value.difference
      return { text: words.readLine, blocks: [section(words.readReady(added.length + changed.length)), show] }
    }
    case 'unnamed':
    case 'unordered':
      return { text: words.readLine, blocks: [section(words.readUnclear), show] }
    default:
      return value satisfies never
  }
}
