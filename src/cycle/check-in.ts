import { type KindId, KINDS } from '../program/kinds.ts'
import { endsQuarter } from './cadence.ts'
import type { PairCycle } from './pair-cycle.ts'
import type { Place } from './scene.ts'

/** One person's answers about one cycle; null is not answered. */
export interface CheckIn {
  readonly hasMet: boolean | null
  readonly worth: number | null
  readonly learned: number | null
  readonly taught: number | null
  readonly confident: number | null
  readonly heard: number | null
  readonly agreementHolds: boolean | null
  readonly somethingCame: boolean
  readonly hasWords: boolean
}

export interface Answered extends Place {
  readonly checkIn: CheckIn
}

/** characters of somebody's words about a talk */
export const LONGEST_WORDS = 3000

export const UNANSWERED: CheckIn = {
  hasMet: null,
  worth: null,
  learned: null,
  taught: null,
  confident: null,
  heard: null,
  agreementHolds: null,
  somethingCame: false,
  hasWords: false,
}

/** Questions about the talk; they open with "We met". */
export const TALK_SCALES = ['worth', 'learned', 'taught'] as const
/** Questions about work, asked whether they met or not. */
export const WORK_SCALES = ['confident', 'heard'] as const

export type TalkScale = (typeof TALK_SCALES)[number]
export type WorkScale = (typeof WORK_SCALES)[number]
export type Scale = TalkScale | WorkScale

export const SCALE_STEPS = [1, 2, 3, 4, 5] as const

export type Answer =
  | { readonly question: 'met' | 'agreement_holds' | 'something_came'; readonly value: boolean }
  | { readonly question: Scale; readonly value: number }

/** What a cycle's check-in asks beside "did you meet". */
export interface Questions {
  readonly talk: readonly TalkScale[]
  readonly work: readonly WorkScale[]
  readonly agreement: boolean
}

/** The pair's third check-in, the kickoff's being the first, asks whether the agreement still holds. */
const ASKS_AGREEMENT = 3

/** Kinds that take turns ask what was learned and taught; confident and heard come with the kickoff, each quarter and at the end. */
export function questionsOf(kind: KindId, cadence: number, cycle: PairCycle): Questions {
  const asksWork = cycle.topicKey === null || cycle.isLast || endsQuarter(cycle.number, cadence)
  return {
    talk: KINDS[kind].takesTurns && cycle.topicKey !== null ? TALK_SCALES : ['worth'],
    work: asksWork ? WORK_SCALES : [],
    agreement: cycle.checkIn === ASKS_AGREEMENT,
  }
}

/** `4` of a button to 4; undefined for what no button of the scale carries. */
export const readStep = (choice: string): number | undefined => SCALE_STEPS.find((step) => String(step) === choice)
