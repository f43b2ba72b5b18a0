import type { DateTimepicker } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { firstName } from '../../people/person.ts'
import { actions, context, escape, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { input, modal } from '../../slack/inputs.ts'
import type { Message, View } from '../../slack/message.ts'
import { referenceText } from '../reference.ts'
import { memberOf, type Place, type Talk, talkIn } from '../scene.ts'
import { calendarButtons, dateButton, footer, message, partnerList } from './parts.ts'

/** The form for a day and time; Slack shows and reads it in the reader's own zone. */
export function dateView(copy: Copy, { scene, cycle, person }: Place, slots: readonly Date[]): View {
  const words = copy.cycle.date
  const talk = talkIn(scene, cycle.on)
  const when = (at: Date) => copy.general.time(at, person.tz)
  const initial = talk?.at ?? slots[0]
  const picker: DateTimepicker = {
    type: 'datetimepicker',
    action_id: 'value',
    ...(initial && { initial_date_time: initial.getTime() / 1000 }),
  }
  return modal({
    id: VIEW.date,
    title: talk ? words.moveTitle : words.title,
    submit: words.save,
    close: copy.general.cancel,
    metadata: referenceText(scene.pair.id, cycle.on),
    blocks: [
      ...(talk ? [section(words.stands(when(talk.at)))] : []),
      ...(slots.length > 0 ? [section(words.slots(slots.map(when)))] : []),
      input('talk_at', words.label, picker),
      context(words.tells(partnerList(scene, person.id))),
    ],
  })
}

/** What the form turns into: the date in one's own calendar with one click. */
export function dateSavedView(copy: Copy, { scene, cycle, person }: Place, at: Date, isNew: boolean): View {
  const words = copy.cycle.date
  const when = copy.general.time(at, person.tz)
  return modal({
    id: VIEW.notice,
    title: words.savedTitle,
    close: copy.general.close,
    blocks: [
      section(isNew ? words.saved(partnerList(scene, person.id), when) : words.unchanged(when)),
      actions(calendarButtons(copy, scene, cycle, person.id, at)),
    ],
  })
}

/** What the partner reads when a date is set or moved. */
export function dateMessage(copy: Copy, { scene, cycle, person }: Place, talk: Talk): Message {
  const words = copy.cycle.date
  const name = escape(firstName(memberOf(scene, talk.setBy)?.name ?? ''))
  const when = copy.general.time(talk.at, person.tz)
  return message(words.notice(name, when), [
    section(`${talk.moves > 0 ? words.moved(name, when) : words.set(name, when)} ${words.fits}`),
    actions([
      ...calendarButtons(copy, scene, cycle, person.id, talk.at),
      dateButton(copy, scene, cycle.on, words.move),
    ]),
    ...footer(copy, scene.lead),
  ])
}
