import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

/** What only one process at a time does for a workspace. */
export type LeaseName = 'sender' | 'tick'

export interface Claimant {
  readonly workspaceId: string
  /** unique for each start of a process */
  readonly holder: string
  /** no other process can have this database open, so another holder's lease is a dead one's */
  readonly isSole: boolean
}

/**
 * Takes the lease or prolongs one's own. The fence grows whenever the holder changes: what an earlier holder writes
 * late is told from ours by it.
 * @returns undefined while somebody else holds it
 */
export async function holdLease(
  db: Db,
  { workspaceId, holder, isSole }: Claimant,
  name: LeaseName,
  now: Date,
  until: Date,
): Promise<{ readonly fence: number; readonly databaseNow: Date } | undefined> {
  const { rows } = await sql<{ fence: number; database_now: Date }>`
    insert into lease (workspace_id, name, holder, fence, held_until) values (${workspaceId}, ${name}, ${holder}, 1, ${until})
    on conflict (workspace_id, name) do update
    set holder = excluded.holder, held_until = excluded.held_until,
      fence = case when lease.holder = excluded.holder then lease.fence else lease.fence + 1 end
    where lease.holder = excluded.holder or lease.held_until <= ${now} or ${isSole}::boolean
    returning fence, clock_timestamp() as database_now`.execute(db)
  const [row] = rows
  return row && { fence: row.fence, databaseNow: row.database_now }
}

/** When the present holder's lease ends; undefined where nobody ever held it. */
export async function leaseEnd(db: Db, workspaceId: string, name: LeaseName): Promise<Date | undefined> {
  const row = await db
    .selectFrom('lease')
    .select('held_until')
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.held_until
}

/** Hands the lease back; nothing happens where somebody else has it by now. */
export async function endLease(db: Db, { workspaceId, holder }: Claimant, name: LeaseName, now: Date): Promise<void> {
  await db
    .updateTable('lease')
    .set({ held_until: now })
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', name)
    .where('holder', '=', holder)
    .execute()
}

/** Longest that somebody waits for a claim; one takes milliseconds. */
const CLAIM_PATIENCE = '1000ms'

/**
 * Returns when every claim that had begun is over: each holds the sender's lease from its first statement to its end.
 * Only a workspace's very first is not waited for, when there is no lease yet, and nobody in a program either.
 * @throws after a second
 */
export async function passClaims(db: Db, workspaceId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select set_config('lock_timeout', ${CLAIM_PATIENCE}, true)`.execute(trx)
    await sql`select 1 from lease where workspace_id = ${workspaceId} and name = 'sender' for share`.execute(trx)
  })
}
