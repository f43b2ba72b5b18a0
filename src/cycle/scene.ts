import { firstName, type Hours } from '../people/person.ts'
import type { Pair } from '../pairing/pair.ts'
import type { PairReason } from '../pairing/model.ts'
import type { KindId } from '../program/kinds.ts'
import type { ProgramState } from '../program/program.ts'
import { localDate } from '../delivery/working-time.ts'
import type { ProgramCycle } from './cadence.ts'
import { cycleAt, cyclesOfPair, type PairCycle } from './pair-cycle.ts'

/** One of the pair, as far as the cycle needs to know them. */
export interface ScenePerson {
  readonly id: string
  readonly name: string
  readonly tz: string
  readonly level: number | null
  readonly hours: Hours | null
  /** ids of skills */
  readonly offers: readonly string[]
  readonly wants: readonly string[]
  /** in the program, neither paused nor gone from the company */
  readonly isActive: boolean
}

export interface Talk {
  readonly cycleOn: string
  readonly at: Date
  readonly setBy: string
  readonly setAt: Date
  readonly moves: number
}

interface Named {
  readonly id: string
  readonly name: string
}

/** A pair with everything its messages speak of. */
export interface Scene {
  readonly workspaceId: string
  readonly program: {
    readonly id: number
    readonly name: string
    readonly kind: KindId
    readonly state: ProgramState
    readonly tz: string
    readonly cadence: number
    readonly endsOn: string | null
    readonly holidays: readonly string[]
    readonly wantsReminders: boolean
  }
  readonly pair: Pair
  /** the pair's members, by id */
  readonly people: readonly ScenePerson[]
  readonly cycles: readonly ProgramCycle[]
  /** a date per cycle that has one */
  readonly talks: readonly Talk[]
  /** why they were paired */
  readonly reasons: readonly PairReason[]
  /** all who lead the program, the first to ask first */
  readonly leads: readonly Named[]
  /** first name of whom to ask */
  readonly lead: string | null
}

/** Where somebody stands in what they pressed or are asked. */
export interface Place {
  readonly scene: Scene
  readonly cycle: PairCycle
  readonly person: ScenePerson
}

/** The pair's own cycles, the kickoff first. */
export const ownCycles = (scene: Scene): PairCycle[] => cyclesOfPair(scene.pair, scene.cycles, scene.program.endsOn)

/** The cycle that runs now, by the program's own days. */
export const cycleNow = (scene: Scene, now: Date): PairCycle | undefined =>
  cycleAt(ownCycles(scene), localDate(now, scene.program.tz))

export const talkIn = (scene: Scene, cycleOn: string): Talk | undefined =>
  scene.talks.find((talk) => talk.cycleOn === cycleOn)

/** That member, undefined for strangers. */
export const memberOf = (scene: Scene, personId: string): ScenePerson | undefined =>
  scene.people.find((person) => person.id === personId)

/** The other one, or the other two. */
export const partnersOf = (scene: Scene, personId: string): readonly ScenePerson[] =>
  scene.people.filter((person) => person.id !== personId)

export const firstNames = (people: readonly ScenePerson[]): string[] => people.map((person) => firstName(person.name))
