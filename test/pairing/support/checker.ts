import type { ExportedStep } from '../../../src/pairing/plan/export-proof.ts'

/**
 * A checker of its own for the two files of pairing.md section 8: knows the published rule and nothing of the solver.
 * @returns what is wrong; null when the result is proved
 */
export function whatIsWrong({ graph, result }: ExportedStep): string | null {
  const { u, blossoms, big } = result.dual
  if (u.length !== graph.n) return 'a dual is missing'
  if (u.some((value) => !(value >= 0))) return 'a negative dual'
  for (const { z, vertices } of blossoms) {
    if (!(z > 0) || vertices.length < 3 || vertices.length % 2 === 0) return 'not a blossom'
  }
  const heaviest = graph.edges.reduce((most, [, , w]) => Math.max(most, w), 0)
  if (graph.objective === 'card' ? !(big > heaviest * Math.floor(graph.n / 2)) : big !== 0) return 'the wrong lift'
  const sets = blossoms.map(({ z, vertices }) => ({ z, inside: new Set(vertices) }))
  const heaviestOf = new Map<string, number>()
  for (const [a, b, w] of graph.edges) {
    const key = `${Math.min(a, b)}-${Math.max(a, b)}`
    heaviestOf.set(key, Math.max(w, heaviestOf.get(key) ?? 0))
    const z = sets.reduce((sum, set) => sum + (set.inside.has(a) && set.inside.has(b) ? set.z : 0), 0)
    if (u[a]! + u[b]! + z < w + big) return `edge ${key} is not covered`
  }
  return totals(result, heaviestOf)
}

function totals(
  { pairs, weight, dual }: ExportedStep['result'],
  heaviestOf: ReadonlyMap<string, number>,
): string | null {
  const used = new Set<number>()
  let sum = 0n
  for (const [a, b] of pairs) {
    const w = heaviestOf.get(`${a}-${b}`)
    if (w === undefined) return 'a pair without an edge'
    if (used.has(a) || used.has(b)) return 'somebody in two pairs'
    used.add(a).add(b)
    sum += BigInt(w)
  }
  if (sum !== BigInt(weight)) return 'the weight is not the sum of the pairs'
  // everything is a multiple of one quarter, and the totals may be more than a double holds
  const inBlossoms = dual.blossoms.map(({ z, vertices }) => BigInt(4 * z) * BigInt((vertices.length - 1) / 2))
  const bound = [...dual.u.map((value) => BigInt(4 * value)), ...inBlossoms].reduce((total, part) => total + part, 0n)
  return bound === 4n * (sum + BigInt(pairs.length) * BigInt(dual.big)) ? null : 'the bound is not reached'
}
