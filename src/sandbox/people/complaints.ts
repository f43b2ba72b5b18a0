import type { Json } from '../state/rows.ts'
import { isEmpty } from './element-state.ts'
import { fieldsOf, type FormState } from './form.ts'

const TEXT_MAX = 3000

/** What Slack's form itself refuses before anything is sent, by block_id. */
export function complaints(blocks: readonly Json[], state: FormState): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { block, element, blockId, actionId } of fieldsOf(blocks)) {
    if (block['type'] !== 'input') continue
    // formState has a state for each element of an input block.
    const chosen = state[blockId]?.[actionId] as Json
    const problem = isEmpty(chosen) ? missing(block) : (CHECKS[String(element['type'])]?.(element, chosen) ?? null)
    if (problem !== null) found[blockId] = problem
  }
  return found
}

const missing = (block: Json): string | null =>
  block['optional'] === true ? null : 'Please complete this required field.'

type Check = (element: Json, state: Json) => string | null

const length: Check = (element, { value }) => {
  const size = String(value).length
  const max = Number(element['max_length'] ?? TEXT_MAX)
  const min = Number(element['min_length'] ?? 0)
  if (size > max) return `Please enter at most ${max} characters.`
  return size < min ? `Please enter at least ${min} characters.` : null
}

const date: Check = (_element, { selected_date: value }) => {
  const text = String(value)
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  // 30 February parses to a day in March.
  return parsed && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
    ? null
    : 'Please enter a date as YYYY-MM-DD.'
}

const number: Check = (element, { value }) => {
  const parsed = Number(value)
  if (!Number.isFinite(parsed)) return 'Please enter a number.'
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(parsed)) return 'Please enter a whole number.'
  if (parsed < Number(element['min_value'] ?? Number.NEGATIVE_INFINITY))
    return `Please enter at least ${String(element['min_value'])}.`
  return parsed > Number(element['max_value'] ?? Number.POSITIVE_INFINITY)
    ? `Please enter at most ${String(element['max_value'])}.`
    : null
}

const most =
  (field: string, limit: string): Check =>
  (element, state) => {
    const chosen = state[field]
    const max = Number(element[limit] ?? Number.POSITIVE_INFINITY)
    return Array.isArray(chosen) && chosen.length > max ? `Please choose at most ${max}.` : null
  }

const time: Check = (_element, { selected_time: value }) =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)) ? null : 'Please enter a time as HH:mm.'

const CHECKS: Readonly<Record<string, Check>> = {
  plain_text_input: length,
  email_text_input: (_element, { value }) =>
    /^\S+@\S+\.\S+$/.test(String(value)) ? null : 'Please enter an e-mail address.',
  url_text_input: (_element, { value }) => (URL.canParse(String(value)) ? null : 'Please enter a link.'),
  number_input: number,
  datepicker: date,
  timepicker: time,
  multi_static_select: most('selected_options', 'max_selected_items'),
  multi_users_select: most('selected_users', 'max_selected_items'),
  file_input: most('files', 'max_files'),
}
