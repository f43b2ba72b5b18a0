import { isObject } from '../manifest.ts'
import type { Json } from '../state/rows.ts'
import { SURFACES } from './kinds.ts'
import { plain } from './parts.ts'
import { anything, fields, flag, list, string, type Report, type Rule } from './rules.ts'
import { uniqueIds } from './unique.ts'

const MESSAGE_BLOCKS = 50
const VIEW_BLOCKS = 100
const VIEW_BYTES = 250_000
/** characters of all blocks of a message together; seen in the wild, not documented */
const MESSAGE_CHARACTERS = 13_200
const MARKDOWN_CHARACTERS = 12_000
const CHARTS = 2

/**
 * What Slack would refuse in the blocks of a message.
 * @returns one sentence for each problem, ending in its JSON pointer: `must be ... [json-pointer:/blocks/0/text]`; empty when all is well
 */
export function checkMessageBlocks(blocks: unknown): string[] {
  return problemsOf((report) => {
    list(SURFACES.message, 0, MESSAGE_BLOCKS)(blocks, '/blocks', report)
    if (!Array.isArray(blocks)) return
    uniqueIds(blocks, '/blocks', report)
    const ofKind = (...kinds: readonly string[]): Json[] =>
      blocks.filter((block: unknown) => isObject(block) && kinds.includes(String(block['type'])))
    if (ofKind('table', 'data_table').length > 1) report('only_one_table_allowed', '/blocks')
    if (ofKind('data_visualization').length > CHARTS) report(`no more than ${CHARTS} charts allowed`, '/blocks')
    const markdown = ofKind('markdown').reduce((sum, { text }) => sum + String(text).length, 0)
    if (markdown > MARKDOWN_CHARACTERS)
      report(`markdown must be less than ${MARKDOWN_CHARACTERS + 1} characters in all`, '/blocks')
  })
}

const shared = {
  blocks: anything,
  private_metadata: string(3000, 0),
  callback_id: string(255, 0),
  external_id: string(255, 0),
}

const modal = fields(
  {
    ...shared,
    title: plain(24),
    submit: plain(24),
    close: plain(24),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
  ['title', 'blocks'],
)
const home = fields(shared, ['blocks'])

/**
 * What Slack would refuse in a modal or Home view; pointers begin with `/view`. The size has its own error:
 * isViewTooLarge.
 */
export function checkView(view: unknown): string[] {
  return problemsOf((report) => {
    if (!isObject(view)) return report('must be an object', '/view')
    const type = view['type']
    if (type !== 'modal' && type !== 'home') return report('must be one of modal, home', '/view/type')
    const rule: Rule = type === 'modal' ? modal : home
    rule(view, '/view', report)
    const { blocks } = view
    list(SURFACES[type], 1, VIEW_BLOCKS)(blocks, '/view/blocks', report)
    if (!Array.isArray(blocks)) return
    uniqueIds(blocks, '/view/blocks', report)
    const hasInput = blocks.some((block: unknown) => isObject(block) && block['type'] === 'input')
    if (type === 'modal' && hasInput && !view['submit']) report('submit is required with input blocks', '/view')
  })
}

/** Slack answers `msg_blocks_too_long` then. */
export const isTooMuchText = (blocks: readonly unknown[]): boolean => charactersIn(blocks) > MESSAGE_CHARACTERS

/** Slack answers `view_too_large` then. */
export const isViewTooLarge = (view: unknown): boolean => Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES

/** Gives each block and interactive element that has none an id, as Slack does. */
export function withBlockIds(blocks: readonly Json[]): Json[] {
  return blocks.map((block, i) => ({ block_id: `b${i}`, ...block }))
}

function problemsOf(check: (report: Report) => void): string[] {
  const problems: string[] = []
  check((problem, pointer) => problems.push(`${problem} [json-pointer:${pointer}]`))
  return problems
}

/** Characters people read: every `text` that is a string, however deep. */
function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + charactersIn(one), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [name, inner]) => sum + (name === 'text' && typeof inner === 'string' ? inner.length : charactersIn(inner)),
    0,
  )
}
