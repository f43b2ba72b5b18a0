import { addWorkingDays, atLocal, localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import type { Round } from './round.ts'

/** What follows when a round waits for its lead, in working days after it should have been published. */
const REMIND_AFTER = [2, 5, 10] as const
const LATE_AFTER = 5
const MORNING = '09:00'

export interface LateStep {
  readonly at: Date
  /** the program's day, YYYY-MM-DD */
  readonly on: string
  /** whether those who wait are told too */
  readonly isNews: boolean
  /** when the leads are reminded again; null: not any more */
  readonly againOn: string | null
}

/** The steps of one round, earliest first. People were told a date only where the round was due on it. */
export function lateSteps(program: Program, round: Round): LateStep[] {
  const proposedOn = localDate(round.proposedAt, program.tz)
  const dueOn =
    program.nextRoundOn !== null && program.nextRoundOn <= proposedOn && !round.isSmall ? program.nextRoundOn : null
  const days = REMIND_AFTER.map((n) => ({ n, on: addWorkingDays(dueOn ?? proposedOn, n, program.holidays) }))
  return days.map(({ n, on }, i) => ({
    at: atLocal(on, MORNING, program.tz),
    on,
    isNews: n === LATE_AFTER && dueOn !== null,
    againOn: days[i + 1]?.on ?? null,
  }))
}
