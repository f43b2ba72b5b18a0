import { addDays, addMonths, addWorkingDays, workingDayOnOrAfter } from '../delivery/working-time.ts'
import { KICKOFF_WORKING_DAYS } from '../program/first-topic.ts'

/** One period of a program: its topic, from its first day to the day before the next. Dates are YYYY-MM-DD. */
export interface ProgramCycle {
  readonly startsOn: string
  /** the first day of the next one */
  readonly endsOn: string
  /** from 1 */
  readonly number: number
  readonly topicKey: string
}

/** working days before the end on which those without a date are asked */
const CHECK_IN_BEFORE_END = 5
/** working days that a short cycle leaves before it asks */
const LEAST_BEFORE_CHECK_IN = 3
/** calendar days under which a cycle has no middle worth a reminder */
const LEAST_FOR_REMINDER = 14
const MONTHS_A_QUARTER = 3

/**
 * The cycles of a program, one a topic, each counted from the first so that a 31st never drifts to the 28th.
 * @param endsOn  the day the lead chose to end, if any: what begins on it or later is left out, and whatever topic the
 * last one would have had, it looks back
 */
export function planCycles(program: {
  readonly firstOn: string
  readonly cadence: number
  readonly endsOn: string | null
  /** the look back last */
  readonly topicKeys: readonly string[]
}): ProgramCycle[] {
  const { firstOn, cadence, endsOn, topicKeys } = program
  const starts = topicKeys.map((_, i) => addMonths(firstOn, i * cadence)).filter((on) => endsOn === null || on < endsOn)
  return starts.map((startsOn, i) => {
    const isLast = i === starts.length - 1
    const next = addMonths(firstOn, (i + 1) * cadence)
    return {
      startsOn,
      endsOn: isLast && endsOn !== null && endsOn < next ? endsOn : next,
      number: i + 1,
      topicKey: (isLast ? topicKeys.at(-1) : topicKeys[i]) ?? '',
    }
  })
}

/** The day of a cycle's prompt: its first working day. */
export const promptDay = (startsOn: string, holidays: readonly string[]): string =>
  workingDayOnOrAfter(startsOn, holidays)

/** The day of the kickoff: the working day after the introduction, or today where that is past (after an outage). */
export function kickoffDay(introducedOn: string, today: string, holidays: readonly string[]): string {
  const planned = addWorkingDays(introducedOn, 1, holidays)
  return planned >= today ? planned : workingDayOnOrAfter(today, holidays)
}

/** The first program cycle that begins 5 working days or more after the kickoff; null where none is left. */
export function firstCycleAfter(
  kickoffOn: string,
  cycles: readonly ProgramCycle[],
  holidays: readonly string[],
): ProgramCycle | null {
  const earliest = addWorkingDays(kickoffOn, KICKOFF_WORKING_DAYS, holidays)
  return cycles.find((cycle) => promptDay(cycle.startsOn, holidays) >= earliest) ?? null
}

/** Whether a quarter of a year ends within cycle `number`: the first with 3 months, 6 months ... behind it. */
export const endsQuarter = (number: number, cadence: number): boolean =>
  Math.floor((number * cadence) / MONTHS_A_QUARTER) > Math.floor(((number - 1) * cadence) / MONTHS_A_QUARTER)

interface Span {
  readonly on: string
  /** the first day after it */
  readonly endsOn: string
  readonly isLast: boolean
}

/**
 * The day of the check-in: the working day after the talk; without a date, or with one beyond the cycle, near its end.
 * The last cycle asks before it is over.
 */
export function checkInDay(cycle: Span, talkOn: string | null, holidays: readonly string[]): string {
  const lastDay = addWorkingDays(cycle.endsOn, -1, holidays)
  if (talkOn !== null && talkOn < cycle.endsOn) {
    const after = addWorkingDays(talkOn, 1, holidays)
    return cycle.isLast && after > lastDay ? lastDay : after
  }
  const nearEnd = addWorkingDays(cycle.endsOn, -CHECK_IN_BEFORE_END, holidays)
  const leastLater = addWorkingDays(cycle.on, LEAST_BEFORE_CHECK_IN, holidays)
  return nearEnd >= leastLater ? nearEnd : leastLater < cycle.endsOn ? leastLater : lastDay
}

/** The day of the reminder: the working day before the talk, else the middle of the cycle; null where that is too short. */
export function reminderDay(cycle: Span, talkOn: string | null, holidays: readonly string[]): string | null {
  if (talkOn !== null) return addWorkingDays(talkOn, -1, holidays)
  const days = daysBetween(cycle.on, cycle.endsOn)
  if (days < LEAST_FOR_REMINDER) return null
  return workingDayOnOrAfter(addDays(cycle.on, Math.floor(days / 2)), holidays)
}

const DAY_MS = 86_400_000

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
