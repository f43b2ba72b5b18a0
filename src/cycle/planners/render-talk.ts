import type { DueRow, Rendered, RenderDeps } from '../../delivery/delivery.ts'
import { findTopic } from '../../program/curricula/curricula.ts'
import { markAsked } from '../check-in-store.ts'
import { keyOf } from '../answer-check-in.ts'
import { listenFirstTopic } from '../listen-first.ts'
import { type Place, talkIn } from '../scene.ts'
import { suggestSlots } from '../slots.ts'
import { checkInMessage } from '../views/check-in.ts'
import { dateMessage } from '../views/date.ts'
import { promptMessage } from '../views/prompt.ts'
import { reminderMessage } from '../views/reminder.ts'
import { placeOfRow, SKIP, toPerson, versionOfRow } from './place-of-row.ts'

export async function renderPrompt(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const place = await placeOfRow(deps, row)
  if ('skip' in place) return place
  const topic = findTopic(place.cycle.topicKey ?? '')
  if (!topic) return { skip: SKIP.other }
  const { scene, cycle, person } = place
  return toPerson(scene, person.id, promptMessage(deps.copy, scene, cycle, topic, person.id))
}

/** A date the partner set; skipped where it was moved again or lies behind. */
export async function renderDate(deps: RenderDeps, row: DueRow, now: Date): Promise<Rendered> {
  const place = await placeOfRow(deps, row)
  if ('skip' in place) return place
  const talk = talkIn(place.scene, row.cycleOn)
  if (talk?.moves !== versionOfRow(row)) return { skip: SKIP.overtaken }
  if (talk.at <= now) return { skip: SKIP.late }
  return toPerson(place.scene, place.person.id, dateMessage(deps.copy, place, talk))
}

/** A reminder brings two times; one that an outage held up for days would bring none. */
const LATEST_MS = 3 * 86_400_000
const SLOTS_IN_REMINDER = 2

export async function renderReminder(deps: RenderDeps, row: DueRow, now: Date): Promise<Rendered> {
  const place = await placeOfRow(deps, row)
  if ('skip' in place) return place
  const talk = talkIn(place.scene, row.cycleOn)
  const reminds = place.scene.program.wantsReminders
  const listenFirst = listenFirstTopic(place)
  if (talk ? talk.at <= now : now.getTime() > row.dueAt.getTime() + LATEST_MS) return { skip: SKIP.late }
  if (!reminds && !(talk && listenFirst)) return { skip: SKIP.notWanted }
  const slots = talk ? [] : slotsFor(place, now)
  const message = reminderMessage(deps.copy, place, { talk, slots, listenFirst, reminds })
  return toPerson(place.scene, place.person.id, message)
}

/** The reader first: the times are whole or half hours of their day. */
const slotsFor = ({ scene, person }: Place, now: Date): readonly Date[] =>
  suggestSlots(
    [person, ...scene.people.filter((one) => one.id !== person.id)],
    now,
    scene.program.holidays,
    SLOTS_IN_REMINDER,
  )

/** Asking is written down as it happens: who stays silent was asked as well. */
export async function renderCheckIn(deps: RenderDeps, row: DueRow, now: Date): Promise<Rendered> {
  const place = await placeOfRow(deps, row)
  if ('skip' in place) return place
  const checkIn = await markAsked(deps.db, keyOf(place), now)
  if (checkIn.hasMet !== null) return { skip: SKIP.answered }
  return toPerson(place.scene, place.person.id, checkInMessage(deps.copy, { ...place, checkIn }))
}
