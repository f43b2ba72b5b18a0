import { setTimeout as nap } from 'node:timers/promises'
import type { Database } from './open.ts'

const PATIENCE_MS = 3_000

/** Whether the database answers within a moment. */
export async function isAlive({ pool }: Database): Promise<boolean> {
  const asked = pool
    .query('select 1')
    .then(() => true)
    .catch(() => false)
  return Promise.race([asked, nap(PATIENCE_MS, false, { ref: false })])
}
