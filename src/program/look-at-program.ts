import type { Db } from '../database/deps.ts'
import { findPeople, members } from '../people/store.ts'
import { eligible } from './eligibility.ts'
import type { ProgramDraft } from './draft.ts'
import { leads } from './lead-store.ts'
import type { Program } from './program.ts'

/** What there is to choose from in a program's form. */
export interface Choices {
  readonly teams: readonly string[]
  readonly sites: readonly string[]
}

/** Teams and sites people here belong to, by name. */
export async function invitationChoices(db: Db, workspaceId: string): Promise<Choices> {
  const everybody = await members(db, workspaceId)
  const names = (of: (person: (typeof everybody)[number]) => string | null) =>
    [...new Set(everybody.map(of).filter((name) => name !== null))].toSorted((a, b) => a.localeCompare(b, 'en'))
  return { teams: names((p) => p.team), sites: names((p) => p.site) }
}

/** How many are invited as a draft has it. */
export const countInvited = async (
  db: Db,
  workspaceId: string,
  draft: Pick<ProgramDraft, 'invited'>,
): Promise<number> => eligible(draft, await members(db, workspaceId)).length

/** Names of a program's own leads, and of the workspace's, each once. */
export async function leadNames(db: Db, workspaceId: string, program: Pick<Program, 'id'>): Promise<string[]> {
  const all = await leads(db, workspaceId)
  const own = all.filter((lead) => lead.programId === program.id)
  const others = all.filter((lead) => lead.programId === null)
  const ids = [...new Set([...own, ...others].map((lead) => lead.personId))]
  const people = await findPeople(db, workspaceId, ids)
  return ids.flatMap((id) => people.get(id)?.name ?? [])
}
