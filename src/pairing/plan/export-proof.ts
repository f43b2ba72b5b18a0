import type { RoundPlan } from '../model.ts'
import { type WrittenResult, writeResult } from './solver/write-result.ts'

/** The two files of one step, for any checker: graph.json and result.json of pairing.md section 8. */
export interface ExportedStep {
  readonly graph: {
    readonly n: number
    readonly edges: readonly (readonly [number, number, number])[]
    readonly objective: 'card' | 'weight'
  }
  readonly result: WrittenResult
}

/**
 * Graph and certificate of each step of a round, without a name or an id: nodes are numbers, `plan.nodes` says whose.
 * After the first step the graph holds the tight edges of the step before, and each edge earns for what has to be filled.
 */
export function exportProof(plan: Pick<RoundPlan, 'steps'>): ExportedStep[] {
  return plan.steps.map(({ graph, mate, dual }) => ({
    graph: {
      n: graph.n,
      edges: Array.from(graph.u, (u, e) => [u, graph.v[e]!, graph.w[e]!] as const),
      objective: graph.objective,
    },
    result: writeResult(graph, mate, dual),
  }))
}
