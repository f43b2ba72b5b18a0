import type { Insertable } from 'kysely'
import type { DB } from '../../src/database/schema.ts'
import { JANUARY, type World, WORKSPACE } from './world.ts'

/** A standing pair, guide first, of a published round. @returns its id */
export async function aPair(
  { db }: World,
  programId: number,
  members: readonly [string, string] | readonly [string, string, string],
  over: Partial<Insertable<DB['pair']>> = {},
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('round')
      .select('round_id')
      .where('workspace_id', '=', WORKSPACE)
      .where('program_id', '=', programId)
      .executeTakeFirst()
    const round =
      known ??
      (await trx
        .insertInto('round')
        .values({
          workspace_id: WORKSPACE,
          program_id: programId,
          number: 1,
          state: 'published',
          seed: 1,
          held_on: '2026-01-15',
          proposed_at: JANUARY,
          published_at: JANUARY,
          published_by: 'UDANA',
        })
        .returning('round_id')
        .executeTakeFirstOrThrow())
    const { pair_id } = await trx
      .insertInto('pair')
      .values({
        workspace_id: WORKSPACE,
        program_id: programId,
        round_id: round.round_id,
        state: 'active',
        score: 500,
        reason: '[]',
        started_on: '2026-01-15',
        ...over,
      })
      .returning('pair_id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('pair_member')
      .values(
        members.map((person, i) => ({
          workspace_id: WORKSPACE,
          pair_id,
          person_id: person,
          role: i === 0 ? ('guide' as const) : ('learner' as const),
        })),
      )
      .execute()
    await trx
      .updateTable('enrollment')
      .set({ waiting_since: null })
      .where('workspace_id', '=', WORKSPACE)
      .where('program_id', '=', programId)
      .where('person_id', 'in', members)
      .execute()
    return pair_id
  })
}
