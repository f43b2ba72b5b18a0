import type { Deps } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'

/** A lead asked for the report: it goes to their own conversation at once. Every asking is a message of its own. */
export async function requestReport(
  deps: Deps,
  input: { readonly workspaceId: string; readonly program: Program; readonly by: string },
  now: Date,
): Promise<void> {
  const { workspaceId, program, by } = input
  await enqueue(
    deps.db,
    [
      {
        workspaceId,
        kind: 'report',
        subject: `${program.id}@${now.toISOString()}`,
        cycleOn: localDate(now, program.tz),
        recipient: by,
        dueAt: now,
      },
    ],
    now,
  )
  deps.wake()
}
