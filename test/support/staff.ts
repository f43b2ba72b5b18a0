import { beforeEach } from 'vitest'
import { addPeople, JANUARY, makeLead, useWorkspace, WORKSPACE } from './world.ts'

/** A workspace at the start of each test with a lead (Dana), two contacts (Priya, Tom) and nobody else. */
export function useStaff(): ReturnType<typeof useWorkspace> {
  const deps = useWorkspace()
  beforeEach(async () => {
    await addPeople(deps, [
      { person_id: 'UDANA', name: 'Dana Lee', level: 7 },
      { person_id: 'UPRIYA', name: 'Priya Shah', level: 7 },
      { person_id: 'UTOM', name: 'Tom Berg', level: 7 },
    ])
    await makeLead(deps, 'UDANA')
    const named = { workspace_id: WORKSPACE, named_by: 'UDANA', named_at: JANUARY, accepted_at: JANUARY }
    await deps.db
      .insertInto('contact')
      .values([
        { ...named, person_id: 'UPRIYA', label: 'Priya Shah' },
        { ...named, person_id: 'UTOM', label: 'Tom Berg' },
      ])
      .execute()
  })
  return deps
}
