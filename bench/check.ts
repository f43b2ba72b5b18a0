import { readFileSync } from 'node:fs'
import { type Solved, whatIsWrong } from './checker.ts'

/** `node bench/check.ts graph.json result.json`: exit 0 when the result is proved to be the best, else 1 with what is wrong. */
const [graph, result] = process.argv.slice(2)
if (graph === undefined || result === undefined) {
  process.stderr.write('usage: node bench/check.ts graph.json result.json\n')
  process.exitCode = 2
} else {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
  const wrong = whatIsWrong({ graph: read(graph), result: read(result) } as Solved) // what is not so is found wrong, or throws
  process.stdout.write(`${wrong ?? 'proved: no matching of this graph is better'}\n`)
  process.exitCode = wrong === null ? 0 : 1
}
