import type { Db, Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { enqueue } from '../delivery/store.ts'
import { waitingList } from '../enrollment/waiting-store.ts'
import type { Program } from '../program/program.ts'
import { leadsOf } from '../program/store.ts'
import type { LateStep } from './late-round.ts'
import type { Round } from './round.ts'
import { pairsOfRound } from './round-pair-store.ts'

/** A round waits for its lead: all leads are reminded and, when it is days late, whoever was told a day reads so. Once a step. */
export async function remindOfRound(
  deps: Deps,
  late: { readonly workspaceId: string; readonly program: Program; readonly round: Round; readonly step: LateStep },
  now: Date,
): Promise<void> {
  const { workspaceId, program, step } = late
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
    await enqueue(trx, (await toldOf(trx, late)).map(due('round_late')), now)
  })
  deps.wake()
}

async function toldOf(
  db: Db,
  { workspaceId, program, round, step }: Parameters<typeof remindOfRound>[1],
): Promise<string[]> {
  if (step.news === 'waiting') return (await waitingList(db, workspaceId, program.id)).map((w) => w.personId)
  if (step.news === null) return []
  return (await pairsOfRound(db, workspaceId, round.id)).flatMap((pair) => pair.members.map((m) => m.id))
}
