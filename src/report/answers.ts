import type { Role } from '../people/person.ts'

/** One ask of a check-in and what came of it, without words. The only shape in which answers reach the report. */
export interface Answer {
  readonly pairId: number
  readonly cycleOn: string
  readonly personId: string
  readonly role: Role
  readonly answeredAt: Date | null
  readonly hasMet: boolean | null
  readonly worth: number | null
  readonly somethingCame: boolean
}

/** Pair-cycles due and what the partners said of them, each apart. */
export interface MetCounts {
  readonly due: number
  /** either said met */
  readonly met: number
  /** nobody has said anything: they may have met or not */
  readonly silent: number
}

/** @param answers asks whose cycle is over */
export function metCounts(answers: readonly Answer[]): MetCounts {
  const cycles = [...Map.groupBy(answers, (a) => `${a.pairId}/${a.cycleOn}`).values()]
  return {
    due: cycles.length,
    met: cycles.filter((asks) => asks.some((a) => a.hasMet === true)).length,
    silent: cycles.filter((asks) => asks.every((a) => a.hasMet === null)).length,
  }
}
