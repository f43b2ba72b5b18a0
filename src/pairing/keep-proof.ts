import type { Cipher } from '../database/cipher.ts'
import { type ExportedStep, exportProof } from './plan/export-proof.ts'
import type { RoundPlan } from './model.ts'
import { renumbered } from './shuffle-proof.ts'
import { thinned } from './thin-proof.ts'

/** One step of a round as it is kept and exported. */
export interface KeptStep extends ExportedStep {
  readonly settles: readonly string[]
}

/**
 * The proof as it was checked when the round was proposed, in numbers that only the key of this installation orders; of
 * a small round a part of it that proves the same pairs.
 */
export function keepProof(cipher: Cipher, plan: Pick<RoundPlan, 'steps' | 'seed' | 'nodes'>): KeptStep[] {
  const numberOf = secretOrder(cipher, plan)
  return thinned(cipher, exportProof(plan), plan.nodes).map(
    (step, i): KeptStep => ({
      settles: plan.steps[i]?.settles ?? [],
      ...renumbered(step, numberOf),
    }),
  )
}

function secretOrder(cipher: Cipher, { seed, nodes }: Pick<RoundPlan, 'seed' | 'nodes'>): number[] {
  const byTicket = nodes
    .map((_, node) => ({ node, ticket: cipher.mac(`proof/${seed}/${node}`) }))
    .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1))
  const numberOf: number[] = []
  for (const [number, { node }] of byTicket.entries()) numberOf[node] = number
  return numberOf
}
