import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

export interface DeliveryCounts {
  readonly due: number
  readonly sent: number
  readonly doubtful: number
  readonly failed: number
  /** tried, and still waiting after an hour */
  readonly stuck: number
}

/** How many messages are in which state; `stuck` as of `now`. */
export async function countDeliveries(db: Db, workspaceId: string, now: Date): Promise<DeliveryCounts> {
  const hourAgo = new Date(now.getTime() - 3_600_000)
  const { rows } = await sql<DeliveryCounts>`
    select count(*) filter (where state in ('due', 'sending')) as due, count(*) filter (where state = 'sent') as sent,
      count(*) filter (where state = 'in_doubt') as doubtful, count(*) filter (where state = 'failed') as failed,
      count(*) filter (where state = 'due' and attempt > 0 and planned_at < ${hourAgo}) as stuck
    from delivery where workspace_id = ${workspaceId}`.execute(db)
  return rows[0] ?? { due: 0, sent: 0, doubtful: 0, failed: 0, stuck: 0 }
}

/** To whom something failed or is in doubt, and why; which kind of message it was stays out. */
export interface Trouble {
  /** null for a group message */
  readonly person: string | null
  readonly state: 'failed' | 'in_doubt'
  readonly reason: string
}

/** The latest first; the same trouble of one person once. */
export async function troubles(db: Db, workspaceId: string, limit: number): Promise<Trouble[]> {
  const { rows } = await sql<{ recipient: string; state: 'failed' | 'in_doubt'; reason: string | null }>`
    select recipient, state, reason from delivery
    where workspace_id = ${workspaceId} and state in ('failed', 'in_doubt')
    group by recipient, state, reason
    order by max(planned_at) desc, recipient
    limit ${limit}`.execute(db)
  return rows.map(({ recipient, state, reason }) => ({
    person: recipient.includes(':') ? null : recipient,
    state,
    reason: reason ?? '',
  }))
}
