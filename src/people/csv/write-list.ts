import { stringify } from 'csv-stringify/sync'
import type { Person } from '../person.ts'
import { writeHours } from './cells.ts'
import { type Column, COLUMNS, NOT_IMPORTED } from './columns.ts'
import { disarm } from './formula.ts'

/** Somebody with everything a file said, for the list a lead fills in. */
export interface Listed extends Person {
  readonly startOn: string | null
}

/** Columns of the list; e-mails are not kept here, so they cannot be written. */
const WRITTEN = COLUMNS.filter((column) => column !== 'email' && !NOT_IMPORTED.includes(column))

/**
 * people.csv of these people, ready for a spreadsheet: with a byte order mark, and no cell that would run as a formula.
 * Importing it again changes nothing.
 */
export const writeList = (people: readonly Listed[]): Buffer =>
  Buffer.from(
    stringify(
      people.map((person) => WRITTEN.map((column) => disarm(CELL[column](person)))),
      { header: true, columns: [...WRITTEN], bom: true, record_delimiter: 'windows' },
    ),
  )

const text = (value: string | number | null): string => (value === null ? '' : String(value))

const CELL: Readonly<Record<Column, (person: Listed) => string>> = {
  id: (p) => p.id,
  email: () => '',
  name: (p) => p.name,
  title: (p) => p.title,
  level: (p) => text(p.level),
  team: (p) => text(p.team),
  site: (p) => text(p.site),
  manager_id: (p) => text(p.managerId),
  start_on: (p) => text(p.startOn),
  tz: (p) => p.tz,
  hours: (p) => (p.hours ? writeHours(p.hours) : ''),
  languages: (p) => p.languages.join(';'),
  offers: (p) => p.offers.join(';'),
  wants: (p) => p.wants.join(';'),
  role: (p) => text(p.role),
  capacity: (p) => text(p.capacity),
  attribute: () => '',
  waiting: () => '',
  never_with: () => '',
}
