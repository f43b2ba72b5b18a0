const NAMES = [
  ['U01', 'Ana Ruiz', 'Estimator'],
  ['U02', 'Dana Whitfield', 'Training Associate'],
  ['U03', 'Robert Kowalski', 'VP, Preconstruction'],
  ['U04', 'Mei Tanaka', 'Project Engineer'],
  ['U05', 'Luis Herrera', 'Director of Operations'],
  ['U06', 'Jordan Blake', 'Field Engineer'],
  ['U07', 'Keisha Brown', 'Marketing Coordinator'],
  ['U08', 'Marta Silva', 'Project Coordinator'],
  ['U09', 'Priya Nair', 'IT Manager'],
] as const

/** Nine invented people: the first is no lead, the second is, the last owns the workspace. */
export const people = NAMES.map(([id, name, title]) => ({
  id,
  name,
  title,
  tz: id === 'U04' ? 'Asia/Tokyo' : 'America/Detroit',
  level: 3,
  team: null,
  site: null,
  manager: null,
  is_lead: id === 'U02',
  deleted: false,
  external_id: null,
}))

export const companies = [
  {
    name: 'sachse-2016',
    title: 'Sachse 2016',
    about: 'an invented builder of 170 people, after the program Sachse Construction ran in 2016',
    size: 170,
  },
  { name: 'ge-1999', title: 'GE 1999', about: 'an invented maker of engines in 12 time zones', size: 1600 },
  { name: 'csv', title: 'A file of your own', about: 'people from a CSV file', size: 0 },
]

export const commands = [
  {
    command: '/mentor',
    description: 'Join a mentoring program, see where you stand, or run one',
    usage_hint: '[join | status | leave | help]',
  },
]
