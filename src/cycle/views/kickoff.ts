import type { Copy } from '../../copy/copy.ts'
import { seenBy } from '../../copy/copy.ts'
import { actions, button, escape, eye, numbered, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import type { PairCycle } from '../pair-cycle.ts'
import { referenceText } from '../reference.ts'
import type { Scene } from '../scene.ts'
import { dateButton, footer, message, partnerNames } from './parts.ts'

/** The first prompt, to each alone: who the partner is and why, and what the first talk is for. */
export function kickoffMessage(copy: Copy, scene: Scene, cycle: PairCycle, personId: string, reason: string): Message {
  const words = copy.cycle.kickoff
  const partners = partnerNames(copy, scene, personId)
  const many = scene.people.length > 2
  return message(words.notice(partners, many), [
    section(`${words.partner(partners, many, escape(reason))}\n${words.job}`),
    numbered(words.points),
    section(`${words.write} ${words.conduct}`),
    actions([
      button(ACTION.agreementOpen, copy.cycle.agreement.open, referenceText(scene.pair.id, cycle.on)),
      dateButton(copy, scene, cycle.on),
    ]),
    eye(seenBy(copy, 'agreement')),
    ...footer(copy, scene.lead),
  ])
}
