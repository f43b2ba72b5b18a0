import { sql } from 'kysely'
import type { Recipients } from '../delivery/delivery.ts'

interface Row {
  readonly id: string
  readonly tz: string
  readonly isActive: boolean
  readonly groups: readonly string[]
}

/** Who may be sent something: people who are here. What a program or a pair says of them, each message asks for itself. */
export const recipients: Recipients = async (db, workspaceId, ids) => {
  const { rows } = await sql<Row>`
    select person_id as id, tz, left_at is null and not is_bot as "isActive",
      array(select 'pair:' || pair_member.pair_id from pair_member
        join pair on pair.workspace_id = pair_member.workspace_id and pair.pair_id = pair_member.pair_id and pair.state = 'active'
        where pair_member.workspace_id = person.workspace_id and pair_member.person_id = person.person_id
        order by pair_member.pair_id) as groups
    from person
    where workspace_id = ${workspaceId} and person_id = any(${[...ids]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
