import { isObject } from '../manifest.ts'
import { richText } from './parts.ts'
import { anything, both, byType, fields, integer, list, string, type Rule } from './rules.ts'

const block_id = string(255)

const cell = byType({
  raw_text: fields({ text: string(3000) }, ['text']),
  raw_number: fields({ value: anything, text: string(3000) }),
  rich_text: richText,
})

const sameWidth: Rule = (block, pointer, report) => {
  const rows = isObject(block) && Array.isArray(block['rows']) ? block['rows'] : []
  const widths = new Set(rows.map((row: unknown) => (Array.isArray(row) ? row.length : -1)))
  if (widths.size > 1) report('every row must have as many cells as the first', `${pointer}/rows`)
}

const DATA_TABLE_CHARACTERS = 20_000

const bounded: Rule = (block, pointer, report) => {
  if (JSON.stringify(block).length > 2 * DATA_TABLE_CHARACTERS)
    report(`must hold less than ${DATA_TABLE_CHARACTERS} characters`, `${pointer}/rows`)
}

const positive: Rule = (value, pointer, report) => {
  if (typeof value !== 'number' || !(value > 0)) report('must be a number above 0', pointer)
}
const number: Rule = (value, pointer, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) report('must be a number', pointer)
}

const label = string(20)
const pie = fields({ segments: list(fields({ label, value: positive }, ['label', 'value']), 1, 12) }, ['segments'])

const point = fields({ label, value: number }, ['label', 'value'])
const series = fields({ name: label, data: list(point, 1, 20) }, ['name', 'data'])
const axis_config = fields({ categories: list(label, 1, 20), x_label: string(50), y_label: string(50) }, ['categories'])

/** Every series has one value for each category. */
const isComplete: Rule = (chart, pointer, report) => {
  if (!isObject(chart) || !Array.isArray(chart['series']) || !isObject(chart['axis_config'])) return
  const { categories } = chart['axis_config']
  if (!Array.isArray(categories)) return
  chart['series'].forEach((one: unknown, i) => {
    const labels =
      isObject(one) && Array.isArray(one['data'])
        ? one['data'].map((at: unknown) => (isObject(at) ? at['label'] : null))
        : []
    const isWhole = labels.length === categories.length && categories.every((name) => labels.includes(name))
    if (!isWhole) report('must have one value for each category', `${pointer}/series/${i}/data`)
  })
}

const lines = both(fields({ series: list(series, 1, 12), axis_config }, ['series', 'axis_config']), isComplete)

export const CHARTS_AND_TABLES: Readonly<Record<string, Rule>> = {
  table: both(
    fields({ block_id, rows: list(list(cell, 1, 20), 1, 100), column_settings: list(anything, 0, 20) }, ['rows']),
    sameWidth,
  ),
  data_table: both(
    fields(
      {
        block_id,
        caption: string(3000),
        rows: list(list(cell, 1, 20), 2, 101),
        page_size: integer(1, 100),
        column_settings: list(anything, 0, 20),
        row_header_column_index: anything,
      },
      ['caption', 'rows'],
    ),
    sameWidth,
    bounded,
  ),
  data_visualization: fields(
    { block_id, title: string(50), chart: byType({ pie, bar: lines, line: lines, area: lines }) },
    ['title', 'chart'],
  ),
}
