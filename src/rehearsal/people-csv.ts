import { stringify } from 'csv-stringify/sync'
import { COLUMNS, type Column, NOT_IMPORTED } from '../people/csv/columns.ts'
import type { Resident } from './resident.ts'

/** What a column says of somebody; the rest is left for people to say themselves. */
const CELLS: Partial<Record<Column, (person: Resident) => string | number>> = {
  id: (p) => p.id,
  name: (p) => p.name,
  title: (p) => p.title,
  level: (p) => p.level ?? '',
  team: (p) => p.team ?? '',
  site: (p) => p.site ?? '',
  manager_id: (p) => p.managerId ?? '',
  start_on: (p) => p.startOn ?? '',
  tz: (p) => p.tz,
  hours: (p) => `${clock(p.hours.from)}-${clock(p.hours.to)}`,
  languages: (p) => p.languages.join(';'),
  offers: (p) => p.offers.join(';'),
  wants: (p) => p.wants.join(';'),
}

/** The people.csv that the lead imports; ids are those of Slack. */
export function peopleCsv(people: readonly Resident[]): string {
  const columns = COLUMNS.filter((column) => CELLS[column] !== undefined && !NOT_IMPORTED.includes(column))
  return stringify([columns, ...people.map((person) => columns.map((column) => CELLS[column]?.(person) ?? ''))])
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
