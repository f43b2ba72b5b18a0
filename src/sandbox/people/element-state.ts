import { isObject } from '../manifest.ts'
import { BadCall } from '../http/answer.ts'
import type { Json } from '../state/rows.ts'

/** Where Slack puts what was chosen in each kind of element. */
const FIELD: Readonly<Record<string, string>> = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  rich_text_input: 'rich_text_value',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  static_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  multi_static_select: 'selected_options',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  file_input: 'files',
}

const INITIAL: Readonly<Record<string, string>> = {
  value: 'initial_value',
  rich_text_value: 'initial_value',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_date_time: 'initial_date_time',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  selected_conversation: 'initial_conversation',
  selected_conversations: 'initial_conversations',
  selected_channel: 'initial_channel',
  selected_channels: 'initial_channels',
}

export const fieldOf = (element: Json): string | undefined => FIELD[String(element['type'])]

export const isMany = (field: string): boolean => field.endsWith('s')

/** An element's state before anybody touched it; null for buttons, which have none. */
export function initialState(element: Json): Json | null {
  const field = fieldOf(element)
  if (field === undefined || element['type'] === 'overflow') return null
  const initial = element[INITIAL[field] ?? '']
  return { type: element['type'], [field]: initial ?? (isMany(field) ? [] : null) }
}

/**
 * An element's state after a person chose `plain` (a string, strings, a number, or null for nothing).
 * @throws BadCall for what nobody could choose there
 */
export function chosenState(element: Json, plain: unknown): Json {
  const field = fieldOf(element)
  const name = String(element['action_id'])
  if (field === undefined) throw new BadCall(`${name} takes no value.`)
  const none = isMany(field) ? [] : null
  if (plain === null || plain === undefined || plain === '') return { type: element['type'], [field]: none }
  const values = isMany(field) ? (Array.isArray(plain) ? plain : [plain]) : [plain]
  const chosen = values.map((value) => chosenValue(element, field, name, value))
  return { type: element['type'], [field]: isMany(field) ? chosen : chosen[0] }
}

function chosenValue(element: Json, field: string, name: string, plain: unknown): unknown {
  if (field === 'files' || field === 'rich_text_value') return plain
  if (field === 'selected_date_time') return Number(plain)
  if (typeof plain !== 'string' && typeof plain !== 'number') throw new BadCall(`${name} takes a string or strings.`)
  if (!field.startsWith('selected_option')) return String(plain)
  const option = optionsOf(element).find(({ value }) => value === String(plain))
  if (!option) throw new BadCall(`${name} has no option ${String(plain).slice(0, 80)}.`)
  return { text: option['text'], value: option['value'] }
}

/** Every option of a menu, grouped or not. */
export function optionsOf(element: Json): Json[] {
  const groups = Array.isArray(element['option_groups']) ? element['option_groups'] : []
  const lists = [element, ...groups].map((holder: unknown) => (isObject(holder) ? holder['options'] : null))
  return lists
    .flatMap((options) => (Array.isArray(options) ? options : []))
    .filter((option: unknown) => isObject(option))
}

/** Whether a person left the field empty. */
export function isEmpty(state: Json): boolean {
  const value = state[FIELD[String(state['type'])] ?? '']
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
