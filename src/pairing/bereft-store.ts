import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

/** Somebody whose pair ended and who waits for another partner, between rounds. */
export interface Bereft {
  readonly personId: string
  readonly programId: number
  /** the day from which they wait, YYYY-MM-DD */
  readonly since: string
}

/**
 * Whoever lost a partner and has heard nothing since: no standing or proposed pair, no round that saw them, and not yet
 * told that there is nobody. A round has seen them where it says why they are left over: one that was proposed before
 * has not, whenever it is published.
 * @param personId left out: everybody
 */
export async function bereft(db: Db, workspaceId: string, personId?: string): Promise<Bereft[]> {
  const { rows } = await sql<Bereft>`
    select e.person_id as "personId", e.program_id as "programId",
      greatest(e.waiting_since, (lost.ended_at at time zone program.tz)::date) as since
    from enrollment e
      join program using (workspace_id, program_id)
      join person using (workspace_id, person_id)
      join lateral (
        select max(pair.ended_at) as ended_at, bool_or(pair.state <> 'ended') as has_pair
        from pair_member join pair using (workspace_id, pair_id)
        where pair_member.workspace_id = e.workspace_id and pair_member.person_id = e.person_id
          and pair.program_id = e.program_id) as lost on lost.ended_at is not null and not lost.has_pair
    where e.workspace_id = ${workspaceId} and e.state = 'active' and e.waiting_since is not null
      and (${personId ?? null}::text is null or e.person_id = ${personId ?? null})
      and program.state = 'running' and person.left_at is null
      and not exists (select 1 from round where round.workspace_id = e.workspace_id
        and round.program_id = e.program_id and not round.is_small and round.state <> 'discarded'
        and greatest(round.proposed_at, round.published_at) >= lost.ended_at
        and round.unpaired @> jsonb_build_array(jsonb_build_object('id', e.person_id)))
      and not exists (select 1 from delivery where delivery.workspace_id = e.workspace_id
        and delivery.kind = 'none_between' and delivery.subject = e.program_id::text
        and delivery.recipient = e.person_id and delivery.planned_at >= lost.ended_at)
    order by e.program_id, e.person_id collate "C"`.execute(db)
  return rows
}
