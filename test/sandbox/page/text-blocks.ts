/** Shorthand of Block Kit, as an app would send it. */
export const plain = (text: string) => ({ type: 'plain_text', text })
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
export const section = (text: string, rest: object = {}) => ({ type: 'section', text: mrkdwn(text), ...rest })
export const option = (value: string, text = value, description?: string) => ({
  text: plain(text),
  value,
  ...(description && { description: plain(description) }),
})
export const actions = (block_id: string, ...elements: object[]) => ({ type: 'actions', block_id, elements })
export const button = (action_id: string, text: string, rest: object = {}) => ({
  type: 'button',
  action_id,
  text: plain(text),
  ...rest,
})

/** 2026-01-05T14:00:00Z */
const MORNING = 1767621600

export const every_mrkdwn = section(
  [
    '*bold*, _italic_, ~struck~, `code`, <https://example.com/a|a link>, <@U03>, a&amp;b &lt;c&gt; :tada: :nonsense:',
    `Due <!date^${MORNING}^{date_short} at {time}|some day>`,
    '• first point',
    '• second point',
    '> quoted words',
    '```\npreformatted  text\n```',
  ].join('\n'),
)

const rich = (type: string, ...elements: object[]) => ({ type, elements })
const run = (text: string, style: object = {}) => ({ type: 'text', text, style })

export const every_rich_text = {
  type: 'rich_text',
  elements: [
    rich(
      'rich_text_section',
      run('Rich '),
      run('bold', { bold: true }),
      run(' and '),
      run('code', { code: true }),
      run(' for '),
      { type: 'user', user_id: 'U04' },
      run(' '),
      { type: 'emoji', name: 'wave' },
      run(' on '),
      { type: 'date', timestamp: MORNING, format: '{date_num}', fallback: 'a day' },
      run(', see '),
      { type: 'link', url: 'https://example.com/b', text: 'the page' },
    ),
    {
      type: 'rich_text_list',
      style: 'ordered',
      elements: [
        rich('rich_text_section', run('What did people ask you first?')),
        rich('rich_text_section', run('What would have helped?')),
      ],
    },
    { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [rich('rich_text_section', run('deeper'))] },
    rich('rich_text_quote', run('Listen first.')),
    rich('rich_text_preformatted', run('as typed')),
  ],
}

const raw = (text: string) => ({ type: 'raw_text', text })
const number = (value: number) => ({ type: 'raw_number', value, text: String(value) })

export const small_table = {
  type: 'table',
  column_settings: [{}, { align: 'right' }],
  rows: [
    [raw('Topic'), raw('Talks')],
    [raw('Technology'), number(9)],
    [raw('Labels'), number(7)],
  ],
}

export const paged_table = {
  type: 'data_table',
  caption: 'Talks by month',
  page_size: 2,
  rows: [
    [raw('Month'), raw('Talks')],
    ...['January', 'February', 'March', 'April', 'May'].map((month, index) => [raw(month), number(10 - index)]),
  ],
}

const categories = ['January', 'February', 'March']
const series = [
  { name: 'Met', data: categories.map((label, index) => ({ label, value: 9 - index })) },
  { name: 'No answer', data: categories.map((label, index) => ({ label, value: index + 1 })) },
]
export const chart = (type: string) => ({
  type: 'data_visualization',
  title: `Talks as ${type}`,
  chart: {
    type,
    ...(type === 'pie'
      ? { segments: categories.map((label, index) => ({ label, value: index + 2 })) }
      : { series, axis_config: { categories, x_label: 'Month', y_label: 'Pairs' } }),
  },
})
