import { skillId } from '../skills.ts'
import type { Column } from './columns.ts'
import { readDate, readHours, readInteger, readLanguage, readList, readRole, wordKey } from './cells.ts'
import type { Facts } from './facts.ts'
import { type Fault, type FaultCode, note, type Remark } from './fault.ts'
import { findNamed, type Known } from './known.ts'
import type { LineCells } from './line-cells.ts'

export interface Reader extends Known {
  readonly personId: string
  /** level words with their number; empty where the file has numbers */
  readonly levels: ReadonlyMap<string, number>
}

/** What reading a line adds to. */
export interface Found {
  readonly faults: Fault[]
  readonly remarks: Remark[]
  /** labels of skills that no catalog has yet, by id */
  readonly newSkills: Map<string, string>
}

const MAX_TEXT = 80
const MAX_SKILL = 60

/** The facts of one line. */
export function readFacts(cells: LineCells, reader: Reader, found: Found): Facts {
  const value = <T>(column: Column, code: FaultCode, read: (cell: string) => T | undefined): T | undefined => {
    const cell = cells.get(column)
    if (cell === '') return undefined
    const result = read(cell)
    if (result === undefined) found.faults.push(note(code, cells.line, cell, column))
    return result
  }
  const text = (column: Column) => value(column, 'text_long', (cell) => (cell.length > MAX_TEXT ? undefined : cell))
  return defined({
    level: value('level', 'level', (cell) => reader.levels.get(wordKey(cell)) ?? readInteger(cell, 1, 99)),
    team: text('team'),
    site: text('site'),
    managerId: manager(cells, reader, found),
    startOn: value('start_on', 'date', readDate),
    hours: value('hours', 'hours', readHours),
    languages: value('languages', 'language', (cell) => all(readList(cell), readLanguage)),
    offers: value('offers', 'skill', (cell) => all(readList(cell), (label) => skill(label, reader, found))),
    wants: value('wants', 'skill', (cell) => all(readList(cell), (label) => skill(label, reader, found))),
    role: value('role', 'role', readRole),
    capacity: value('capacity', 'capacity', (cell) => readInteger(cell, 1, 10)),
  })
}

/** Somebody's manager; one who is not here stays unknown, with a remark, because what is unknown harms nobody. */
function manager(cells: LineCells, reader: Reader, { remarks }: Found): string | undefined {
  const named = cells.get('manager_id')
  if (named === '') return undefined
  const person = findNamed(named, reader)
  if (!person) return void remarks.push(note('manager_unknown', cells.line, named))
  if (person.id === reader.personId) return void remarks.push(note('manager_self', cells.line, person.name))
  return person.id
}

/** The skill somebody's words name; new words become a new skill. */
function skill(label: string, reader: Reader, { newSkills }: Found): string | undefined {
  const id = skillId(label)
  if (id === '' || label.length > MAX_SKILL) return undefined
  const known = reader.skills.get(id)
  if (known === undefined && !newSkills.has(id)) newSkills.set(id, label)
  return known ?? id
}

/** Each piece read; undefined where one cannot be. */
function all<T>(pieces: readonly string[], read: (piece: string) => T | undefined): readonly T[] | undefined {
  const values = pieces.map(read)
  return values.every((value) => value !== undefined) ? [...new Set(values)] : undefined
}

const defined = (facts: { readonly [Name in keyof Facts]: Facts[Name] | undefined }): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) // what is left has Facts' types
