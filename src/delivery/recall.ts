import { setTimeout as nap } from 'node:timers/promises'
import type { Db } from '../database/deps.ts'
import { takeBack } from './held-store.ts'
import { passClaims } from './lease-store.ts'

/** Real time, because a call to Slack takes it: an answer to a form is due within three seconds. */
const PATIENCE_MS = 1_500
const LOOK_EVERY_MS = 25

/**
 * Called once it is committed that nothing more is wanted. Messages to those recipients that wait for their turn are
 * taken back, those not begun in time go back by themselves, those on their way to Slack are waited for. Nothing is
 * begun afterwards that was decided before.
 * @param recipients  as rows name them: people, and groups they were in
 * @returns false where something is still on its way, or may be: it can arrive later
 */
export async function recall(db: Db, workspaceId: string, recipients: readonly string[]): Promise<boolean> {
  try {
    // A claim that has not seen the commit has begun before it, and is over after this.
    await passClaims(db, workspaceId)
    const awaited = new Set(await takeBack(db, workspaceId, recipients))
    const until = performance.now() + PATIENCE_MS
    while (awaited.size > 0 && performance.now() < until) {
      await nap(LOOK_EVERY_MS)
      const left = await takeBack(db, workspaceId, recipients)
      for (const id of awaited) if (!left.includes(id)) awaited.delete(id)
    }
    return awaited.size === 0
  } catch {
    // What was committed stays so; only whether it is quiet is not known.
    return false
  }
}
