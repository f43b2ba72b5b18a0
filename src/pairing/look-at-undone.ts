import type { Db } from '../database/deps.ts'
import { findPeople } from '../people/store.ts'
import type { Undone } from './undone.ts'
import type { UndoneNamed } from './views/published-view.ts'

/** The pairs that were not made, by full name: for a lead of the program. */
export async function lookAtUndone(db: Db, workspaceId: string, undone: readonly Undone[]): Promise<UndoneNamed[]> {
  const ids = undone.flatMap(({ gone, stay }) => [...gone, ...stay].map(({ id }) => id))
  const people = await findPeople(db, workspaceId, ids)
  const name = (id: string) => people.get(id)?.name ?? id
  return undone.map(({ gone, stay }) => ({
    gone: gone.map(({ id, why }) => ({ name: name(id), why })),
    waiting: stay.filter(({ waits }) => waits).map(({ id }) => name(id)),
    placed: stay.filter(({ waits }) => !waits).map(({ id }) => name(id)),
  }))
}
