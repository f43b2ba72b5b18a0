import { stringify } from 'csv-stringify/sync'
import type { Resident } from './resident.ts'

const COLUMNS = [
  'id',
  'name',
  'title',
  'level',
  'team',
  'site',
  'manager_id',
  'start_on',
  'tz',
  'hours',
  'languages',
  'offers',
  'wants',
] as const

/** The people.csv that the lead imports; ids are those of Slack. */
export const peopleCsv = (people: readonly Resident[]): string =>
  stringify([
    COLUMNS,
    ...people.map((p) => [
      p.id,
      p.name,
      p.title,
      p.level ?? '',
      p.team ?? '',
      p.site ?? '',
      p.managerId ?? '',
      p.startOn ?? '',
      p.tz,
      `${clock(p.hours.from)}-${clock(p.hours.to)}`,
      p.languages.join(';'),
      p.offers.join(';'),
      p.wants.join(';'),
    ]),
  ])

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
