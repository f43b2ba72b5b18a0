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
  /** who is told too: everybody waiting, those in its pairs, or only its leads */
  readonly news: 'waiting' | 'paired' | null
  /** when the leads are reminded again; null: not any more */
  readonly againOn: string | null
}

/**
 * The steps of one round, earliest first. Everybody waiting was told a date where the round was due on it; in a round
 * between rounds that came by itself those of its pairs were told two working days; of what a lead begins nobody knows.
 */
export function lateSteps(program: Program, round: Round): LateStep[] {
  const proposedOn = localDate(round.proposedAt, program.tz)
  const dueOn =
    program.nextRoundOn !== null && program.nextRoundOn <= proposedOn && !round.isSmall ? program.nextRoundOn : null
  const days = REMIND_AFTER.map((n) => ({ n, on: addWorkingDays(dueOn ?? proposedOn, n, program.holidays) }))
  return days.map(({ n, on }, i) => ({
    at: atLocal(on, MORNING, program.tz),
    on,
    news:
      n !== LATE_AFTER
        ? null
        : dueOn !== null
          ? 'waiting'
          : round.isSmall && round.proposedBy === null
            ? 'paired'
            : null,
    againOn: days[i + 1]?.on ?? null,
  }))
}
