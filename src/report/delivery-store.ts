import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { DeliveryFacts } from './facts.ts'

/**
 * Kinds of messages that belong to a program, by what their subject names. The rest does not: what leads and contacts
 * get for an office that is the workspace's, and the answers to what a lead has just asked.
 */
export const ABOUT = {
  pair: ['introduction', 'kickoff', 'prompt', 'reminder', 'date', 'agreement', 'check_in', 'ending'],
  round: ['round_proposed', 'answers_few', 'waiting'],
  program: ['invitation', 'none_between', 'round_reminder', 'round_late', 'pause_ends', 'certificate', 'program-ended'],
} as const

/** What a program still sends once it has ended; everything else that was due lapses. */
const AFTER_THE_END = ['certificate', 'program-ended', 'ending'] as const

/**
 * How the messages of one program got through.
 * @param isEnded then only what follows an end is still to come
 */
export async function deliveryFacts(
  db: Db,
  workspaceId: string,
  program: { readonly id: number; readonly isEnded: boolean },
): Promise<DeliveryFacts> {
  const here = sql`workspace_id = ${workspaceId} and program_id = ${program.id}`
  // a pair's subject may carry a version, `12:3`
  const { rows } = await sql<DeliveryFacts>`
    select coalesce(sum(sent), 0)::int as sent, coalesce(sum(in_doubt), 0)::int as "inDoubt",
      coalesce(sum(failed), 0)::int as failed, max(last_sent_at) as "lastSentAt",
      min(next_due_at) filter (where not ${program.isEnded}::boolean or kind = any(${[...AFTER_THE_END]}::text[]))
        as "nextDueAt"
    from (select kind, subject, count(*) filter (where state = 'sent') as sent,
        count(*) filter (where state = 'in_doubt') as in_doubt, count(*) filter (where state = 'failed') as failed,
        max(sent_at) as last_sent_at, min(due_at) filter (where state = 'due') as next_due_at
      from delivery where workspace_id = ${workspaceId} group by kind, subject) as about
    where case
      when kind = any(${[...ABOUT.pair]}::text[])
        then split_part(subject, ':', 1) in (select pair_id::text from pair where ${here})
      when kind = any(${[...ABOUT.program]}::text[]) then subject = ${String(program.id)}
      when kind = any(${[...ABOUT.round]}::text[]) then subject in (select round_id::text from round where ${here})
      else false end`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('a count of nothing is still a row')
  return row
}
