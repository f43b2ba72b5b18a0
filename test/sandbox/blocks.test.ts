import { describe, expect, test } from 'vitest'
import { checkMessageBlocks, checkView, isTooMuchText, isViewTooLarge } from '../../src/sandbox/blocks/check.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const section = (more: object = {}) => ({ type: 'section', text: mrkdwn('Hello'), ...more })
const button = (more: object = {}) => ({ type: 'button', action_id: 'go', text: plain('Go'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (value: string, more: object = {}) => ({ text: plain(value), value, ...more })
const select = (more: object = {}) => ({ type: 'static_select', action_id: 's', options: [option('a')], ...more })
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('Why'), element, ...more })
const long = (n: number) => 'x'.repeat(n)
const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const chart = (more: object = {}) => ({
  type: 'data_visualization',
  title: 'Talks',
  chart: {
    type: 'bar',
    series: [{ name: 'met', data: [{ label: 'Jan', value: 3 }] }],
    axis_config: { categories: ['Jan'] },
    ...more,
  },
})
const table = (rows: number, cells: number) => ({
  type: 'table',
  rows: many(rows, () => many(cells, () => ({ type: 'raw_text', text: 'x' }))),
})

describe('blocks that Slack takes in a message', () => {
  test.each([
    ['a section with a button', [section({ accessory: button() })]],
    ['a section with ten fields', [{ type: 'section', fields: many(10, () => mrkdwn('x')) }]],
    ['a text of 3,000 characters', [section({ text: mrkdwn(long(3000)) })]],
    ['25 buttons', [actions(...many(25, (i) => button({ action_id: `b${i}` })))]],
    [
      'a select with groups',
      [actions(select({ options: undefined, option_groups: [{ label: plain('G'), options: [option('a')] }] }))],
    ],
    [
      'a numbered list',
      [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_list',
              style: 'ordered',
              elements: [
                { type: 'rich_text_section', elements: [{ type: 'text', text: 'one', style: { bold: true } }] },
              ],
            },
          ],
        },
      ],
    ],
    ['a table of 100 rows of 20 cells', [table(100, 20)]],
    ['a chart', [chart()]],
    [
      'context, divider, header, image',
      [
        { type: 'context', elements: [mrkdwn('x')] },
        { type: 'divider' },
        { type: 'header', text: plain('x') },
        { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' },
      ],
    ],
    ['the same action_id in two blocks', [section({ accessory: button() }), section({ accessory: button() })]],
  ])('%s', (_name, blocks) => {
    expect(checkMessageBlocks(blocks)).toEqual([])
  })
})

describe('blocks that Slack refuses in a message, and where', () => {
  test.each([
    ['51 blocks', many(51, () => section()), '/blocks'],
    ['an unknown kind', [{ type: 'banner' }], '/blocks/0/type'],
    ['no list at all', 'hello', '/blocks'],
    ['an empty text', [section({ text: mrkdwn('') })], '/blocks/0/text/text'],
    ['3,001 characters', [section({ text: mrkdwn(long(3001)) })], '/blocks/0/text/text'],
    ['eleven fields', [{ type: 'section', fields: many(11, () => mrkdwn('x')) }], '/blocks/0/fields'],
    ['a field of 2,001 characters', [{ type: 'section', fields: [mrkdwn(long(2001))] }], '/blocks/0/fields/0/text'],
    ['a section without text', [{ type: 'section' }], '/blocks/0'],
    ['a header in markdown', [{ type: 'header', text: mrkdwn('x') }], '/blocks/0/text/type'],
    ['a header of 151 characters', [{ type: 'header', text: plain(long(151)) }], '/blocks/0/text/text'],
    ['eleven things of context', [{ type: 'context', elements: many(11, () => mrkdwn('x')) }], '/blocks/0/elements'],
    ['26 buttons', [actions(...many(26, (i) => button({ action_id: `b${i}` })))], '/blocks/0/elements'],
    ['a label of 76 characters', [actions(button({ text: plain(long(76)) }))], '/blocks/0/elements/0/text/text'],
    ['a value of 2,001 characters', [actions(button({ value: long(2001) }))], '/blocks/0/elements/0/value'],
    ['an action_id of 256 characters', [actions(button({ action_id: long(256) }))], '/blocks/0/elements/0/action_id'],
    ['a block_id of 256 characters', [section({ block_id: long(256) })], '/blocks/0/block_id'],
    ['a block_id twice', [section({ block_id: 'a' }), section({ block_id: 'a' })], '/blocks/1/block_id'],
    ['an action_id twice in a block', [actions(button(), button())], '/blocks/0/elements'],
    ['a misspelt field', [section({ acessory: button() })], '/blocks/0'],
    ['a strange style', [actions(button({ style: 'green' }))], '/blocks/0/elements/0/style'],
    ['101 options', [actions(select({ options: many(101, (i) => option(`o${i}`)) }))], '/blocks/0/elements/0/options'],
    ['no options', [actions(select({ options: [] }))], '/blocks/0/elements/0/options'],
    [
      'an option text of 76 characters',
      [actions(select({ options: [{ text: plain(long(76)), value: 'a' }] }))],
      '/blocks/0/elements/0/options/0/text/text',
    ],
    [
      'an option value of 76 characters',
      [actions(select({ options: [option('a', { value: long(76) })] }))],
      '/blocks/0/elements/0/options/0/value',
    ],
    ['a first choice that is no option', [actions(select({ initial_option: option('b') }))], '/blocks/0/elements/0'],
    [
      'a placeholder of 151 characters',
      [actions(select({ placeholder: plain(long(151)) }))],
      '/blocks/0/elements/0/placeholder/text',
    ],
    [
      'six things in an overflow menu',
      [actions({ type: 'overflow', action_id: 'o', options: many(6, (i) => option(`o${i}`)) })],
      '/blocks/0/elements/0/options',
    ],
    [
      'eleven radio buttons',
      [actions({ type: 'radio_buttons', action_id: 'o', options: many(11, (i) => option(`o${i}`)) })],
      '/blocks/0/elements/0/options',
    ],
    [
      'a confirmation title of 101 characters',
      [
        actions(
          button({ confirm: { title: plain(long(101)), text: plain('x'), confirm: plain('x'), deny: plain('x') } }),
        ),
      ],
      '/blocks/0/elements/0/confirm/title/text',
    ],
    [
      'an image from two sources',
      [{ type: 'image', image_url: 'https://a', slack_file: { id: 'F1' }, alt_text: 'a' }],
      '/blocks/0',
    ],
    ['an image without words', [{ type: 'image', image_url: 'https://a' }], '/blocks/0'],
    ['a file field', [input({ type: 'file_input', action_id: 'f', max_files: 11 })], '/blocks/0/element/max_files'],
    ['an alert', [{ type: 'alert', text: plain('x') }], '/blocks/0/type'],
    ['101 rows', [table(101, 1)], '/blocks/0/rows'],
    ['21 cells', [table(1, 21)], '/blocks/0/rows/0'],
    ['two tables', [table(1, 1), table(1, 1)], '/blocks'],
    ['three charts', [chart(), chart(), chart()], '/blocks'],
    [
      'a chart label of 21 characters',
      [chart({ axis_config: { categories: [long(21)] } })],
      '/blocks/0/chart/axis_config/categories/0',
    ],
    [
      'a series that lacks a category',
      [chart({ axis_config: { categories: ['Jan', 'Feb'] } })],
      '/blocks/0/chart/series/0/data',
    ],
    [
      'a pie segment of zero',
      [{ type: 'data_visualization', title: 'x', chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] } }],
      '/blocks/0/chart/segments/0/value',
    ],
    [
      'markdown of 12,001 characters in all',
      [
        { type: 'markdown', text: long(6000) },
        { type: 'markdown', text: long(6001) },
      ],
      '/blocks',
    ],
  ])('%s', (_name, blocks, pointer) => {
    expect(checkMessageBlocks(blocks).map((problem) => /\[json-pointer:(.*)\]$/.exec(problem)?.[1])).toContain(pointer)
  })
})

const modal = (more: object = {}) => ({ type: 'modal', title: plain('Join'), blocks: [section()], ...more })

describe('views', () => {
  test.each([
    ['a modal', modal()],
    [
      'a form',
      modal({ submit: plain('Join'), blocks: [input({ type: 'plain_text_input', action_id: 't', max_length: 3000 })] }),
    ],
    [
      'a file field',
      modal({ submit: plain('Send'), blocks: [input({ type: 'file_input', action_id: 'f', filetypes: ['csv'] })] }),
    ],
    ['100 blocks', modal({ blocks: many(100, () => section()) })],
    ['Home', { type: 'home', blocks: [section()] }],
  ])('Slack takes %s', (_name, view) => {
    expect(checkView(view)).toEqual([])
  })

  test.each([
    ['a title of 25 characters', modal({ title: plain(long(25)) }), '/view/title/text'],
    ['no title', modal({ title: undefined }), '/view'],
    ['a submit of 25 characters', modal({ submit: plain(long(25)) }), '/view/submit/text'],
    ['a form without submit', modal({ blocks: [input({ type: 'plain_text_input', action_id: 't' })] }), '/view'],
    ['101 blocks', modal({ blocks: many(101, () => section()) }), '/view/blocks'],
    ['no blocks', modal({ blocks: [] }), '/view/blocks'],
    ['metadata of 3,001 characters', modal({ private_metadata: long(3001) }), '/view/private_metadata'],
    ['a callback_id of 256 characters', modal({ callback_id: long(256) }), '/view/callback_id'],
    ['a table in a modal', modal({ blocks: [table(1, 1)] }), '/view/blocks/0/type'],
    ['a chart in Home', { type: 'home', blocks: [chart()] }, '/view/blocks/0/type'],
    [
      'a label of 2,001 characters',
      modal({
        submit: plain('x'),
        blocks: [input({ type: 'plain_text_input', action_id: 't' }, { label: plain(long(2001)) })],
      }),
      '/view/blocks/0/label/text',
    ],
    ['a view of no kind', { blocks: [section()] }, '/view/type'],
  ])('Slack refuses %s', (_name, view, pointer) => {
    expect(checkView(view).map((problem) => /\[json-pointer:(.*)\]$/.exec(problem)?.[1])).toContain(pointer)
  })

  test('a view of more than 250 kB is too large, a message of more than 13,200 characters too long', () => {
    expect(isViewTooLarge(modal({ private_metadata: long(249_000) }))).toBe(false)
    expect(isViewTooLarge(modal({ private_metadata: long(250_001) }))).toBe(true)
    expect(isTooMuchText(many(4, () => section({ text: mrkdwn(long(3000)) })))).toBe(false)
    expect(isTooMuchText(many(5, () => section({ text: mrkdwn(long(3000)) })))).toBe(true)
  })
})
