import { sql } from 'kysely'
import type { Db } from './deps.ts'

/**
 * Lets the planner of queries look at how much there is; after what writes very many rows at once. A server does so by
 * itself now and then, the embedded database never (a pair with all its messages speak of is found in a quarter of the
 * time afterwards).
 */
export async function analyze(db: Db): Promise<void> {
  await sql`analyze`.execute(db)
}
