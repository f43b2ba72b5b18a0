import { createHash } from 'node:crypto'
import type { Db } from '../database/deps.ts'
import { type Difference, difference } from './csv/difference.ts'
import type { Fault, Remark } from './csv/fault.ts'
import { readEntries } from './csv/read-entries.ts'
import { readTable } from './csv/table.ts'
import { factsOf, listed } from './fact-store.ts'
import type { ImportDraft } from './import-store.ts'
import type { Person } from './person.ts'
import { skillLabels, skillSpellings } from './skill-store.ts'
import { skillId } from './skills.ts'
import { everybody } from './store.ts'

/** How far a file can be taken, against the people as they are now. */
export type DraftReading =
  | { readonly is: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly is: 'unnamed'; readonly headers: readonly string[] }
  | { readonly is: 'without-emails' }
  | { readonly is: 'unordered'; readonly words: readonly string[] }
  | ({ readonly is: 'ready' } & Ready)

/** A file that can be applied: what would change, and a mark by which a later look is known to be the same. */
export interface Ready {
  readonly difference: Difference
  readonly remarks: readonly Remark[]
  readonly newSkills: readonly string[]
  readonly people: ReadonlyMap<string, Person>
  /** what skills are called, the new ones among them, by id */
  readonly labels: ReadonlyMap<string, string>
  readonly fingerprint: string
}

export async function readDraft(db: Db, workspaceId: string, draft: ImportDraft): Promise<DraftReading> {
  const read = readTable(draft.text)
  if ('faults' in read) return { is: 'faulty', faults: read.faults }
  const people = new Map((await everybody(db, workspaceId)).map((person) => [person.id, person]))
  const reading = readEntries(read.table, {
    people,
    emails: draft.emails && new Map(Object.entries(draft.emails)),
    skills: await skillSpellings(db, workspaceId),
    mapping: draft.mapping,
    levelOrder: draft.levelOrder,
  })
  if (reading.is !== 'read') return reading
  const known = new Map((await listed(db, workspaceId)).map((person) => [person.id, factsOf(person)]))
  const found = difference(reading.entries, known, (id) => people.get(id)?.name ?? id)
  const { remarks, newSkills } = reading
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([found, newSkills]))
    .digest('base64url')
    .slice(0, 22)
  const labels = new Map([
    ...(await skillLabels(db, workspaceId)),
    ...newSkills.map((label) => [skillId(label), label] as const),
  ])
  return { is: 'ready', difference: found, remarks, newSkills, people, labels, fingerprint }
}
