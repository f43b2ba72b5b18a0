import { stringify } from 'csv-stringify/sync'
import type { Copy } from '../copy/copy.ts'
import type { ReportFacts } from './facts.ts'
import { definitionOf } from './definition-of.ts'
import { isEnded, rowsOf } from './metrics.ts'
import { valueWords } from './value-words.ts'

/** The table of the report as a CSV that opens in a spreadsheet; a cell never becomes a formula. */
export function reportCsv(copy: Copy, facts: ReportFacts): Buffer {
  const next = facts.nextFiguresOn === null ? null : copy.general.weekdayDate(facts.nextFiguresOn)
  const at = { next, isEnded: isEnded(facts) }
  const [what, , ...rest] = copy.report.csv.header
  const header = at.isEnded ? [what, copy.report.ended.csvColumn, ...rest] : copy.report.csv.header
  const rows = rowsOf(facts).map(({ id, value }) => {
    const said = valueWords(copy, value, at)
    return [copy.report.row[id], said.value, said.note, definitionOf(copy, id, at.isEnded)]
  })
  return Buffer.from(stringify([header, ...rows], { bom: true, escape_formulas: true, record_delimiter: '\r\n' }))
}
