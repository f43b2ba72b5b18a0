import type { Deps } from '../database/deps.ts'
import type { Call } from '../slack/listener.ts'
import type { Change } from './csv/difference.ts'
import type { Listed } from './csv/write-list.ts'
import { factsOf } from './fact-store.ts'
import type { FindSaid, Said } from './said.ts'
import { skillCatalog, skillLabels } from './skill-store.ts'
import type { SkillGroup } from './skills.ts'
import { findPeople } from './store.ts'

/** Everything a lead is shown of one person. */
export interface PersonLook {
  readonly person: Listed
  readonly said: Said
  /** what there is to choose from */
  readonly catalog: readonly SkillGroup[]
  readonly nameOf: (personId: string) => string
  readonly labelOf: (skillId: string) => string
}

/** Reads one person for a lead; changes nothing. @param changes made just now, whose people are named too */
export async function lookAtPerson(
  deps: Deps,
  findSaid: FindSaid,
  asker: Pick<Call, 'workspaceId' | 'standing'>,
  person: Listed,
  changes: readonly Change[] = [],
): Promise<PersonLook> {
  const { workspaceId } = asker
  const said = await findSaid(deps, asker, person.id)
  const named = changes.filter((change) => change.fact === 'managerId').flatMap(({ from, to }) => [from, to])
  const ids = [factsOf(person).managerId, said.facts.managerId, ...named].filter((id) => typeof id === 'string')
  const people = await findPeople(deps.db, workspaceId, ids)
  const labels = await skillLabels(deps.db, workspaceId)
  return {
    person,
    said,
    catalog: await skillCatalog(deps.db, workspaceId),
    nameOf: (id) => people.get(id)?.name ?? id,
    labelOf: (id) => labels.get(id) ?? id,
  }
}
