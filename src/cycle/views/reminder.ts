import type { Copy } from '../../copy/copy.ts'
import type { Topic } from '../../program/curricula/curriculum.ts'
import { actions, escape, numbered, section } from '../../slack/blocks.ts'
import type { Message } from '../../slack/message.ts'
import type { Place, Talk } from '../scene.ts'
import { dateButton, footer, message, partnerList, partnerNames, subjectOf } from './parts.ts'

/** What a reminder brings: the date, or two possible times; and for a senior learner the listen-first card. */
export interface Reminder {
  readonly talk: Talk | undefined
  readonly slots: readonly Date[]
  /** the topic whose card comes along */
  readonly listenFirst: Topic | undefined
  /** false where the program sends no reminders: then only the card */
  readonly reminds: boolean
}

export function reminderMessage(copy: Copy, place: Place, reminder: Reminder): Message {
  const { scene, cycle } = place
  const card = reminder.listenFirst ? listenFirstBlocks(copy, reminder.listenFirst) : []
  if (!reminder.reminds) {
    return message(copy.cycle.reminder.noticeListen, [...card, ...footer(copy, scene.lead)])
  }
  const { notice, text } = reminder.talk ? dated(copy, place, reminder.talk) : open(copy, place, reminder.slots)
  const press = dateButton(copy, scene, cycle.on, reminder.talk ? copy.cycle.date.move : copy.cycle.prompt.date)
  return message(notice, [section(text), ...card, actions([press]), ...footer(copy, scene.lead)])
}

function dated(copy: Copy, { scene, cycle, person }: Place, talk: Talk) {
  const partners = partnerNames(copy, scene, person.id)
  const when = copy.general.time(talk.at, person.tz)
  return {
    notice: copy.cycle.reminder.noticeDated(partners, when),
    text: copy.cycle.reminder.dated(partnerList(scene, person.id), when, escape(subjectOf(copy, cycle))),
  }
}

function open(copy: Copy, { scene, cycle, person }: Place, slots: readonly Date[]) {
  const words = copy.cycle.reminder
  const partners = partnerNames(copy, scene, person.id)
  const subject = escape(subjectOf(copy, cycle))
  const times = slots.map((at) => copy.general.time(at, person.tz))
  return {
    notice: words.noticeOpen(partners),
    text: times.length > 0 ? words.open(partners, subject, times) : words.openWithout(partners, subject),
  }
}

const listenFirstBlocks = (copy: Copy, topic: Topic): Message['blocks'] => [
  section(`*${copy.cycle.reminder.listenFirst}*\n${escape(topic.listenFirst.card)}`),
  section(`*${copy.cycle.reminder.questions}*`),
  numbered(topic.listenFirst.questions),
]
