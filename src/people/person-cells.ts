import { readLanguage, writeHours } from './csv/cells.ts'
import type { Column } from './csv/columns.ts'
import type { FactName, KnownFacts } from './csv/facts.ts'

/** The column of people.csv that holds a fact; the fields of the form are called the same. */
export const COLUMN_OF = {
  level: 'level',
  team: 'team',
  site: 'site',
  managerId: 'manager_id',
  startOn: 'start_on',
  hours: 'hours',
  languages: 'languages',
  offers: 'offers',
  wants: 'wants',
  role: 'role',
  capacity: 'capacity',
} as const satisfies Record<FactName, Column>

export const FACTS = Object.keys(COLUMN_OF) as readonly FactName[] // its keys are the names of all facts

/** What stands in a text field for these facts: the cell of people.csv, with the languages by name. */
export const cellsOf = (facts: KnownFacts) => ({
  level: facts.level === null ? '' : String(facts.level),
  team: facts.team ?? '',
  site: facts.site ?? '',
  startOn: facts.startOn ?? '',
  hours: facts.hours ? writeHours(facts.hours) : '',
  languages: (facts.languages ?? []).map(languageWord).join('; '),
  capacity: facts.capacity === null ? '' : String(facts.capacity),
})

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** English for `en`, wherever that name would be read back as the same language. */
export function languageWord(code: string): string {
  const name = readLanguage(code) === code ? names.of(code) : undefined
  return name !== undefined && readLanguage(name) === code ? name : code
}
