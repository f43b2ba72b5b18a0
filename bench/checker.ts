/** What the two files of a step hold, or those that `bench/solve.ts` reads and writes. */
export interface Solved {
  readonly graph: {
    readonly n: number
    readonly edges: readonly (readonly [number, number, number])[]
    readonly capacity?: readonly number[]
    readonly objective?: 'card' | 'weight'
  }
  readonly result: {
    readonly pairs: readonly (readonly [number, number])[]
    readonly weight: number
    readonly dual: {
      readonly u: readonly number[]
      readonly blossoms: readonly { readonly z: number; readonly vertices: readonly number[] }[]
      readonly big: number
    }
  }
}

/**
 * A checker of its own: knows the rule of docs/proofs.md and nothing of the solver.
 * @returns what is wrong; null when no matching of the graph is better than the one of the result
 */
export function whatIsWrong({ graph, result }: Solved): string | null {
  const capacity = graph.capacity ?? Array.from({ length: graph.n }, () => 1)
  const copies = copiesOf(capacity)
  const edges = graph.edges.flatMap(([a, b, w]) =>
    copies[a]!.flatMap((x) => copies[b]!.map((y): [number, number, number] => [x, y, w])),
  )
  const nodes = copies.flat().length
  return (
    wrongDual(result.dual, nodes, edges, graph.objective ?? 'card') ??
    wrongCover(result.dual, edges) ??
    wrongTotal(result, heaviestOf(graph.edges), capacity)
  )
}

type Edges = readonly (readonly [number, number, number])[]
type Dual = Solved['result']['dual']

/** The numbers of each node's copies, in order. */
function copiesOf(capacity: readonly number[]): number[][] {
  let next = 0
  return capacity.map((places) => Array.from({ length: places }, () => next++))
}

function wrongDual({ u, blossoms, big }: Dual, nodes: number, edges: Edges, objective: 'card' | 'weight') {
  if (u.length !== nodes) return 'a dual is missing'
  if (u.some((value) => !(value >= 0))) return 'a negative dual'
  for (const { z, vertices } of blossoms) {
    if (!(z > 0) || vertices.length < 3 || vertices.length % 2 === 0) return 'not a blossom'
    if (new Set(vertices).size < vertices.length) return 'a blossom with somebody twice'
  }
  const heaviest = edges.reduce((most, [, , w]) => Math.max(most, w), 0)
  if (objective === 'card' ? !(big > heaviest * Math.floor(nodes / 2)) : big !== 0) return 'the wrong lift'
  return null
}

function wrongCover({ u, blossoms, big }: Dual, edges: Edges): string | null {
  const sets = blossoms.map(({ z, vertices }) => ({ z, inside: new Set(vertices) }))
  for (const [a, b, w] of edges) {
    const z = sets.reduce((sum, { z: own, inside }) => sum + (inside.has(a) && inside.has(b) ? own : 0), 0)
    if (u[a]! + u[b]! + z < w + big) return `edge ${a}-${b} is not covered`
  }
  return null
}

const keyOf = (a: number, b: number): string => `${Math.min(a, b)}-${Math.max(a, b)}`

/** Of parallel edges the heaviest counts. */
function heaviestOf(edges: Edges): ReadonlyMap<string, number> {
  const heaviest = new Map<string, number>()
  for (const [a, b, w] of edges) heaviest.set(keyOf(a, b), Math.max(w, heaviest.get(keyOf(a, b)) ?? 0))
  return heaviest
}

function wrongTotal(
  { pairs, weight, dual }: Solved['result'],
  heaviest: ReadonlyMap<string, number>,
  capacity: readonly number[],
): string | null {
  const used = capacity.map(() => 0)
  let sum = 0n
  for (const [a, b] of pairs) {
    const w = heaviest.get(keyOf(a, b))
    if (w === undefined) return 'a pair without an edge'
    for (const node of [a, b]) if (++used[node]! > capacity[node]!) return 'somebody in too many pairs'
    sum += BigInt(w)
  }
  if (new Set(pairs.map(([a, b]) => keyOf(a, b))).size < pairs.length) return 'a pair twice'
  if (sum !== BigInt(weight)) return 'the weight is not the sum of the pairs'
  // everything is a multiple of one quarter; weights of somebody's own may add up to more than a double holds
  const inBlossoms = dual.blossoms.map(({ z, vertices }) => BigInt(4 * z) * BigInt((vertices.length - 1) / 2))
  const bound = [...dual.u.map((value) => BigInt(4 * value)), ...inBlossoms].reduce((total, part) => total + part, 0n)
  return bound === 4n * (sum + BigInt(pairs.length) * BigInt(dual.big)) ? null : 'the bound is not reached'
}
