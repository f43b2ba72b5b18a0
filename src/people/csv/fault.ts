import type { Column } from './columns.ts'

/**
 * Everything that can be wrong with a file, or worth a remark. A fault refuses the whole file; a remark leaves out one
 * fact or one line. The sentences stand in copy/en/people.ts.
 */
export type FaultCode =
  | 'empty'
  | 'workbook'
  | 'encoding'
  | 'control'
  | 'quotes'
  | 'header_only'
  | 'header_twice'
  | 'too_many_lines'
  | 'too_many_columns'
  | 'ragged'
  | 'who_missing'
  | 'who_unknown'
  | 'bot'
  | 'twice'
  | 'level'
  | 'too_many_words'
  | 'date'
  | 'hours'
  | 'language'
  | 'role'
  | 'capacity'
  | 'text_long'
  | 'skill'

export type RemarkCode =
  | 'unused_columns'
  | 'not_imported'
  | 'from_slack'
  | 'has_left'
  | 'guest'
  | 'manager_unknown'
  | 'manager_self'
  | 'manager_circle'

export interface Note<Code> {
  /** of the file, the header being line 1; null for the file as a whole */
  readonly line: number | null
  readonly code: Code
  /** the value in question, or a list of names; clipped */
  readonly value: string
  readonly column?: Column
}

export type Fault = Note<FaultCode>
export type Remark = Note<RemarkCode>

/** Longest piece of a file that is shown back. */
const MAX_SHOWN = 60

export const note = <Code>(code: Code, line: number | null = null, value = '', column?: Column): Note<Code> => ({
  line,
  code,
  value: value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN).replace(/\p{Cs}$/u, '')}…` : value,
  ...(column !== undefined && { column }),
})
