import type { Graph } from './graph.ts'

/** A graph as pairing.md section 8 writes it, expanded: node v stands there capacity[v] times. */
export interface ReadGraph {
  readonly graph: Graph
  /** node of the input that each copy stands for */
  readonly nodeOf: Int32Array
}

/** One sentence for whoever wrote the file. */
export class GraphRefused extends Error {
  override readonly name = 'GraphRefused'
}

/** Most copies a graph may expand to, so that a slip in a capacity does not exhaust memory. */
const MOST_COPIES = 5_000_000

/** @throws GraphRefused saying what is wrong and where */
export function readGraph(text: string): ReadGraph {
  const given = parse(text)
  const { n, edges, objective = 'card' } = given
  if (!isCount(n)) throw new GraphRefused('"n" is not an integer of 0 or more.')
  if (objective !== 'card' && objective !== 'weight')
    throw new GraphRefused('"objective" is neither "card" nor "weight".')
  if (!Array.isArray(edges)) throw new GraphRefused('"edges" is not a list.')
  const capacity = readCapacity(given['capacity'], n)
  const firstOf = new Int32Array(n + 1)
  for (let v = 0; v < n; v++) {
    firstOf[v + 1] = firstOf[v]! + capacity[v]!
    if (firstOf[v + 1]! > MOST_COPIES) throw new GraphRefused('The capacities add up to more than this can hold.')
  }
  const nodeOf = new Int32Array(firstOf[n]!)
  for (let v = 0; v < n; v++) nodeOf.fill(v, firstOf[v]!, firstOf[v + 1]!)
  const u: number[] = []
  const v: number[] = []
  const w: number[] = []
  for (const [i, edge] of edges.entries()) {
    const [a, b, weight] = readEdge(edge, i, n, capacity)
    for (let x = firstOf[a]!; x < firstOf[a + 1]!; x++) {
      for (let y = firstOf[b]!; y < firstOf[b + 1]!; y++) {
        u.push(x)
        v.push(y)
        w.push(weight)
      }
    }
  }
  const graph = {
    n: nodeOf.length,
    u: Int32Array.from(u),
    v: Int32Array.from(v),
    w: Float64Array.from(w),
    objective,
  } as const
  return { graph, nodeOf }
}

function parse(text: string): { readonly [key: string]: unknown } {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (cause) {
    throw new GraphRefused('This is not JSON.', { cause })
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new GraphRefused('This is not a JSON object.')
  return { ...given }
}

function readCapacity(given: unknown, n: number): number[] {
  if (given === undefined) return Array.from({ length: n }, () => 1)
  if (!Array.isArray(given) || given.length !== n) throw new GraphRefused(`"capacity" is not a list of ${n} numbers.`)
  return given.map((capacity: unknown, v) => {
    if (!isCount(capacity)) throw new GraphRefused(`The capacity of node ${v} is not an integer of 0 or more.`)
    return capacity
  })
}

function readEdge(edge: unknown, i: number, n: number, capacity: readonly number[]): readonly [number, number, number] {
  if (!Array.isArray(edge) || edge.length !== 3)
    throw new GraphRefused(`Edge ${i} is not a list of two nodes and a weight.`)
  const [a, b, weight]: unknown[] = edge
  if (!isCount(a) || !isCount(b) || a >= n || b >= n)
    throw new GraphRefused(`Edge ${i} names a node that is not one of 0 to ${n - 1}.`)
  if (a === b) throw new GraphRefused(`Edge ${i} joins node ${a} with itself.`)
  if (!isCount(weight)) throw new GraphRefused(`The weight of edge ${i} is not an integer of 0 or more.`)
  if (capacity[a]! > 1 && capacity[b]! > 1) throw new GraphRefused(`Edge ${i} has a capacity above 1 at both ends.`)
  return [a, b, weight]
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
