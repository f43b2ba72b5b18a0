/** The columns of people.csv, in the order they are written. */
export const COLUMNS = [
  'id',
  'email',
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
  'role',
  'capacity',
  'attribute',
  'waiting',
  'never_with',
] as const

export type Column = (typeof COLUMNS)[number]

/** What Slack says of itself, so a file need not: read past. */
export const FROM_SLACK: readonly Column[] = ['name', 'title', 'tz']

/** Never imported into a live workspace: people declare it themselves, and the rest is for a trial run of the pairing. */
export const NOT_IMPORTED: readonly Column[] = ['attribute', 'waiting', 'never_with']

/** Other names that HR systems give these columns, English and German, as `plainName` writes them. */
const ALSO: Partial<Record<Column, readonly string[]>> = {
  id: ['slack id', 'slack user id', 'user id', 'member id', 'person id', 'slack', 'benutzer id', 'mitglieds id'],
  email: ['e mail', 'mail', 'email address', 'work email', 'e mail adresse'],
  name: ['full name', 'real name', 'employee name'],
  title: ['job title', 'position', 'titel'],
  level: ['job level', 'grade', 'seniority', 'career level', 'stufe', 'ebene'],
  team: ['department', 'unit', 'abteilung'],
  site: ['location', 'office', 'standort'],
  manager_id: [
    'manager',
    'manager email',
    'manager e mail',
    'reports to',
    'supervisor',
    'line manager',
    'vorgesetzte',
    'vorgesetzter',
  ],
  start_on: ['start date', 'hire date', 'started', 'eintritt', 'eintrittsdatum'],
  tz: ['time zone', 'timezone', 'zeitzone'],
  hours: ['working hours', 'arbeitszeit'],
  languages: ['language', 'sprachen'],
  offers: ['skills offered', 'can offer', 'bietet'],
  wants: ['skills wanted', 'wants to learn', 'sucht'],
  role: ['comes as', 'rolle'],
  capacity: ['partners', 'how many partners'],
}

/** Case, width and what joins the words do not matter in a header. */
export const plainName = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_.-]+/gu, ' ')
    .trim()

const BY_NAME = new Map<string, Column>(
  COLUMNS.flatMap((column) => [column, ...(ALSO[column] ?? [])].map((name) => [plainName(name), column])),
)

/** Which of ours each column of a file is, by position. */
export interface Headers {
  readonly at: ReadonlyMap<Column, number>
  /** headers that are none of ours */
  readonly unused: readonly string[]
  /** one of ours that stands there twice */
  readonly twice: string | undefined
}

/** @param mapping what a lead said: our column -> the header; it wins over what a name looks like */
export function matchHeaders(headers: readonly string[], mapping: Readonly<Partial<Record<Column, string>>>): Headers {
  const at = new Map<Column, number>()
  const named = new Set<number>()
  for (const column of COLUMNS) {
    const header = mapping[column]
    const index = header === undefined ? -1 : headers.indexOf(header)
    if (index < 0) continue
    at.set(column, index)
    named.add(index)
  }
  const unused: string[] = []
  let twice: string | undefined
  for (const [index, header] of headers.entries()) {
    const column = BY_NAME.get(plainName(header))
    if (named.has(index)) continue
    if (column === undefined || mapping[column] !== undefined) {
      if (header !== '') unused.push(header)
    } else if (at.has(column)) twice = header
    else at.set(column, index)
  }
  return { at, unused, twice }
}
