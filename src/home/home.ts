import type { NextRound } from '../enrollment/waiting.ts'
import type { Unpaired } from '../pairing/model.ts'

interface Named {
  readonly id: number
  readonly name: string
}

/** A standing pair of mine, this cycle. */
export interface MyPair {
  readonly pairId: number
  readonly program: Named
  /** first names */
  readonly partners: readonly string[]
  /** null until the introduction is out */
  readonly cycle: {
    /** '' where the introduction has just arrived: its kickoff is not planned yet */
    readonly on: string
    /** between the introduction and the kickoff: the kickoff's day */
    readonly kickoffOn: string | null
    /** null in the kickoff */
    readonly topic: string | null
    /** null where nobody guides */
    readonly role: 'guide' | 'learner' | null
    readonly talkAt: Date | null
    /** day of the next prompt; null in the last cycle */
    readonly nextOn: string | null
    /** day after the program's last */
    readonly endsOn: string | null
  } | null
}

export interface MyWait {
  readonly program: Named
  /** from 1; null where the list does not have me yet */
  readonly place: number | null
  readonly all: number
  /** YYYY-MM-DD; null where the list does not have me yet */
  readonly since: string | null
  /** first names of the partners of the pair since whose end I wait; none where it was no end */
  readonly ended: readonly string[]
  /** why the last round left me without a partner; null where it did not */
  readonly reason: Unpaired | null
  /** the program's question without whose answer nobody fits, where I gave none */
  readonly unanswered: string | null
  readonly next: NextRound
}

export interface MyRest {
  readonly program: Named
  readonly until: string
}

/** A pair of mine that has ended; never why. */
export interface MyPast {
  readonly program: string
  readonly partners: readonly string[]
  readonly from: string
  readonly to: string
}

/** What is still to do before the first program opens. */
export interface Checklist {
  readonly contacts: number
  readonly hasPeople: boolean
  readonly draft: Named | null
}

/** How one program of mine stands: exact numbers that anybody could count. */
export interface ProgramOverview extends Named {
  readonly state: 'draft' | 'open' | 'running'
  readonly joined: number
  readonly pairs: number
  readonly waiting: number
  /** id of the round that waits for a lead */
  readonly proposedRound: number | null
  readonly nextRoundOn: string | null
}

/** Everything `/mentor` and App Home say to one person. */
export interface Home {
  readonly isMember: boolean
  readonly isSetUp: boolean
  readonly isSlackAdmin: boolean
  /** IANA name, for instants */
  readonly tz: string
  readonly now: Date
  readonly pairs: readonly MyPair[]
  readonly waits: readonly MyWait[]
  readonly rests: readonly MyRest[]
  readonly past: readonly MyPast[]
  /** programs open to join now */
  readonly joinable: readonly Named[]
  readonly lead:
    | { readonly shows: 'checklist'; readonly checklist: Checklist }
    | { readonly shows: 'overview'; readonly programs: readonly ProgramOverview[] }
    | null
}
