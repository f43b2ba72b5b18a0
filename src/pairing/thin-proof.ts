import type { Cipher } from '../database/cipher.ts'
import type { ExportedStep } from './plan/export-proof.ts'

/** From so many people on nobody can tell from a graph of numbers who is who. */
const UNTHINNED_FROM = 50

/**
 * The steps of a small round without about half of the pairs that no step's result uses, the same in all of them, so
 * that a missing edge is not the sign of what keeps two people apart. The certificates hold all the same: what is
 * above every matching of a graph is above those of each part of it, and the result's own pairs stay.
 * This installation's key draws by the two people and not by round: else who pairs again and again would see each pair
 * that may be, sooner or later. All places of a guide go together, or the number of those missing would tell.
 * @param nodes whose each node is
 */
export function thinned(cipher: Cipher, steps: readonly ExportedStep[], nodes: readonly string[]): ExportedStep[] {
  if (new Set(nodes).size >= UNTHINNED_FROM) return [...steps]
  const pairOf = (a: number, b: number) => inOrder(nodes[a]!, nodes[b]!)
  const used = new Set(steps.flatMap(({ result }) => result.pairs.map(([a, b]) => pairOf(a, b))))
  const stays = (pair: string) => used.has(pair) || Number.parseInt(cipher.mac(`proof/pair/${pair}`)[0]!, 16) < 8
  return steps.map(({ graph, result }) => ({
    graph: { ...graph, edges: graph.edges.filter(([a, b]) => stays(pairOf(a, b))) },
    result,
  }))
}

const inOrder = (one: string, other: string) => (one < other ? `${one}/${other}` : `${other}/${one}`)
