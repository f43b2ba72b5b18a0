import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import type { Due } from '../delivery/delivery.ts'
import { enqueue } from '../delivery/store.ts'
import { addMonths, localDate } from '../delivery/working-time.ts'
import { kickOff } from './begin-pairs.ts'
import { checkInAt, due, reminderAt } from './cycle-dues.ts'
import { saveTalkDate } from './date-store.ts'
import { moveDues } from './due-store.ts'
import { type Asked, findPlace, findPlaceOfPair, isOver } from './find-cycle.ts'
import { guideIn, isSeniorLearner } from './roles.ts'
import { memberOf, partnersOf, type Place, type Scene } from './scene.ts'

/** months ahead that a date may lie where a program has no end yet */
const FURTHEST_MONTHS = 12

export interface DateSet extends Place {
  /** false where that date stood already */
  readonly isNew: boolean
  readonly at: Date
}

/**
 * Sets or moves the date of a cycle's talk, by either partner. The others get it, the reminder and the check-in that
 * are not out yet move with it. Before the kickoff is planned (from the introduction's button) it is planned here.
 */
export async function setDate(
  deps: Deps,
  input: Asked & { readonly at: Date | null },
  now: Date,
): Promise<Result<DateSet>> {
  const result = await deps.db.transaction().execute(async (trx): Promise<Result<DateSet>> => {
    const place = await placeOfDate(trx, input, now)
    if (!place.ok) return place
    const { scene, cycle } = place.value
    if (isOver(place.value, now)) return refuse('message_out_of_date')
    if (input.at === null || Number.isNaN(input.at.getTime()) || input.at <= now) {
      return refuse('date_past', {}, 'talk_at')
    }
    const last = lastDay(scene, now)
    if (localDate(input.at, scene.program.tz) >= last) return refuse('date_far', { day: last }, 'talk_at')
    const moves = await saveTalkDate(trx, { ...input, cycleOn: cycle.on, at: input.at, setBy: input.personId }, now)
    if (moves === undefined) return done({ ...place.value, at: input.at, isNew: false })
    await tellAndMove(trx, place.value, input.at, moves, now)
    return done({ ...place.value, at: input.at, isNew: true })
  })
  if (result.ok && result.value.isNew) deps.wake('sender')
  return result
}

/** The first day too late for a talk of that pair: the program's end. */
const lastDay = ({ program }: Scene, now: Date): string =>
  program.endsOn ?? addMonths(localDate(now, program.tz), FURTHEST_MONTHS)

async function placeOfDate(trx: Db, asked: Asked, now: Date): Promise<Result<Place>> {
  const found = await findPlaceOfPair(trx, asked)
  if (!found.ok) return found
  const { scene } = found.value
  if (scene.pair.kickoffOn === null) {
    const calendar = { ...scene.program, cycles: scene.cycles }
    await kickOff(trx, asked.workspaceId, calendar, [{ pairId: asked.pairId, sentAt: now }], now)
  }
  return findPlace(trx, asked, now)
}

async function tellAndMove(trx: Db, place: Place, at: Date, moves: number, now: Date): Promise<void> {
  const { scene, cycle, person } = place
  const moved = dated(place, at, now)
  await enqueue(
    trx,
    [
      ...moved,
      ...partnersOf(scene, person.id).map((partner) => ({
        workspaceId: scene.workspaceId,
        kind: 'date',
        // each move is a message of its own; one that a later move overtook is not sent
        subject: `${scene.pair.id}:${moves}`,
        cycleOn: cycle.on,
        recipient: partner.id,
        dueAt: now,
      })),
    ],
    now,
  )
  await moveDues(trx, moved)
}

/** Reminder and check-in of a cycle with a date. */
function dated({ scene, cycle }: Place, at: Date, now: Date): Due[] {
  const guide = memberOf(scene, guideIn(scene.pair.members, scene.program.kind, cycle) ?? '')
  return scene.people.flatMap((person) => {
    const listensFirst = isSeniorLearner(scene.program.kind, guide, person)
    const reminder = reminderAt(scene, cycle, person, at)
    // who set a date for tomorrow needs no reminder of it today; who listens first still gets the card
    const remindAt = reminder === null || reminder > now ? reminder : listensFirst ? now : null
    return [
      ...(remindAt !== null && (scene.program.wantsReminders || listensFirst)
        ? [due(scene, cycle, person, 'reminder', remindAt)]
        : []),
      due(scene, cycle, person, 'check_in', checkInAt(scene, cycle, person, at, now)),
    ]
  })
}
