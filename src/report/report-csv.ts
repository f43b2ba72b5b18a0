import { stringify } from 'csv-stringify/sync'
import type { Copy } from '../copy/copy.ts'
import type { ReportFacts } from './facts.ts'
import { rowsOf } from './metrics.ts'
import { valueWords } from './value-words.ts'

/** The table of the report as a CSV that opens in a spreadsheet; a cell never becomes a formula. */
export function reportCsv(copy: Copy, facts: ReportFacts): Buffer {
  const next = facts.nextFiguresOn === null ? null : copy.general.weekdayDate(facts.nextFiguresOn)
  const rows = rowsOf(facts).map(({ id, value }) => {
    const said = valueWords(copy, value, next)
    return [copy.report.row[id], said.value, said.note, copy.report.definition[id]]
  })
  return Buffer.from(
    stringify([copy.report.csv.header, ...rows], { bom: true, escape_formulas: true, record_delimiter: '\r\n' }),
  )
}
