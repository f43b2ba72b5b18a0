import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { Program } from '../program/program.ts'
import { isIntroduced } from './introduced-store.ts'

/**
 * A pair of theirs ended before they read of it: they wait on from where they did, with the rounds that passed them by
 * since they joined or their last partner was gone. Whoever rests is left alone.
 */
export async function resumeWaiting(
  db: Db,
  workspaceId: string,
  program: Pick<Program, 'id' | 'tz'>,
  personIds: readonly string[],
): Promise<void> {
  await sql`
    with before as (
      select e.person_id, coalesce((
        select max(pair.ended_at) from pair_member m join pair using (workspace_id, pair_id)
        where m.workspace_id = e.workspace_id and m.person_id = e.person_id and pair.program_id = e.program_id
          and pair.state = 'ended' and ${isIntroduced}), e.joined_at) as since
      from enrollment e
      where e.workspace_id = ${workspaceId} and e.program_id = ${program.id} and e.state = 'active'
        and e.person_id = any(${[...personIds]}::text[]))
    update enrollment set waiting_since = coalesce(waiting_since, (before.since at time zone ${program.tz})::date),
      rounds_waited = (select count(*) from round where round.workspace_id = ${workspaceId}
        and round.program_id = ${program.id} and round.state = 'published' and not round.is_small
        and round.published_at >= before.since
        and round.unpaired @> jsonb_build_array(jsonb_build_object('id', before.person_id)))
    from before
    where enrollment.workspace_id = ${workspaceId} and enrollment.program_id = ${program.id}
      and enrollment.person_id = before.person_id`.execute(db)
}
