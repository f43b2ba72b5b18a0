import {
  actionId,
  confirm,
  hasOptions,
  imageElement,
  initialIsOption,
  markedOption,
  option,
  optionGroup,
  placeholder,
  plain,
  richText,
  url,
} from './parts.ts'
import { anything, both, fields, flag, integer, list, oneOf, string, type Rule } from './rules.ts'

const common = { action_id: actionId, confirm, focus_on_load: flag }
const typed = { action_id: actionId, placeholder, focus_on_load: flag, dispatch_action_config: anything }
const menu = { ...common, placeholder }
const max_selected_items = integer(1, 100)

const date: Rule = (value, pointer, report) => {
  const isReal = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  if (!isReal) report('must be a date as YYYY-MM-DD', pointer)
}
const time: Rule = (value, pointer, report) => {
  if (typeof value !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) report('must be a time as HH:mm', pointer)
}

const button = fields(
  {
    ...common,
    text: plain(75),
    url,
    value: string(2000),
    style: oneOf('primary', 'danger'),
    accessibility_label: string(75),
  },
  ['text'],
)

const options = { options: list(option, 1, 100), option_groups: list(optionGroup, 1, 100) }
const staticSelect = both(fields({ ...menu, ...options, initial_option: option }), hasOptions)
const multiStatic = both(
  fields({ ...menu, ...options, initial_options: list(option, 1, 100), max_selected_items }),
  hasOptions,
)

const choices = (initial: Readonly<Record<string, Rule>>): Rule =>
  both(fields({ ...common, options: list(markedOption, 1, 10), ...initial }, ['options']), initialIsOption)

const picker = (initial: string): Rule =>
  fields({
    ...menu,
    [initial]: string(255),
    response_url_enabled: flag,
    default_to_current_conversation: flag,
    filter: anything,
  })
const multiPicker = (initial: string): Rule =>
  fields({
    ...menu,
    [initial]: list(string(255), 1, 100),
    max_selected_items,
    default_to_current_conversation: flag,
    filter: anything,
  })

/** What people press and choose; in sections (beside text) and in actions blocks. */
export const INTERACTIVE: Readonly<Record<string, Rule>> = {
  button,
  checkboxes: choices({ initial_options: list(markedOption, 1, 10) }),
  radio_buttons: choices({ initial_option: markedOption }),
  overflow: fields({ ...common, options: list(option, 1, 5) }, ['options']),
  datepicker: fields({ ...menu, initial_date: date }),
  timepicker: fields({ ...menu, initial_time: time, timezone: string(255) }),
  datetimepicker: fields({ ...common, initial_date_time: integer(1_000_000_000, 9_999_999_999) }),
  static_select: staticSelect,
  multi_static_select: multiStatic,
  users_select: picker('initial_user'),
  multi_users_select: multiPicker('initial_users'),
  conversations_select: picker('initial_conversation'),
  multi_conversations_select: multiPicker('initial_conversations'),
  channels_select: picker('initial_channel'),
  multi_channels_select: multiPicker('initial_channels'),
}

export const SECTION_ACCESSORIES: Readonly<Record<string, Rule>> = { ...INTERACTIVE, image: imageElement }

const textInput = fields({
  ...typed,
  initial_value: string(3000, 0),
  multiline: flag,
  min_length: integer(0, 3000),
  max_length: integer(1, 3000),
})

const { button: _button, overflow: _overflow, ...choosable } = INTERACTIVE

/** What stands in an input block. A file_input belongs to modals alone. */
export const INPUTS: Readonly<Record<string, Rule>> = {
  ...choosable,
  plain_text_input: textInput,
  email_text_input: fields({ ...typed, initial_value: string(255, 0) }),
  url_text_input: fields({ ...typed, initial_value: url }),
  number_input: fields(
    { ...typed, is_decimal_allowed: flag, initial_value: anything, min_value: anything, max_value: anything },
    ['is_decimal_allowed'],
  ),
  rich_text_input: fields({ ...typed, initial_value: richText }),
  file_input: fields({ action_id: actionId, filetypes: list(string(20), 1, 100), max_files: integer(1, 10) }),
}
