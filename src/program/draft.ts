import type { DeclaredRule } from './attribute-rule.ts'
import type { KindId } from './kinds.ts'
import type { Invited, Program, ProgramRules } from './program.ts'

/** What a program asks people for its pairing, with their consent. */
export interface DraftAttribute {
  readonly label: string
  readonly options: readonly string[]
  /** what the answers decide: who may be paired, and nothing else */
  readonly rule: DeclaredRule
  /** belonging to the program shows the attribute by itself */
  readonly isShownByBelonging: boolean
}

/** Everything a lead says about a program. */
export interface ProgramDraft {
  readonly name: string
  readonly kind: KindId
  readonly invited: Invited
  /** YYYY-MM-DD */
  readonly joinBy: string
  /** the first of a month */
  readonly firstOn: string
  /** months */
  readonly cadence: number
  readonly curriculum: string
  readonly isPrivate: boolean
  readonly sponsor: string | null
  readonly attribute: DraftAttribute | null
  readonly rules: ProgramRules
  readonly holidays: readonly string[]
  readonly wantsReminders: boolean
  /** leads the program besides its creator; '' for nobody */
  readonly secondLead: string
}

/** What a program is unless its lead says otherwise. */
export const DEFAULT_RULES: ProgramRules = {
  otherTeam: true,
  sharedLanguage: true,
  sharedHours: true,
  mostPlaced: true,
  odd: 'turn',
}

/** A program as its lead said it, for the form that changes it. */
export const draftOf = (program: Program, attribute: DraftAttribute | null): ProgramDraft => ({
  ...program,
  attribute,
  secondLead: '',
})
