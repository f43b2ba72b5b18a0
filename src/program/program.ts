import type { AttributeRule, KindId } from './kinds.ts'

export type ProgramState = 'draft' | 'open' | 'running' | 'closed'

/** Who is invited: everybody, or those whom all the given lists name. Unknown levels count as not named. */
export interface Invited {
  readonly teams?: readonly string[]
  readonly sites?: readonly string[]
  readonly levels?: { readonly from: number; readonly to: number }
  readonly people?: readonly string[]
}

/** The rules of a program that its lead may turn off (product: pairing rules). */
export interface ProgramRules {
  readonly otherTeam: boolean
  readonly sharedLanguage: boolean
  readonly sharedHours: boolean
  /** most people placed first, or best fit */
  readonly mostPlaced: boolean
  readonly odd: 'trio' | 'turn'
}

export interface Program {
  readonly id: number
  readonly name: string
  readonly kind: KindId
  readonly state: ProgramState
  /** the zone in which its own dates are days */
  readonly tz: string
  readonly createdBy: string
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  /** last day of joining before the first round, YYYY-MM-DD like all dates here */
  readonly joinBy: string
  /** first day of the month of the first topic */
  readonly firstOn: string
  /** day after the last cycle; null until cycles are planned */
  readonly endsOn: string | null
  readonly nextRoundOn: string | null
  /** months between topics */
  readonly cadence: number
  readonly curriculum: string
  readonly invited: Invited
  readonly isPrivate: boolean
  readonly sponsor: string | null
  readonly rules: ProgramRules
  /** what people's declared answers decide, by the kind or by this program's own question */
  readonly attributeRule: AttributeRule
  readonly holidays: readonly string[]
  readonly wantsReminders: boolean
  /** 32-bit; every draw of this program starts from it */
  readonly seed: number
}
