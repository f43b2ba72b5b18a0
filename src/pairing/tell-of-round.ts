import type { Db } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import type { Program } from '../program/program.ts'
import { leadsOf } from '../program/store.ts'

/** Sends a proposed round to the lead whose program it is; the other leads hear of it when it waits too long. */
export async function tellOfRound(
  trx: Db,
  workspaceId: string,
  { program, roundId, on }: { readonly program: Program; readonly roundId: number; readonly on: string },
  now: Date,
): Promise<void> {
  const leads = await leadsOf(trx, workspaceId, program.id)
  const first = leads.includes(program.createdBy) ? program.createdBy : leads[0]
  if (first === undefined) return
  await enqueue(
    trx,
    [{ workspaceId, kind: 'round_proposed', subject: String(roundId), cycleOn: on, recipient: first, dueAt: now }],
    now,
  )
}
