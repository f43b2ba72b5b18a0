import type { Copy } from '../../copy/copy.ts'
import { firstName } from '../../people/person.ts'
import type { Topic } from '../../program/curricula/curriculum.ts'
import { actions, button, escape, header, numbered, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import type { PairCycle } from '../pair-cycle.ts'
import { referenceText } from '../reference.ts'
import { guideIn } from '../roles.ts'
import { firstNames, memberOf, partnersOf, type Scene } from '../scene.ts'
import { dateButton, footer, message, partnerNames } from './parts.ts'

/** The month's topic as that reader gets it: to lead the talk, or to help who leads it. */
export function promptMessage(copy: Copy, scene: Scene, cycle: PairCycle, topic: Topic, personId: string): Message {
  const words = copy.cycle.prompt
  const month = copy.general.monthName(cycle.on)
  const guide = memberOf(scene, guideIn(scene.pair.members, scene.program.kind, cycle) ?? '')
  const leads = guide?.id === personId || !guide ? undefined : escape(firstName(guide.name))
  const others = firstNames(partnersOf(scene, personId).filter((one) => one.id !== guide?.id)).map(escape)
  const role = leads === undefined ? words.youGuide(others) : words.youLearn(leads, others)
  return message(words.notice(month, topic.title, role), [
    header(words.heading(month, topic.title)),
    section(`*${role}.* ${escape(topic.why)}`),
    section(`*${leads === undefined ? words.questionsOfGuide : words.questionsOfLearner(leads)}*`),
    numbered(topic.questions),
    section(escape(leads === undefined ? topic.leadTheTalk : topic.helpsAGuide)),
    actions([
      dateButton(copy, scene, cycle.on),
      button(ACTION.topicOther, words.other, referenceText(scene.pair.id, cycle.on)),
    ]),
    ...footer(copy, scene.lead),
  ])
}

/** Three other subjects to bring up in person: an answer to one reader that changes nothing. */
export const otherTopicsMessage = (copy: Copy, scene: Scene, personId: string, others: readonly Topic[]): Message =>
  message(copy.cycle.prompt.othersTitle, [
    section(copy.cycle.prompt.others(partnerNames(copy, scene, personId))),
    ...others.map((topic) => section(`*${escape(topic.title)}*\n${escape(topic.questions[0] ?? topic.why)}`)),
  ])
