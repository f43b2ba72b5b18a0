import type { Db } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { countRoundWaited } from '../enrollment/waiting-store.ts'

interface Where {
  readonly workspaceId: string
  readonly program: { readonly id: number }
  /** the program's day, YYYY-MM-DD */
  readonly on: string
}

/** A round was published without these: one more round waited, and each reads why and when next. */
export async function tellWaiting(
  trx: Db,
  { workspaceId, program, round, on }: Where & { readonly round: { readonly id: number } },
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await countRoundWaited(trx, workspaceId, program.id, ids, on)
  const dues = ids.map((recipient) => ({
    workspaceId,
    kind: 'waiting',
    subject: String(round.id),
    cycleOn: on,
    recipient,
    dueAt: now,
  }))
  await enqueue(trx, dues, now)
}

/** Between rounds no partner was found for these: each reads so, and when next. Once a day and person. */
export async function tellNoneFound(
  trx: Db,
  { workspaceId, program, on }: Where,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const dues = ids.map((recipient) => ({
    workspaceId,
    kind: 'none_between',
    subject: String(program.id),
    cycleOn: on,
    recipient,
    dueAt: now,
  }))
  await enqueue(trx, dues, now)
}
