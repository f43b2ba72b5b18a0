import { localDate } from '../delivery/working-time.ts'
import type { Kickoff } from '../pairing/pair-store.ts'
import { firstCycleAfter, kickoffDay, type ProgramCycle } from './cadence.ts'
import type { Scene } from './scene.ts'

/** The calendar that kickoffs are counted in. */
export interface Calendar {
  readonly tz: string
  readonly holidays: readonly string[]
  readonly cycles: readonly ProgramCycle[]
}

/** The days of a pair that was introduced then: its kickoff, and the first topic after it. */
export function kickoffAfter({ tz, holidays, cycles }: Calendar, introducedAt: Date, now: Date): Kickoff {
  const kickoffOn = kickoffDay(localDate(introducedAt, tz), localDate(now, tz), holidays)
  return { kickoffOn, firstCycleOn: firstCycleAfter(kickoffOn, cycles, holidays)?.startsOn ?? null }
}

/** The pair as it stands once its kickoff is planned, which follows its introduction within the hour. */
export const asIntroduced = (scene: Scene, introducedAt: Date, now: Date): Scene =>
  scene.pair.kickoffOn !== null
    ? scene
    : {
        ...scene,
        pair: { ...scene.pair, ...kickoffAfter({ ...scene.program, cycles: scene.cycles }, introducedAt, now) },
      }
