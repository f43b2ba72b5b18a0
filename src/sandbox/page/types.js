/**
 * What the sandbox's server sends, as far as the page reads it. Block Kit objects are typed widely: every field that
 * some block or element has, optional, because the page draws whatever comes and must not fall over what it lacks.
 *
 * @typedef {{ type?: string, text: string, emoji?: boolean, verbatim?: boolean }} Text
 * @typedef {{ text: Text, value?: string, description?: Text, url?: string }} Option
 * @typedef {{ label: Text, options: Option[] }} OptionGroup
 * @typedef {{ title?: Text, text: Text, confirm?: Text, deny?: Text, style?: string }} Confirm
 * @typedef {{ bold?: boolean, italic?: boolean, strike?: boolean, code?: boolean, underline?: boolean }} Style
 * @typedef {{ id?: string, url?: string }} SlackFile
 *
 * @typedef {object} Part  an element: of a section, an actions row, a context line, an input or a rich text
 * @property {string} type
 * @property {string | Text} [text]
 * @property {string} [action_id]
 * @property {string} [value]
 * @property {string} [url]
 * @property {string | Style} [style]
 * @property {Confirm} [confirm]
 * @property {string} [accessibility_label]
 * @property {Text} [placeholder]
 * @property {Option[]} [options]
 * @property {OptionGroup[]} [option_groups]
 * @property {Option} [initial_option]
 * @property {Option[]} [initial_options]
 * @property {number} [max_selected_items]
 * @property {string} [initial_user]
 * @property {string[]} [initial_users]
 * @property {string} [initial_date]
 * @property {string} [initial_time]
 * @property {number} [initial_date_time]
 * @property {string} [initial_value]
 * @property {boolean} [multiline]
 * @property {number} [min_length]
 * @property {number} [max_length]
 * @property {boolean} [is_decimal_allowed]
 * @property {string} [min_value]
 * @property {string} [max_value]
 * @property {boolean} [focus_on_load]
 * @property {string[]} [filetypes]
 * @property {{ trigger_actions_on?: string[] }} [dispatch_action_config]
 * @property {string} [image_url]
 * @property {SlackFile} [slack_file]
 * @property {string} [alt_text]
 * @property {Part[]} [elements]
 * @property {string} [user_id]
 * @property {string} [channel_id]
 * @property {string} [usergroup_id]
 * @property {string} [name]
 * @property {string} [unicode]
 * @property {string} [range]
 * @property {number} [timestamp]
 * @property {string} [format]
 * @property {string} [fallback]
 * @property {number} [indent]
 * @property {number} [offset]
 * @property {number} [border]
 *
 * @typedef {{ label: string, value: number }} Point
 * @typedef {{ name: string, data: Point[] }} Series
 * @typedef {object} Chart
 * @property {string} type
 * @property {Point[]} [segments]
 * @property {Series[]} [series]
 * @property {{ categories: string[], x_label?: string, y_label?: string }} [axis_config]
 *
 * @typedef {object} Block
 * @property {string} type
 * @property {string} [block_id]
 * @property {string | Text} [text]
 * @property {Text[]} [fields]
 * @property {Part} [accessory]
 * @property {Part[]} [elements]
 * @property {Text | string} [title]
 * @property {string} [image_url]
 * @property {SlackFile} [slack_file]
 * @property {string} [alt_text]
 * @property {Text} [label]
 * @property {Part} [element]
 * @property {Text} [hint]
 * @property {boolean} [optional]
 * @property {boolean} [dispatch_action]
 * @property {string} [level]
 * @property {Cell[][]} [rows]
 * @property {{ align?: string, is_wrapped?: boolean }[]} [column_settings]
 * @property {string} [caption]
 * @property {number} [page_size]
 * @property {number} [row_header_column_index]
 * @property {Chart} [chart]
 * @property {string} [external_id]
 * @property {string} [file_id]
 * @typedef {Part & { text?: string }} Cell
 *
 * @typedef {object} View
 * @property {string} id
 * @property {string} [type]
 * @property {string} [hash]
 * @property {Block[]} blocks
 * @property {Text} [title]
 * @property {Text} [submit]
 * @property {Text} [close]
 *
 * @typedef {{ id: string, name?: string, title?: string, size?: number }} SharedFile
 * @typedef {object} Message
 * @property {string} ts
 * @property {string} at
 * @property {string} from  'app' or a user id
 * @property {string} text
 * @property {Block[]} [blocks]
 * @property {SharedFile[]} [files]
 * @property {boolean} [ephemeral]
 * @typedef {{ channel: string, kind: 'im' | 'mpim', with: string[], messages: Message[] }} Conversation
 *
 * @typedef {object} User
 * @property {string} id
 * @property {string} name
 * @property {string} title
 * @property {string} tz
 * @property {boolean} is_lead
 * @property {boolean} [is_owner]
 * @property {boolean} deleted
 * @typedef {object} Sandbox
 * @property {string} company
 * @property {string} [title]
 * @property {string} [about]
 * @property {string} team_id
 * @property {string} now
 * @property {number} seed
 * @property {boolean} simulate
 * @property {User[]} users
 * @property {string} [tz]
 *
 * @typedef {{ from: string, to: string, now: string }} Move
 * @typedef {{ now: string, ledger: number, inbound: number, moving: Move | null, company: string, ready: boolean }} Frame
 * @typedef {{ name: string, title: string, about: string, size: number }} CompanyRow
 * @typedef {{ command: string, description?: string, usage_hint?: string }} Command
 * @typedef {object} Call
 * @property {number} n
 * @property {string} at
 * @property {'to-app' | 'to-slack'} direction
 * @property {string} what
 * @property {string | null} user
 * @property {number | null} ms
 * @property {string} outcome
 * @property {unknown} body
 */
export {}
