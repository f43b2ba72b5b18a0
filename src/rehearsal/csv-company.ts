import { parse } from 'csv-parse/sync'
import { type Column, COLUMNS } from '../people/csv/columns.ts'
import type { Company, CompanyRequest } from '../sandbox/host.ts'
import { SPECS } from './companies/specs.ts'
import { withJoiners } from './joiners.ts'
import { companyOf } from './make-company.ts'
import { peopleOf, titleOf } from './people-of.ts'
import type { Resident } from './resident.ts'
import { list, readDay, readHours, readZone, userId, wholeLevel } from './csv-values.ts'

type Row = Readonly<Partial<Record<Column, string>>>

const KINDS = ['traditional', 'reverse', 'reciprocal', 'cross-group'] as const
type Kind = (typeof KINDS)[number]

/** What people of a cross-group program are asked: the values that the file has, two of them at least. */
function groupsOf(people: readonly Resident[]) {
  const options = [...new Set(people.map((p) => p.attribute).filter((value) => value !== null))].toSorted()
  if (options.length < 2) throw new Error('a cross-group program needs an attribute with two values or more')
  return { label: 'I count myself among', options, rule: 'differs' as const }
}

/** Share of either half of the ladder that joins: inside the published band. */
const JOINING = 0.2

/**
 * A company from a file: who is in it comes from there, what the file does not say is invented from the seed.
 * @throws an Error whose message is for the caller: what is wrong, with its line
 */
export function csvCompany({ seed, csv, mapping = {}, kind = 'reverse' }: CompanyRequest): Company {
  const chosen = KINDS.find((k) => k === kind)
  if (!chosen) throw new Error(`kind must be one of ${KINDS.join(', ')}`)
  if (csv === undefined) throw new Error('csv is missing: the text of a CSV file')
  const rows = readRows(csv, mapping)
  const people = asResidents(rows, seed)
  return assemble(people, chosen, seed)
}

function readRows(csv: string, mapping: Readonly<Record<string, string>>): Row[] {
  const unknown = Object.keys(mapping).find((ours) => !COLUMNS.some((c) => c === ours))
  if (unknown !== undefined)
    throw new Error(`mapping names "${unknown.slice(0, 40)}", which is not a column of people.csv`)
  let records: string[][]
  try {
    records = parse(csv, { bom: true, skip_empty_lines: true, relax_column_count: false, trim: true })
  } catch (fault) {
    throw new Error(`the CSV cannot be read: ${fault instanceof Error ? fault.message : 'not a CSV file'}`, {
      cause: fault,
    })
  }
  const [header = [], ...lines] = records
  const place = new Map(COLUMNS.map((ours) => [ours, header.indexOf(mapping[ours] ?? ours)]))
  if ((place.get('id') ?? -1) < 0) throw new Error(`the CSV has no column "${mapping.id ?? 'id'}"`)
  const missing = Object.values(mapping).find((theirs) => !header.includes(theirs))
  if (missing !== undefined) throw new Error(`the CSV has no column "${missing}"`)
  if (lines.length < 2) throw new Error('a company needs at least two people')
  return lines.map((cells) =>
    Object.fromEntries([...place].flatMap(([ours, at]) => (at >= 0 && cells[at] ? [[ours, cells[at]]] : []))),
  )
}

function asResidents(rows: readonly Row[], seed: number): Resident[] {
  const invented = peopleOf({ ...pattern(), size: rows.length }, seed)
  const known = new Map(rows.map((row, i) => [row.id ?? '', userId(row.id, i + 2)]))
  const top = Math.max(1, ...rows.map((row, i) => wholeLevel(row.level, i + 2) ?? 1))
  if (known.size < rows.length) throw new Error(`line ${twice(rows)}: this id is there before`)
  return rows.map((row, i) => {
    const draft = invented[i]
    if (!draft) throw new Error('one draft a row')
    const manager = row.manager_id === undefined ? undefined : known.get(row.manager_id)
    if (row.manager_id !== undefined && manager === undefined)
      throw new Error(`line ${i + 2}: manager_id is nobody in this file`)
    return {
      ...draft,
      id: userId(row.id, i + 2),
      externalId: row.id ?? null,
      name: row.name ?? draft.name,
      title: row.title ?? titleIn(row, i + 2, top) ?? draft.title,
      email: row.email ?? draft.email,
      level: wholeLevel(row.level, i + 2),
      team: row.team ?? null,
      site: row.site ?? null,
      managerId: manager ?? null,
      startOn: readDay(row.start_on, i + 2),
      tz: readZone(row.tz, i + 2) ?? draft.tz,
      hours: readHours(row.hours, i + 2) ?? draft.hours,
      languages: list(row.languages) ?? draft.languages,
      offers: list(row.offers) ?? draft.offers,
      wants: list(row.wants) ?? draft.wants,
      attribute: row.attribute ?? draft.attribute,
    }
  })
}

/** A title that fits the level and team of the file; undefined where it says neither. */
function titleIn(row: Row, line: number, top: number): string | undefined {
  const level = wholeLevel(row.level, line)
  if (level === null || row.team === undefined) return undefined
  return titleOf({ team: row.team, role: `${row.team} Specialist` }, level, top)
}

/** Names, zones and skills of people about whom the file says nothing are those of the default company. */
function pattern() {
  const spec = SPECS[0]
  if (!spec) throw new Error('there is a default company')
  return { ...spec, sites: spec.sites.slice(0, 1) }
}

const twice = (rows: readonly Row[]): number =>
  rows.findIndex((row, i) => rows.findIndex((r) => r.id === row.id) < i) + 2

/** The first person is an employee, the second the lead, the last the owner; in a company of two they share the offices. */
function assemble(people: readonly Resident[], kind: Kind, seed: number): Company {
  const [first, second, third, fourth] = people
  const owner = people.at(-1)
  if (!first || !second || !owner) throw new Error('a company needs at least two people')
  const lead = people.length === 2 ? first : second
  const contacts = people.length > 4 && third && fourth ? [third, fourth] : [lead, owner]
  const levels = people.flatMap((p) => (p.level === null ? [] : [p.level]))
  const middle = levels.toSorted((a, b) => a - b)[Math.floor(levels.length / 2)] ?? 1
  const officials = new Set([lead, owner, ...contacts].map((p) => p.id))
  const plan = {
    name: 'Mentoring 2026',
    kind,
    curriculum: kind === 'cross-group' ? 'inclusion' : kind === 'reciprocal' ? 'reciprocal' : 'generations',
    joinBy: '2026-01-19',
    firstMonth: '2026-02',
    seniorFrom: middle + 1,
    juniorTo: middle,
    joiners: {
      seniors: Math.round(JOINING * levels.filter((level) => level > middle).length),
      juniors: Math.round(JOINING * levels.filter((level) => level <= middle).length),
      middleShare: JOINING,
    },
  }
  return companyOf(
    {
      name: 'csv',
      title: 'From a file',
      about: `${people.length} people from a CSV file; what it does not say is invented.`,
      seed,
    },
    {
      residents: withJoiners(people, plan, seed, officials),
      ownerId: owner.id,
      leadId: lead.id,
      contactIds: contacts.map((p) => p.id),
      program: {
        ...plan,
        isPrivate: false,
        sponsor: null,
        attribute: kind === 'cross-group' ? groupsOf(people) : null,
      },
    },
  )
}
