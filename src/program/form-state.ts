import type { ProgramDraft } from './draft.ts'

/** What a program's form carries in its metadata: the lead's own words, checked anew each time. */
export interface FormState {
  /** null makes a new program */
  readonly programId: number | null
  readonly draft: ProgramDraft
}

/** Slack's limit of private_metadata. */
const MAX_METADATA = 3000

/** @returns undefined where it is more than a form can carry */
export function writeState(state: FormState): string | undefined {
  const text = JSON.stringify(state)
  return text.length > MAX_METADATA ? undefined : text
}

/** @returns undefined for what this version of the form did not write */
export function readState(metadata: string): FormState | undefined {
  try {
    const state: unknown = JSON.parse(metadata)
    return isState(state) ? state : undefined
  } catch {
    return undefined
  }
}

// the fields' own values are the lead's and pass checkDraft; here only the shape counts
function isState(state: unknown): state is FormState {
  if (!isRecord(state) || !isRecord(state.draft) || !isRecord(state.draft.rules) || !isRecord(state.draft.invited)) {
    return false
  }
  const { name, kind, joinBy, firstOn, cadence, curriculum, holidays, secondLead, sponsor } = state.draft
  return (
    (state.programId === null || Number.isSafeInteger(state.programId)) &&
    [name, kind, joinBy, firstOn, curriculum, secondLead].every((text) => typeof text === 'string') &&
    typeof cadence === 'number' &&
    (sponsor === null || typeof sponsor === 'string') &&
    Array.isArray(holidays)
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
