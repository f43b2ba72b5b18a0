import type {
  Checkboxes,
  Datepicker,
  FileInput,
  InputBlock,
  ModalView,
  MultiStaticSelect,
  MultiUsersSelect,
  NumberInput,
  Option,
  PlainTextInput,
  RadioButtons,
  StaticSelect,
  UsersSelect,
} from '@slack/types'
import { clip, plain } from './blocks.ts'
import type { View } from './message.ts'

/** The action id inside a field, unless it says otherwise; the block id is the field's name. */
const VALUE = 'value'

export interface Group {
  readonly label: string
  readonly options: readonly Option[]
}

type Chosen = readonly Option[]

/** A field of a form: `name` is its block id, where errors are shown. */
export const input = (
  name: string,
  label: string,
  element: InputBlock['element'],
  extras: { readonly optional?: boolean; readonly hint?: string; readonly dispatch?: boolean } = {},
): InputBlock => ({
  type: 'input',
  block_id: name,
  label: plain(label),
  element,
  optional: extras.optional ?? false,
  ...(extras.hint !== undefined && { hint: plain(extras.hint) }),
  ...(extras.dispatch && { dispatch_action: true }),
})

export const textInput = (
  extras: {
    readonly initial?: string
    readonly multiline?: boolean
    readonly max?: number
    readonly placeholder?: string
    readonly action?: string
  } = {},
): PlainTextInput => ({
  type: 'plain_text_input',
  action_id: extras.action ?? VALUE,
  max_length: extras.max ?? 3000,
  ...(extras.multiline && { multiline: true }),
  ...(extras.initial && { initial_value: extras.initial }),
  ...(extras.placeholder && { placeholder: plain(clip(extras.placeholder, 150)) }),
})

export const numberInput = (min: number, max: number, initial?: number): NumberInput => ({
  type: 'number_input',
  action_id: VALUE,
  is_decimal_allowed: false,
  min_value: String(min),
  max_value: String(max),
  ...(initial !== undefined && { initial_value: String(initial) }),
})

export const select = (options: readonly Option[], initial?: string, action = VALUE): StaticSelect => {
  const first = options.find((o) => o.value === initial)
  return {
    type: 'static_select',
    action_id: action,
    options: [...options],
    ...(first && { initial_option: first }),
  } as StaticSelect // option() makes plain_text options
}

export const radio = (options: readonly Option[], initial?: string, action = VALUE): RadioButtons => {
  const first = options.find((o) => o.value === initial)
  return { type: 'radio_buttons', action_id: action, options: [...options], ...(first && { initial_option: first }) }
}

export const checkboxes = (options: readonly Option[], initial: readonly string[] = [], action = VALUE): Checkboxes => {
  const ticked = options.filter((o) => o.value !== undefined && initial.includes(o.value))
  return {
    type: 'checkboxes',
    action_id: action,
    options: [...options],
    ...(ticked.length > 0 && { initial_options: ticked }),
  }
}

/** Many to choose from, in groups; Slack adds a search. */
export const groupedMultiSelect = (
  groups: readonly Group[],
  initial: readonly string[],
  extras: { readonly max?: number; readonly action?: string; readonly placeholder?: string } = {},
): MultiStaticSelect => {
  const chosen: Chosen = groups
    .flatMap((g) => g.options)
    .filter((o) => o.value !== undefined && initial.includes(o.value))
  return {
    type: 'multi_static_select',
    action_id: extras.action ?? VALUE,
    option_groups: groups.map((g) => ({ label: plain(clip(g.label, 75)), options: [...g.options] })),
    ...(chosen.length > 0 && { initial_options: [...chosen] }),
    ...(extras.max !== undefined && { max_selected_items: extras.max }),
    ...(extras.placeholder && { placeholder: plain(clip(extras.placeholder, 150)) }),
  } as MultiStaticSelect // option() makes plain_text options
}

export const multiSelect = (
  options: readonly Option[],
  initial: readonly string[] = [],
  max?: number,
): MultiStaticSelect => {
  const chosen = options.filter((o) => o.value !== undefined && initial.includes(o.value))
  return {
    type: 'multi_static_select',
    action_id: VALUE,
    options: [...options],
    ...(chosen.length > 0 && { initial_options: chosen }),
    ...(max !== undefined && { max_selected_items: max }),
  } as MultiStaticSelect // option() makes plain_text options
}

export const personSelect = (initial?: string): UsersSelect => ({
  type: 'users_select',
  action_id: VALUE,
  ...(initial !== undefined && { initial_user: initial }),
})

export const peopleSelect = (initial: readonly string[] = []): MultiUsersSelect => ({
  type: 'multi_users_select',
  action_id: VALUE,
  ...(initial.length > 0 && { initial_users: [...initial] }),
})

export const datePicker = (initial?: string): Datepicker => ({
  type: 'datepicker',
  action_id: VALUE,
  ...(initial !== undefined && { initial_date: initial }),
})

export const fileInput = (filetypes: readonly string[], action = VALUE): FileInput => ({
  type: 'file_input',
  action_id: action,
  filetypes: [...filetypes],
  max_files: 1,
})

export interface ModalOptions {
  readonly id: string
  readonly title: string
  readonly submit?: string
  readonly close: string
  /** an id at most: what it names is looked up and checked again */
  readonly metadata?: string
  readonly blocks: ModalView['blocks']
}

/** A modal; titles and buttons are at most 24 characters. */
export const modal = (options: ModalOptions): View => ({
  type: 'modal',
  callback_id: options.id,
  title: plain(clip(options.title, 24)),
  close: plain(clip(options.close, 24)),
  blocks: options.blocks,
  ...(options.submit !== undefined && { submit: plain(clip(options.submit, 24)) }),
  ...(options.metadata !== undefined && { private_metadata: options.metadata }),
})
