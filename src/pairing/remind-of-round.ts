import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { enqueue } from '../delivery/store.ts'
import { waitingList } from '../enrollment/waiting-store.ts'
import type { Program } from '../program/program.ts'
import { leadsOf } from '../program/store.ts'
import type { LateStep } from './late-round.ts'

/** A round waits for its lead: all leads are reminded and, when it is days late, those who wait read so. Once a step. */
export async function remindOfRound(
  deps: Deps,
  { workspaceId, program, step }: { workspaceId: string; program: Program; step: LateStep },
  now: Date,
): Promise<void> {
  const due = (kind: string) => (recipient: string) => ({
    workspaceId,
    kind,
    subject: String(program.id),
    cycleOn: step.on,
    recipient,
    dueAt: now,
  })
  await transaction(deps.db, async (trx) => {
    const leads = await leadsOf(trx, workspaceId, program.id)
    await enqueue(trx, leads.map(due('round_reminder')), now)
    if (!step.isNews) return
    const waiting = await waitingList(trx, workspaceId, program.id)
    await enqueue(trx, waiting.map((w) => w.personId).map(due('round_late')), now)
  })
  deps.wake()
}
