import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

/**
 * What the reason of a row being sent says of it. Set aside: its sender sleeps, and has to keep it once more before it
 * posts it; until then anybody may take it back. Recalled: its sender may be posting it; if not, it gives it back.
 */
export const ASIDE = 'waits for its turn'
const RECALLED = 'is not wanted as it stands'

/** The columns of a row that was claimed and never tried. */
const UNTRIED = sql`state = 'due', reason = null, fence = null, lease_until = null, sent_at = null, attempt = attempt - 1`

/**
 * Keeps those rows, set aside or to be sent now; what was recalled of them is due again.
 * @returns those that are still ours
 */
export async function keep(
  db: Db,
  workspaceId: string,
  fence: number,
  ids: readonly number[],
  how: { readonly aside: boolean },
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    with recalled as (
      update delivery set ${UNTRIED}
      where workspace_id = ${workspaceId} and delivery_id = any(${[...ids]}::integer[])
        and state = 'sending' and fence = ${fence} and reason = ${RECALLED}
    )
    update delivery set reason = ${how.aside ? ASIDE : null}
    where workspace_id = ${workspaceId} and delivery_id = any(${[...ids]}::integer[])
      and state = 'sending' and fence = ${fence} and reason is distinct from ${RECALLED}
    returning delivery_id as id`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/**
 * Takes back what was set aside of the messages to them: it is due again, so that it is decided anew. The others are
 * recalled.
 * @returns the others: they are on their way, or about to be given back
 */
export async function takeBack(db: Db, workspaceId: string, recipients: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with aside as (
      update delivery set ${UNTRIED}
      where workspace_id = ${workspaceId} and recipient = any(${[...recipients]}::text[]) and state = 'sending'
        and reason = ${ASIDE}
    )
    update delivery set reason = ${RECALLED}
    where workspace_id = ${workspaceId} and recipient = any(${[...recipients]}::text[]) and state = 'sending'
      and reason is distinct from ${ASIDE}
    returning delivery_id as id`.execute(db)
  return rows.map((row) => row.id)
}
