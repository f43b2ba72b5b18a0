import { addMonths, workingDayOnOrAfter } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'

/** Calendar months from one round to the next, for newcomers and those without a partner. */
const MONTHS_BETWEEN_ROUNDS = 2

/** The working day two months on; null where the program is over by then. */
export function nextRound(program: Program, on: string): string | null {
  const next = workingDayOnOrAfter(addMonths(on, MONTHS_BETWEEN_ROUNDS), program.holidays)
  return program.endsOn !== null && next >= program.endsOn ? null : next
}

/** When pairs are made next after a round of that day. A day that people were told and that lies ahead stays. */
export const roundAfter = (program: Program, on: string): string | null =>
  program.nextRoundOn !== null && program.nextRoundOn > on ? program.nextRoundOn : nextRound(program, on)
