import { isDeepStrictEqual } from 'node:util'
import { isObject } from '../manifest.ts'
import {
  anything,
  atLeastOne,
  both,
  byType,
  exactlyOne,
  fields,
  flag,
  list,
  oneOf,
  string,
  type Rule,
} from './rules.ts'

// Where sources differ on a number, the smaller stands here: what passes the sandbox passes Slack.

export const TEXT_MAX = 3000
const OPTION_MAX = 75

const plainText = (max: number): Rule => fields({ text: string(max), emoji: flag }, ['text'])
const markdownText = (max: number): Rule => fields({ text: string(max), verbatim: flag }, ['text'])

export const plain = (max: number): Rule => byType({ plain_text: plainText(max) })
export const text = (max: number): Rule => byType({ plain_text: plainText(max), mrkdwn: markdownText(max) })

export const actionId = string(255)
export const url = string(3000)
export const placeholder = plain(150)

export const confirm = fields(
  { title: plain(100), text: text(300), confirm: plain(30), deny: plain(30), style: oneOf('primary', 'danger') },
  ['title', 'text', 'confirm', 'deny'],
)

const optionOf = (label: Rule): Rule =>
  fields({ text: label, value: string(OPTION_MAX), description: label, url }, ['text', 'value'])
/** of menus; of checkboxes and radio buttons */
export const option = optionOf(plain(OPTION_MAX))
export const markedOption = optionOf(text(OPTION_MAX))

export const optionGroup = fields({ label: plain(75), options: list(option, 1, 100) }, ['label', 'options'])

const optionsOf = (element: unknown): unknown[] => {
  if (!isObject(element)) return []
  const groups = Array.isArray(element['option_groups']) ? element['option_groups'] : []
  const grouped = groups.flatMap((group: unknown) =>
    isObject(group) && Array.isArray(group['options']) ? group['options'] : [],
  )
  return Array.isArray(element['options']) ? element['options'] : grouped
}

/** What is chosen at first must be one of the options, word for word. */
export const initialIsOption: Rule = (element, pointer, report) => {
  if (!isObject(element)) return
  const chosen =
    element['initial_options'] ?? (element['initial_option'] === undefined ? [] : [element['initial_option']])
  if (!Array.isArray(chosen)) return
  const options = optionsOf(element)
  const isStrange = chosen.some((one) => !options.some((known) => isDeepStrictEqual(known, one)))
  if (isStrange) report('initial option must be one of the options', pointer)
}

export const hasOptions: Rule = both(exactlyOne('options', 'option_groups'), initialIsOption)

export const slackFile: Rule = both(fields({ id: string(255), url }), exactlyOne('id', 'url'))

export const imageElement: Rule = both(
  fields({ image_url: url, slack_file: slackFile, alt_text: string(2000) }, ['alt_text']),
  exactlyOne('image_url', 'slack_file'),
)

const richLeaf = byType({
  text: fields({ text: string(TEXT_MAX), style: anything }, ['text']),
  link: fields({ url, text: string(TEXT_MAX), unsafe: flag, style: anything }, ['url']),
  emoji: fields({ name: string(255), unicode: string(255), style: anything }, ['name']),
  user: fields({ user_id: string(255), style: anything }, ['user_id']),
  usergroup: fields({ usergroup_id: string(255), style: anything }, ['usergroup_id']),
  channel: fields({ channel_id: string(255), style: anything }, ['channel_id']),
  broadcast: fields({ range: oneOf('here', 'channel', 'everyone') }, ['range']),
  color: fields({ value: string(255) }, ['value']),
  date: fields({ timestamp: anything, format: string(255), url, fallback: string(TEXT_MAX) }, ['timestamp', 'format']),
})

const richSection = fields({ elements: list(richLeaf, 0, 1000) }, ['elements'])
const boxed = fields({ elements: list(richLeaf, 0, 1000), border: anything, language: string(255) }, ['elements'])

const richElement = byType({
  rich_text_section: richSection,
  rich_text_quote: boxed,
  rich_text_preformatted: boxed,
  rich_text_list: fields(
    {
      style: oneOf('bullet', 'ordered'),
      elements: list(byType({ rich_text_section: richSection }), 1, 1000),
      indent: anything,
      offset: anything,
      border: anything,
    },
    ['style', 'elements'],
  ),
})

export const richText: Rule = fields({ block_id: string(255), elements: list(richElement, 1, 1000) }, ['elements'])
export const hasText: Rule = atLeastOne('text', 'fields')
