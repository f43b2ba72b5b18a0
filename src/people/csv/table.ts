import { CsvError, parse } from 'csv-parse/sync'
import { clean } from '../../slack/form.ts'
import { type Fault, note } from './fault.ts'

/** One line of a file (a quoted cell may make it several; `line` is the first). Cells are as wide as the header. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly headers: readonly string[]
  readonly lines: readonly Line[]
}

/** A file with more lines or columns than that is no list of people, and would keep everybody else waiting. */
const MAX_LINES = 100_000
const MAX_COLUMNS = 64
const MAX_RECORD = 200_000
/** of a text that is too long, in its fault */
const SHOWN = 40

/** Cells of a file, whichever of comma, semicolon and tab separates them. Empty lines are passed over. */
export function readTable(text: string): { readonly table: Table } | { readonly faults: readonly Fault[] } {
  const records = tooLong(text) ?? parseRecords(text)
  if ('code' in records) return { faults: [records] }
  const [head, ...rest] = records
  if (!head) return { faults: [note('empty')] }
  if (head.cells.length > MAX_COLUMNS) {
    return { faults: [note('too_many_columns', head.line, String(head.cells.length))] }
  }
  if (rest.length === 0) return { faults: [note('header_only')] }
  const width = head.cells.length
  const faults: Fault[] = []
  for (const { line, cells } of rest) {
    // spreadsheets leave empty cells off, or add them, at the end of a line
    if (cells.slice(width).some((cell) => cell !== '')) faults.push(note('ragged', line, String(cells.length)))
  }
  if (faults.length > 0) return { faults }
  const lines = rest.map(({ line, cells }) => ({ line, cells: head.cells.map((_, i) => cells[i] ?? '') }))
  return { table: { headers: head.cells, lines } }
}

/** What can be told without taking the file apart: too many lines, or more cells in one than any list has. */
function tooLong(text: string): Fault | undefined {
  let lines = 0
  for (let from = 0; from < text.length; lines++) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    if (to - from > MAX_RECORD) return whatIsLong(text.slice(from, to), lines + 1, separatorOf(text))
    from = to + 1
  }
  return lines > MAX_LINES + 1 ? note('too_many_lines', null, String(lines)) : undefined
}

function whatIsLong(text: string, line: number, separator: string): Fault {
  const cells = text.replaceAll(/"[^"]*"/gu, '').split(separator).length
  if (cells <= MAX_COLUMNS) return note('text_long', line, `${text.slice(0, SHOWN)}…`)
  return note(line === 1 ? 'too_many_columns' : 'ragged', line, String(cells))
}

function parseRecords(text: string): readonly Line[] | Fault {
  try {
    const records = parse(text, {
      delimiter: separatorOf(text),
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD,
      info: true,
    }) as unknown as readonly { record: readonly string[]; info: { lines: number } }[] // what `info: true` makes of it
    return records
      .map(({ record, info }) => ({
        line: info.lines - record.join('').split('\n').length + 1,
        cells: record.map(clean),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return note('quotes', typeof error.lines === 'number' ? error.lines : null)
  }
}

/** Whichever stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const first = (
    text
      .slice(0, MAX_RECORD)
      .split('\n')
      .find((line) => line.trim() !== '') ?? ''
  ).replaceAll(/"[^"]*"/gu, '')
  const often = (separator: string) => first.split(separator).length
  return [',', ';', '\t'].reduce((best, next) => (often(next) > often(best) ? next : best))
}
