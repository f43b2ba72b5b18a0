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

/** nodes a graph may have, and what it may expand to: a slip of the pen is refused before it takes memory */
const MOST_NODES = 1_000_000
const MOST_EDGES = 10_000_000
const KEYS = ['n', 'edges', 'capacity', 'objective']

/** @throws GraphRefused saying what is wrong and where */
export function readGraph(text: string): ReadGraph {
  const given = parse(text)
  const { n, edges, objective = 'card' } = given
  refuseStrangeKeys(Object.keys(given))
  if (!isCount(n)) throw new GraphRefused('"n" is not an integer of 0 or more.')
  if (n > MOST_NODES) throw new GraphRefused(`"n" is ${n}; this holds ${atMost(MOST_NODES)} nodes.`)
  if (objective !== 'card' && objective !== 'weight')
    throw new GraphRefused('"objective" is neither "card" nor "weight".')
  if (!Array.isArray(edges)) throw new GraphRefused('"edges" is not a list.')
  const capacity = readCapacity(given['capacity'], n)
  const firstOf = new Int32Array(n + 1)
  for (let v = 0; v < n; v++) {
    firstOf[v + 1] = firstOf[v]! + capacity[v]!
    if (firstOf[v + 1]! > MOST_NODES)
      throw new GraphRefused(`The capacities add up to more than this holds, ${atMost(MOST_NODES)} nodes.`)
  }
  const nodeOf = new Int32Array(firstOf[n]!)
  for (let v = 0; v < n; v++) nodeOf.fill(v, firstOf[v]!, firstOf[v + 1]!)
  const read = edges.map((edge: unknown, i) => readEdge(edge, i, n, capacity))
  return { graph: { n: nodeOf.length, ...expand(read, firstOf, capacity), objective }, nodeOf }
}

/** Every copy of every edge. @param firstOf number of each node's first copy */
function expand(
  edges: readonly Edge[],
  firstOf: Int32Array,
  capacity: readonly number[],
): Pick<Graph, 'u' | 'v' | 'w'> {
  const size = edges.reduce((sum, [a, b]) => sum + capacity[a]! * capacity[b]!, 0)
  if (size > MOST_EDGES) throw new GraphRefused(`There are ${size} edges; this holds ${atMost(MOST_EDGES)}.`)
  const [u, v, w] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)]
  let e = 0
  for (const [a, b, weight] of edges) {
    for (let x = firstOf[a]!; x < firstOf[a + 1]!; x++) {
      for (let y = firstOf[b]!; y < firstOf[b + 1]!; y++, e++) {
        u[e] = x
        v[e] = y
        w[e] = weight
      }
    }
  }
  return { u, v, w }
}

function parse(text: string): { readonly [key: string]: unknown } {
  let given: unknown
  try {
    // some editors write a byte-order mark first
    given = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (cause) {
    throw new GraphRefused('This is not JSON.', { cause })
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new GraphRefused('This is not a JSON object.')
  return { ...given }
}

/** A key that is passed over would be an answer to another question than the one that was meant. */
function refuseStrangeKeys(keys: readonly string[]): void {
  const strange = keys.find((key) => !KEYS.includes(key))
  if (strange === undefined) return
  const near = KEYS.find((key) => strange.toLowerCase().startsWith(key.slice(0, 3)))
  throw new GraphRefused(
    near === undefined
      ? `A graph has no "${strange}"; its keys are n, edges, capacity and objective.`
      : `A graph has no "${strange}"; did you mean "${near}"? Nothing was solved.`,
  )
}

const atMost = (n: number): string => `at most ${n.toLocaleString('en-US')}`

function readCapacity(given: unknown, n: number): number[] {
  if (given === undefined) return Array.from({ length: n }, () => 1)
  if (!Array.isArray(given) || given.length !== n) throw new GraphRefused(`"capacity" is not a list of ${n} numbers.`)
  return given.map((capacity: unknown, v) => {
    if (!isCount(capacity)) throw new GraphRefused(`The capacity of node ${v} is not an integer of 0 or more.`)
    return capacity
  })
}

type Edge = readonly [a: number, b: number, weight: number]

function readEdge(edge: unknown, i: number, n: number, capacity: readonly number[]): Edge {
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
