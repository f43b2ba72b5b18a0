import { en } from '../../copy/en/en.ts'
import { offsetMinutes } from '../../pairing/plan/availability.ts'
import type { Candidate } from '../../pairing/model.ts'
import { readHours, readInteger, readLanguage, readList, readRole } from '../../people/csv/cells.ts'
import { type Column, matchHeaders } from '../../people/csv/columns.ts'
import { LineCells } from '../../people/csv/line-cells.ts'
import type { Table } from '../../people/csv/table.ts'
import type { FileFaults } from './fault.ts'

export interface ReadPeople {
  readonly people: readonly Candidate[]
  readonly names: ReadonlyMap<string, string>
  readonly never: readonly (readonly [string, string])[]
}

const words = en.pairCommand.file
/** Any day: whether a zone exists does not depend on it. */
const ANY_DAY = '2026-01-05'

/** people.csv of sandbox.md, for a trial run of the pairing: ids are any text, attributes and bans are read too. */
export function readPeople(table: Table, faults: FileFaults): ReadPeople {
  const headers = matchHeaders(table.headers, {})
  if (headers.twice !== undefined) faults.add(1, en.peopleList.fault.header_twice(headers.twice))
  if (!headers.at.has('id')) {
    faults.add(1, words.column('id'))
    return { people: [], names: new Map(), never: [] }
  }
  const lines = table.lines.map((line) => new LineCells(line, headers))
  const lineOf = linesById(lines, faults)
  const people = lines.map((cells) => readPerson(cells, faults))
  const names = new Map(lines.map((cells) => [cells.get('id'), cells.get('name') || cells.get('id')]))
  return { people, names, never: lines.flatMap((cells) => readNever(cells, lineOf, faults)) }
}

function linesById(lines: readonly LineCells[], faults: FileFaults): Map<string, number> {
  const lineOf = new Map<string, number>()
  for (const cells of lines) {
    const id = cells.get('id')
    const before = lineOf.get(id)
    if (id === '') faults.add(cells.line, words.id)
    else if (before !== undefined) faults.add(cells.line, words.twice(id, before))
    else lineOf.set(id, cells.line)
  }
  return lineOf
}

function readPerson(cells: LineCells, faults: FileFaults): Candidate {
  const text = (column: Column) => cells.get(column) || null
  const list = (column: Column) => readList(cells.get(column))
  const read = <T>(
    column: keyof typeof en.pairCommand.wanted & Column,
    reader: (cell: string) => T | undefined,
  ): T | null => {
    const cell = cells.get(column)
    const value = cell === '' ? undefined : reader(cell)
    if (cell !== '' && value === undefined) faults.cell(cells.line, column, cell)
    return value ?? null
  }
  return {
    id: cells.get('id'),
    role: read('role', readRole) ?? 'both',
    level: read('level', (cell) => readInteger(cell, 1, 99)),
    team: text('team'),
    site: text('site'),
    managerId: text('manager_id'),
    tz: read('tz', (cell) => (offsetMinutes(cell, ANY_DAY) === null ? undefined : cell)),
    hours: read('hours', readHours),
    languages: read('languages', readLanguages) ?? [],
    offers: list('offers'),
    wants: list('wants'),
    capacity: read('capacity', (cell) => readInteger(cell, 1, 10)) ?? 1,
    asyncFirst: false,
    attribute: text('attribute'),
    waiting: read('waiting', (cell) => readInteger(cell, 0, 9999)) ?? 0,
  }
}

function readLanguages(cell: string): readonly string[] | undefined {
  const languages = readList(cell).map(readLanguage)
  return languages.every((language) => language !== undefined) ? languages : undefined
}

/** A ban on somebody who is not in the file is a slip of the pen, and a ban must not be lost. */
function readNever(cells: LineCells, lineOf: ReadonlyMap<string, number>, faults: FileFaults): [string, string][] {
  const id = cells.get('id')
  return readList(cells.get('never_with')).flatMap((other): [string, string][] => {
    if (lineOf.has(other)) return [[id, other]]
    faults.add(cells.line, words.nobody(other))
    return []
  })
}
