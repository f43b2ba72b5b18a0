import type { Dual, Graph } from './graph.ts'

/** One solved graph with what proves it: anybody can check it without the solver. */
export interface ProofStep {
  /** what this step settles, most important first */
  readonly settles: readonly string[]
  readonly graph: Graph
  /** the other end of each node's pair, -1 for none */
  readonly mate: Int32Array
  readonly dual: Dual
}
