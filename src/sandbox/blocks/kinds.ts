import { INPUTS, INTERACTIVE, SECTION_ACCESSORIES } from './elements.ts'
import { CHARTS_AND_TABLES } from './data.ts'
import { hasText, imageElement, plain, richText, slackFile, text, TEXT_MAX, url } from './parts.ts'
import { anything, both, byType, exactlyOne, fields, flag, list, oneOf, string, type Rule } from './rules.ts'

const block_id = string(255)
const button = byType({ button: INTERACTIVE['button'] ?? anything })

const section = both(
  fields({
    block_id,
    text: text(TEXT_MAX),
    fields: list(text(2000), 1, 10),
    accessory: byType(SECTION_ACCESSORIES),
    expand: flag,
  }),
  hasText,
)

const image = both(
  fields({ block_id, image_url: url, slack_file: slackFile, alt_text: string(2000), title: plain(2000) }, ['alt_text']),
  exactlyOne('image_url', 'slack_file'),
)

const card = fields({
  block_id,
  title: text(150),
  subtitle: text(150),
  body: text(200),
  subtext: text(200),
  hero_image: anything,
  icon: anything,
  actions: list(button, 1, 3),
})

/** Every kind of block that is known here, on whatever surface. */
const BLOCKS: Readonly<Record<string, Rule>> = {
  ...CHARTS_AND_TABLES,
  actions: fields({ block_id, elements: list(byType(INTERACTIVE), 1, 25) }, ['elements']),
  alert: fields({ block_id, text: text(200), level: oneOf('default', 'info', 'warning', 'error', 'success') }, [
    'text',
  ]),
  card,
  carousel: fields({ block_id, elements: list(byType({ card }), 1, 10) }, ['elements']),
  container: fields(
    {
      block_id,
      title: text(150),
      subtitle: text(150),
      child_blocks: list(anything, 1, 10),
      icon: anything,
      is_collapsible: flag,
      default_collapsed: flag,
      width: anything,
    },
    ['child_blocks'],
  ),
  context: fields({ block_id, elements: list(byType({ image: imageElement, ...textKinds() }), 1, 10) }, ['elements']),
  context_actions: fields({ block_id, elements: list(anything, 1, 5) }, ['elements']),
  divider: fields({ block_id }),
  file: fields({ block_id, external_id: string(255), source: oneOf('remote') }, ['external_id', 'source']),
  header: fields({ block_id, text: plain(150), level: anything }, ['text']),
  image,
  input: fields(
    { block_id, label: plain(2000), element: byType(INPUTS), hint: plain(2000), optional: flag, dispatch_action: flag },
    ['label', 'element'],
  ),
  markdown: fields({ block_id, text: string(12_000) }, ['text']),
  rich_text: richText,
  section,
  video: fields(
    {
      block_id,
      alt_text: string(200),
      title: plain(200),
      title_url: url,
      description: plain(200),
      thumbnail_url: url,
      video_url: url,
      author_name: string(50),
      provider_name: string(50),
      provider_icon_url: url,
    },
    ['alt_text', 'title', 'thumbnail_url', 'video_url'],
  ),
  plan: anything,
  task_card: anything,
}

function textKinds(): Readonly<Record<string, Rule>> {
  const rule = text(TEXT_MAX)
  return { plain_text: rule, mrkdwn: rule }
}

const NOT_IN_MESSAGES = ['alert', 'file']
const NOT_IN_MODALS = [
  'card',
  'carousel',
  'context_actions',
  'data_visualization',
  'data_table',
  'markdown',
  'plan',
  'table',
  'task_card',
]
const NOT_IN_HOME = [
  'alert',
  'context_actions',
  'data_visualization',
  'data_table',
  'markdown',
  'plan',
  'table',
  'task_card',
]

const without = (names: readonly string[]): Rule =>
  byType(Object.fromEntries(Object.entries(BLOCKS).filter(([name]) => !names.includes(name))))

export const SURFACES = {
  message: without(NOT_IN_MESSAGES),
  modal: without(NOT_IN_MODALS),
  home: without(NOT_IN_HOME),
} as const
