import { en } from '../../copy/en/en.ts'
import type { PastPair } from '../../pairing/model.ts'
import { readDate } from '../../people/csv/cells.ts'
import { plainName } from '../../people/csv/columns.ts'
import type { Table } from '../../people/csv/table.ts'
import type { FileFaults } from './fault.ts'

const words = en.pairCommand.file
const COLUMNS = ['a', 'b', 'on'] as const

/** Pairs of earlier rounds: `a,b,on`. People who are no longer in the list are passed over. */
export function readHistory(table: Table, faults: FileFaults): PastPair[] {
  const headers = table.headers.map(plainName)
  const at = COLUMNS.map((column) => headers.indexOf(column))
  for (const [i, column] of COLUMNS.entries()) if (at[i] === -1) faults.add(1, words.column(column))
  if (at.includes(-1)) return []
  return table.lines.flatMap(({ line, cells }): PastPair[] => {
    const [a = '', b = '', on = ''] = at.map((i) => cells[i])
    const date = readDate(on)
    if (a === '' || b === '') faults.add(line, words.id)
    else if (a === b) faults.add(line, words.self)
    if (date === undefined) faults.cell(line, 'on', on)
    return date === undefined || a === b ? [] : [{ a, b, on: date }]
  })
}
