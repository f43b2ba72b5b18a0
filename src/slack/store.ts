import type { Cipher } from '../database/cipher.ts'
import type { Db } from '../database/deps.ts'

const at = (workspaceId: string, key: string) => ({ table: 'inbox', row: `${workspaceId}/${key}` })

/**
 * Writes down that a payload arrived, before it is acknowledged.
 * @param body kept (sealed) where a crash must not lose it, else null
 * @returns false when the same payload was here before: a retry or a replay
 */
export async function receive(
  db: Db,
  cipher: Cipher,
  inbound: { readonly workspaceId: string; readonly key: string; readonly body: string | null },
  now: Date,
): Promise<boolean> {
  const { workspaceId, key, body } = inbound
  const row = await db
    .insertInto('inbox')
    .values({
      workspace_id: workspaceId,
      inbox_key: key,
      received_at: now,
      body: body === null ? null : cipher.seal(body, at(workspaceId, key)),
      done_at: body === null ? now : null,
    })
    .onConflict((c) => c.columns(['workspace_id', 'inbox_key']).doNothing())
    .returning('inbox_key')
    .executeTakeFirst()
  return row !== undefined
}

/** The payload has been dealt with; its body is forgotten. */
export async function finish(db: Db, workspaceId: string, key: string, now: Date): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ done_at: now, body: null })
    .where('workspace_id', '=', workspaceId)
    .where('inbox_key', '=', key)
    .execute()
}

/** Payloads that a crash left unfinished, oldest first. */
export async function unfinished(
  db: Db,
  cipher: Cipher,
  workspaceId: string,
): Promise<readonly { key: string; body: string }[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['inbox_key', 'body'])
    .where('workspace_id', '=', workspaceId)
    .where('done_at', 'is', null)
    .where('body', 'is not', null)
    .orderBy('received_at')
    .orderBy('inbox_key')
    .execute()
  return rows.flatMap((r) =>
    r.body ? [{ key: r.inbox_key, body: cipher.open(r.body, at(workspaceId, r.inbox_key)) }] : [],
  )
}

/** Kept whatever their age: a moved clock makes a minute look like a month, and a signature stays good for minutes. */
const NEWEST_KEPT = 1_000

/** Forgets payloads older than that; Slack repeats none after an hour. */
export async function forgetInbox(db: Db, workspaceId: string, before: Date): Promise<void> {
  await db
    .deleteFrom('inbox')
    .where('workspace_id', '=', workspaceId)
    .where('received_at', '<', before)
    .where('done_at', 'is not', null)
    .where('inbox_key', 'not in', (kept) =>
      kept
        .selectFrom('inbox')
        .select('inbox_key')
        .where('workspace_id', '=', workspaceId)
        .orderBy('received_at', 'desc')
        .orderBy('inbox_key')
        .limit(NEWEST_KEPT),
    )
    .execute()
}
