import type { Solved } from './checker.ts'

/** One sentence for whoever wrote the file. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
}

/** nodes, copies counted: more is refused before it takes memory */
const MOST_NODES = 1_000_000
const GRAPH_KEYS = ['n', 'edges', 'capacity', 'objective']

/**
 * The two files as the checker's rule speaks of them; of the solver that wrote them nothing is used here either.
 * @throws FileRefused for what has another form: then there is nothing that could be proved
 */
export function readSolved(graphText: string, resultText: string): Solved {
  const graph = objectIn(graphText, 'The graph')
  checkGraph(graph)
  const result = objectIn(resultText, 'The result')
  checkResult(result)
  return { graph, result } as unknown as Solved // each part of both was looked at
}

type Given = Readonly<Record<string, unknown>>

function checkGraph({ n, edges, capacity, objective, ...more }: Given): void {
  const [strange] = Object.keys(more)
  demand(strange === undefined, `A graph has no "${strange}"; its keys are ${GRAPH_KEYS.join(', ')}.`)
  demand(isCount(n) && n <= MOST_NODES, `"n" is not an integer from 0 to ${MOST_NODES}.`)
  const isPlaces = isList(capacity) && capacity.length === n && capacity.every(isCount)
  const places = isPlaces ? capacity.reduce<number>((sum, one) => sum + Number(one), 0) : 0
  demand(
    capacity === undefined || (isPlaces && places <= MOST_NODES),
    `"capacity" is not a list of ${n} integers of 0 or more, ${MOST_NODES} together at most.`,
  )
  demand([undefined, 'card', 'weight'].includes(objective as undefined), '"objective" is neither "card" nor "weight".')
  demand(isList(edges), '"edges" is not a list.')
  const wrong = edges.findIndex((edge) => !isEdge(edge, n))
  demand(wrong === -1, `Edge ${wrong} is not two different nodes and a weight of 0 or more.`)
}

const isEdge = (edge: unknown, n: number): boolean =>
  isList(edge) && edge.length === 3 && edge.every(isCount) && edge[0] !== edge[1] && edge[0]! < n && edge[1]! < n

function checkResult({ pairs, weight, dual }: Given): void {
  demand(isList(pairs) && pairs.every((pair) => isCounts(pair) && pair.length === 2), '"pairs" is not a list of pairs.')
  demand(isCount(weight), '"weight" is not an integer of 0 or more.')
  const { u, blossoms, big } = isObject(dual) ? dual : {}
  demand(isList(u) && u.every(isQuarters), '"u" is not a list of multiples of a quarter.')
  demand(isCount(big), '"big" is not an integer of 0 or more.')
  demand(
    isList(blossoms) && blossoms.every((one) => isObject(one) && isQuarters(one.z) && isCounts(one.vertices)),
    '"blossoms" is not a list of sets of nodes, each with a "z".',
  )
}

function objectIn(text: string, what: string): Given {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (cause) {
    throw new FileRefused(`${what} is not JSON.`, { cause })
  }
  if (!isObject(given)) throw new FileRefused(`${what} is not a JSON object.`)
  return given
}

function demand(isSo: boolean, sentence: string): asserts isSo {
  if (!isSo) throw new FileRefused(sentence)
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isObject = (value: unknown): value is Given => typeof value === 'object' && value !== null && !isList(value)
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0
const isCounts = (value: unknown): value is readonly number[] => isList(value) && value.every(isCount)
const isQuarters = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(4 * value)
