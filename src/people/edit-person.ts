import { createHash } from 'node:crypto'
import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { recordAct } from './audit-store.ts'
import type { Change } from './csv/difference.ts'
import type { KnownFacts } from './csv/facts.ts'
import { factsOf } from './fact-store.ts'
import { lockPeople } from './import-store.ts'
import { FACTS } from './person-cells.ts'
import { managersFrom, replaceFacts } from './person-fact-store.ts'
import { personToEdit } from './person-to-edit.ts'
import { type Cells, type FieldFault, type PersonReading, readPerson } from './read-person.ts'
import { addSkills, skillSpellings } from './skill-store.ts'
import { findPeople } from './store.ts'

/** What was written of one person, or the fields that need another look. */
export type Edit =
  | { readonly is: 'faulty'; readonly faults: readonly FieldFault[] }
  | { readonly is: 'written'; readonly changes: readonly Change[]; readonly newSkills: readonly string[] }

/**
 * Writes what a form says of one person, all of it or nothing; an empty field is forgotten. Where the facts have
 * changed since the form was opened, nothing is written: it shows what is no longer so.
 * @param input.mark of the facts that the form was filled with
 */
export async function editPerson(
  deps: Deps,
  input: {
    readonly workspaceId: string
    readonly by: string
    readonly personId: string
    readonly mark: string
    readonly cells: Cells
  },
  now: Date,
): Promise<Result<Edit>> {
  const { workspaceId, by, personId, cells } = input
  return transaction(deps.db, async (trx): Promise<Result<Edit>> => {
    await lockPeople(trx, workspaceId)
    const person = await personToEdit(trx, workspaceId, personId)
    if (!person.ok) return person
    const known = factsOf(person.value)
    const reading = await read(trx, workspaceId, { personId, known, cells })
    if (reading.is === 'faulty') return done(reading)
    const changes = changesOf(personId, known, reading.facts)
    if (changes.length === 0) return refuse('nothing_changed')
    if (markOf(known) !== input.mark) return refuse('form_out_of_date')
    await addSkills(trx, workspaceId, reading.newSkills, 'file', now)
    await replaceFacts(trx, workspaceId, personId, reading.facts, now)
    const detail = { facts: changes.map((change) => change.fact).join(', ') }
    await recordAct(trx, workspaceId, { actorId: by, verb: 'people.edit', subject: personId, detail }, now)
    return done({ is: 'written', changes, newSkills: reading.newSkills })
  })
}

/** By which a form knows the facts it was filled with. */
export const markOf = (facts: KnownFacts): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22)

async function read(
  db: Db,
  workspaceId: string,
  { personId, known, cells }: { readonly personId: string; readonly known: KnownFacts; readonly cells: Cells },
): Promise<PersonReading> {
  const above = await managersFrom(db, workspaceId, cells.manager_id)
  const people = await findPeople(db, workspaceId, [personId, cells.manager_id, ...above.keys()])
  return readPerson(cells, {
    personId,
    known,
    manager: people.get(cells.manager_id),
    above,
    nameOf: (id) => people.get(id)?.name ?? id,
    skills: await skillSpellings(db, workspaceId),
  })
}

const changesOf = (personId: string, from: KnownFacts, to: KnownFacts): readonly Change[] =>
  FACTS.map((fact) => ({ personId, fact, from: from[fact], to: to[fact] })).filter(
    (change) => JSON.stringify(change.from) !== JSON.stringify(change.to),
  )
