/**
 * Every expected "no", by the room that says it. A code without a sentence in `copy/en/refusals.ts` does not compile.
 * Add a code here, its sentence there, and return `refuse('code', { ... })` from a verb.
 */
type GeneralRefusal =
  | 'not_allowed'
  | 'not_set_up'
  | 'form_out_of_date'
  | 'message_out_of_date'
  | 'nothing_changed'
  | 'person_not_found'
  | 'not_a_person'
type PeopleRefusal = 'file_unreadable' | 'import_out_of_date' | 'scope_missing' | 'person_left' | 'person_is_guest'
type ProgramRefusal =
  | 'program_not_found'
  | 'no_program_yet'
  | 'program_ambiguous'
  | 'program_name_taken'
  | 'program_dates'
  | 'program_name'
  | 'program_levels'
  | 'program_attribute'
  | 'program_holidays'
  | 'program_too_long'
  | 'contact_incomplete'
  | 'contact_already'
  | 'contact_link'
  | 'program_already_open'
  | 'program_closed'
  | 'too_few_contacts'
  | 'last_lead'
  | 'already_lead'
  | 'not_a_lead'
  | 'not_a_contact'
  | 'already_answered'
type EnrollmentRefusal =
  | 'already_joined'
  | 'not_joined'
  | 'not_eligible'
  | 'joining_closed'
  | 'offer_needed'
  | 'wish_needed'
  | 'level_needed'
  | 'value_unknown'
  | 'hours_long'
  | 'guest_or_bot'
  | 'too_long'
  | 'too_many_skills'
  | 'date_too_far'
type PairingRefusal =
  | 'nothing_to_pair'
  | 'round_gone'
  | 'round_published'
  | 'round_changed'
  | 'pair_forbidden'
  | 'tries_spent'
  | 'too_few_answers'
  | 'pair_of_one'
  | 'pair_not_here'
  | 'pair_locked'
  | 'pair_gone'
  | 'too_early'
type CycleRefusal =
  | 'pair_ended'
  | 'not_your_pair'
  | 'no_pair'
  | 'cycle_over'
  | 'date_past'
  | 'date_far'
  | 'not_met'
  | 'words_missing'
  | 'words_too_long'
  | 'agreement_changed'
type ReportRefusal = 'nothing_to_report'

export type RefusalCode =
  | GeneralRefusal
  | PeopleRefusal
  | ProgramRefusal
  | EnrollmentRefusal
  | PairingRefusal
  | CycleRefusal
  | ReportRefusal

/** What the sentence may name: words, numbers and dates, never an answer or a private fact. */
export type RefusalDetail = Readonly<Record<string, string | number>>

export interface Refusal {
  readonly code: RefusalCode
  readonly detail: RefusalDetail
  /** the form's block the sentence stands beside, where there is one */
  readonly field?: string
}

/** An expected outcome: a value, or a refusal a person understands. Faults are thrown instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const done = <T>(value: T): Result<T> => ({ ok: true, value })

export function refuse(
  code: RefusalCode,
  detail: RefusalDetail = {},
  field?: string,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: field === undefined ? { code, detail } : { code, detail, field } }
}
