import type { Insertable } from 'kysely'
import type { DB } from '../../src/database/schema.ts'
import { aPerson, JANUARY, makeLead, type World, WORKSPACE } from './world.ts'

/** An open reverse program in Detroit that pairs on 20 January and begins in February. @returns its id */
export async function aProgram({ db }: World, over: Partial<Insertable<DB['program']>> = {}): Promise<number> {
  const name = over.name ?? 'Generations 2026'
  const row = await db
    .insertInto('program')
    .values({
      workspace_id: WORKSPACE,
      name,
      name_key: name.toLowerCase(),
      kind: 'reverse',
      state: 'open',
      tz: 'America/Detroit',
      created_by: 'LEAD',
      created_at: JANUARY,
      opened_at: JANUARY,
      join_by: '2026-01-19',
      first_on: '2026-02-01',
      next_round_on: '2026-01-20',
      cadence: 1,
      curriculum: 'generations',
      invited: '{}',
      rules: JSON.stringify({
        otherTeam: true,
        sharedLanguage: true,
        sharedHours: true,
        mostPlaced: true,
        odd: 'turn',
      }),
      seed: 7,
      ...over,
    })
    .returning('program_id')
    .executeTakeFirstOrThrow()
  return row.program_id
}

/** A program and who leads all: Dana Whitfield, or those of the given names. @returns its id */
export async function aLedProgram(
  world: World,
  leads: Readonly<Record<string, string>> = { LEAD: 'Dana Whitfield' },
  over: Partial<Insertable<DB['program']>> = {},
): Promise<number> {
  for (const [person_id, name] of Object.entries(leads)) {
    await aPerson(world, { person_id, name })
    await makeLead(world, person_id)
  }
  return aProgram(world, over)
}

/** Somebody who is there already joins: active, and waiting since then unless said otherwise. */
export async function enrolled(
  { db }: World,
  programId: number,
  personId: string,
  role: 'guide' | 'learner' | 'both' = 'guide',
  over: Partial<Insertable<DB['enrollment']>> = {},
): Promise<void> {
  await db
    .insertInto('enrollment')
    .values({
      workspace_id: WORKSPACE,
      program_id: programId,
      person_id: personId,
      role,
      capacity: 1,
      state: 'active',
      joined_at: JANUARY,
      conduct_accepted_at: JANUARY,
      waiting_since: '2026-01-05',
      ...over,
    })
    .execute()
}

/** Somebody new, in the program from the first day. */
export async function joined(
  world: World,
  programId: number,
  role: 'guide' | 'learner' | 'both',
  person: Parameters<typeof aPerson>[1],
): Promise<void> {
  await aPerson(world, person)
  await enrolled(world, programId, person.person_id, role)
}
