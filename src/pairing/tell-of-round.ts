import type { Db } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import type { Program } from '../program/program.ts'
import { leadsOf } from '../program/store.ts'

interface RoundNews {
  /** the round to read, or that too few have answered what decides and it has no pairs */
  readonly kind: 'round_proposed' | 'answers_few'
  readonly program: Program
  readonly roundId: number
  readonly on: string
}

/** Sends a proposed round to the lead whose program it is; the other leads hear of it when it waits too long. */
export async function tellOfRound(
  trx: Db,
  workspaceId: string,
  { kind, program, roundId, on }: RoundNews,
  now: Date,
): Promise<void> {
  const leads = await leadsOf(trx, workspaceId, program.id)
  const first = leads.includes(program.createdBy) ? program.createdBy : leads[0]
  if (first === undefined) return
  await enqueue(trx, [{ workspaceId, kind, subject: String(roundId), cycleOn: on, recipient: first, dueAt: now }], now)
}
