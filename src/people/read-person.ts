import { type Column, matchHeaders } from './csv/columns.ts'
import type { FactName, Facts, KnownFacts } from './csv/facts.ts'
import { type Fault, type FaultCode, note, type Remark, type RemarkCode } from './csv/fault.ts'
import { LineCells } from './csv/line-cells.ts'
import { readFacts } from './csv/read-facts.ts'
import type { Person } from './person.ts'
import { COLUMN_OF, FACTS } from './person-cells.ts'

/** What the form holds, as the cells of one line of people.csv; '' is empty. */
export type Cells = Readonly<Record<(typeof COLUMN_OF)[FactName], string>>

/** What a file's many lines are only remarked upon for, and one form is refused for. */
export type ManagerFaultCode = Extract<RemarkCode, `manager_${string}`>

/** Something of the form that cannot be taken, beside the field of that column. */
export interface FieldFault {
  readonly code: FaultCode | ManagerFaultCode
  readonly value: string
  readonly column: Column
}

export type PersonReading =
  | { readonly is: 'faulty'; readonly faults: readonly FieldFault[] }
  | { readonly is: 'read'; readonly facts: KnownFacts; readonly newSkills: readonly string[] }

/** What the cells are read against. */
export interface Around {
  readonly personId: string
  /** what is known now: a manager who stays needs no second look, and an order of skills that only Slack changed is none */
  readonly known: KnownFacts
  /** whoever the form names as manager; undefined where nobody here is */
  readonly manager: Person | undefined
  /** each person to their manager, upwards from that manager */
  readonly above: ReadonlyMap<string, string>
  readonly nameOf: (id: string) => string
  /** every spelling of a skill, with its id */
  readonly skills: ReadonlyMap<string, string>
}

/**
 * Reads a form by the rules of people.csv. A wrong manager is a fault here, where a file only remarks on it: who
 * corrects one person wants to hear of it, and can.
 */
export function readPerson(cells: Cells, around: Around): PersonReading {
  const found = { faults: [] as Fault[], remarks: [] as Remark[], newSkills: new Map<string, string>() }
  const { personId, known, skills, manager } = around
  const managerStays = cells.manager_id !== '' && cells.manager_id === known.managerId
  const facts = readFacts(
    lineOf(managerStays ? { ...cells, manager_id: '' } : cells),
    { ...FORM, personId, people: new Map(manager ? [[manager.id, manager]] : []), skills },
    found,
  )
  const faults = [
    ...found.faults.map(({ code, value, column = 'id' }) => ({ code, value, column })),
    ...found.remarks.flatMap(({ code, value }) => (isOfManager(code) ? [ofManager(code, value)] : [])),
    ...managerFaults(facts, around),
  ]
  if (faults.length > 0) return { is: 'faulty', faults }
  const read = settled(facts, known)
  const newSkills = [...found.newSkills.values()]
  return { is: 'read', facts: managerStays ? { ...read, managerId: known.managerId } : read, newSkills }
}

/** A form has no headers to map, no e-mails and no words for levels. */
const FORM = { emails: null, mapping: {}, levelOrder: null, levels: new Map<string, number>() }

function lineOf(cells: Cells): LineCells {
  const columns = FACTS.map((fact) => COLUMN_OF[fact])
  return new LineCells({ line: 1, cells: columns.map((column) => cells[column]) }, matchHeaders(columns, {}))
}

const isOfManager = (code: RemarkCode): code is ManagerFaultCode => code.startsWith('manager_')

const ofManager = (code: FieldFault['code'], value: string): FieldFault => ({
  ...note(code, null, value),
  column: 'manager_id',
})

/** An app as manager, and a line of managers that would come back to this person. */
function managerFaults({ managerId }: Facts, { personId, manager, above, nameOf }: Around): FieldFault[] {
  if (managerId === undefined || !manager) return []
  if (manager.isBot) return [ofManager('bot', manager.name)]
  const circle = [personId]
  for (let at: string | undefined = managerId; at !== undefined && !circle.includes(at); at = above.get(at)) {
    circle.push(at)
    if (above.get(at) === personId) return [ofManager('manager_circle', circle.map(nameOf).join(', '))]
  }
  return []
}

/** All facts: what is not said is unknown, and the same skills in another order are the same. */
function settled(facts: Facts, known: KnownFacts): KnownFacts {
  const list = (name: 'languages' | 'offers' | 'wants') => {
    const [now, before] = [facts[name] ?? [], known[name] ?? []]
    return now.length === before.length && now.every((one) => before.includes(one)) ? before : now
  }
  return {
    level: facts.level ?? null,
    team: facts.team ?? null,
    site: facts.site ?? null,
    managerId: facts.managerId ?? null,
    startOn: facts.startOn ?? null,
    hours: facts.hours ?? null,
    languages: list('languages'),
    offers: list('offers'),
    wants: list('wants'),
    role: facts.role ?? null,
    capacity: facts.capacity ?? null,
  }
}
