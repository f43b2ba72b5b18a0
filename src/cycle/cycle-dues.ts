import type { Due } from '../delivery/delivery.ts'
import { addDays, addWorkingDays, atLocal, localDate, workingDayOnOrAfter } from '../delivery/working-time.ts'
import { checkInDay, reminderDay } from './cadence.ts'
import type { PairCycle } from './pair-cycle.ts'
import type { Scene, ScenePerson } from './scene.ts'

/** Local time at which whatever has a day of its own is due. */
export const MORNING = '09:00'
/** working days of the next cycle during which a late check-in is still sent; well before the next one */
const LATE_CHECK_IN_DAYS = 4
/** working days between a late prompt (after an outage) and the check-in that asks about it */
const LEAST_TO_ANSWER = 3

/**
 * What each person of a pair gets in one cycle: the prompt (in the first cycle the kickoff), one reminder, the
 * check-in. The reminder and the check-in are planned for a cycle without a date; setting one moves them.
 */
export const duesOfCycle = (scene: Scene, cycle: PairCycle, now: Date): Due[] =>
  scene.people.flatMap((person) => {
    const reminder = reminderAt(scene, cycle, person, null)
    return [
      due(scene, cycle, person, cycle.topicKey === null ? 'kickoff' : 'prompt', promptAt(scene, cycle, person)),
      ...(reminder !== null && reminder > now && scene.program.wantsReminders
        ? [due(scene, cycle, person, 'reminder', reminder)]
        : []),
      due(scene, cycle, person, 'check_in', checkInAt(scene, cycle, person, null, now)),
    ]
  })

/** 09:00 of the reader on the first working day of the cycle. */
const promptAt = (scene: Scene, cycle: PairCycle, person: ScenePerson): Date =>
  atLocal(workingDayOnOrAfter(cycle.on, scene.program.holidays), MORNING, person.tz)

/** 09:00 of the reader on the working day before the talk, else in the middle of the cycle; null where that is too short. */
export function reminderAt(scene: Scene, cycle: PairCycle, person: ScenePerson, talkAt: Date | null): Date | null {
  const day = reminderDay(cycle, talkAt && localDate(talkAt, person.tz), scene.program.holidays)
  return day === null ? null : atLocal(day, MORNING, person.tz)
}

/** 09:00 of the reader on the working day after the talk, else near the end of the cycle; never right behind a late prompt. */
export function checkInAt(scene: Scene, cycle: PairCycle, person: ScenePerson, talkAt: Date | null, now: Date): Date {
  const { holidays } = scene.program
  const day = checkInDay(cycle, talkAt && localDate(talkAt, person.tz), holidays)
  const at = atLocal(day, MORNING, person.tz)
  if (at > now || talkAt !== null) return at
  return atLocal(addWorkingDays(localDate(now, person.tz), LEAST_TO_ANSWER, holidays), MORNING, person.tz)
}

/** One row of a cycle, with the last day on which it still makes sense. */
export const due = (
  scene: Scene,
  cycle: PairCycle,
  person: ScenePerson,
  kind: 'kickoff' | 'prompt' | 'reminder' | 'check_in',
  dueAt: Date,
): Due => ({
  workspaceId: scene.workspaceId,
  kind,
  subject: String(scene.pair.id),
  cycleOn: cycle.on,
  recipient: person.id,
  dueAt,
  expiresOn:
    kind === 'check_in' && !cycle.isLast
      ? addWorkingDays(cycle.endsOn, LATE_CHECK_IN_DAYS, scene.program.holidays)
      : addDays(cycle.endsOn, -1),
})
