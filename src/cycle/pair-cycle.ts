import type { Pair } from '../pairing/pair.ts'
import type { ProgramCycle } from './cadence.ts'

/** One cycle as a pair lives it: the kickoff, which is its own, or one of the program's. */
export interface PairCycle {
  /** its name: its first day, or the day the kickoff was sent */
  readonly on: string
  /** the first day after it */
  readonly endsOn: string
  /** 0 for the kickoff, else the program's number */
  readonly number: number
  /** null for the kickoff */
  readonly topicKey: string | null
  readonly isLast: boolean
  /** the kickoff's check-in is the pair's first */
  readonly checkIn: number
}

/**
 * All cycles of a pair in order, the kickoff first; none before it is introduced.
 * @param programEndsOn  where no topic is left for the pair, its kickoff lasts to that day
 */
export function cyclesOfPair(
  pair: Pick<Pair, 'kickoffOn' | 'firstCycleOn'>,
  cycles: readonly ProgramCycle[],
  programEndsOn: string | null,
): PairCycle[] {
  const { kickoffOn, firstCycleOn } = pair
  if (kickoffOn === null) return []
  const topics = firstCycleOn === null ? [] : cycles.filter((cycle) => cycle.startsOn >= firstCycleOn)
  const last = cycles.at(-1)
  const kickoffEnds = topics[0]?.startsOn ?? programEndsOn ?? last?.endsOn ?? kickoffOn
  return [
    { on: kickoffOn, endsOn: kickoffEnds, number: 0, topicKey: null, isLast: topics.length === 0, checkIn: 1 },
    ...topics.map((cycle, i) => ({
      on: cycle.startsOn,
      endsOn: cycle.endsOn,
      number: cycle.number,
      topicKey: cycle.topicKey,
      isLast: cycle.number === last?.number,
      checkIn: i + 2,
    })),
  ]
}

/** The cycle a day falls into: the last that began on it or before; before the kickoff's day, the kickoff. */
export const cycleAt = (cycles: readonly PairCycle[], day: string): PairCycle | undefined =>
  cycles.findLast((cycle) => cycle.on <= day) ?? cycles[0]

/** The cycle of that name; a button's value names it, so it is looked up, never believed. */
export const cycleNamed = (cycles: readonly PairCycle[], on: string): PairCycle | undefined =>
  cycles.find((cycle) => cycle.on === on)
