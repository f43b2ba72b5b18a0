import { readFileSync } from 'node:fs'
import { asksForHelp } from '../src/operator/help.ts'
import { whatIsWrong } from './checker.ts'
import { FileRefused, readSolved } from './read-solved.ts'

/**
 * `npm run -s check -- graph.json result.json`: exit 0 when the result is proved to be the best, 1 with what is wrong, 2
 * for files of another form.
 */
const USAGE =
  'Use: npm run -s check -- graph.json result.json, or node bench/check.ts in its place; docs/proofs.md has the rule.\n'
const words = process.argv.slice(2)
const [graph, result, ...more] = words
if (asksForHelp(words)) process.stdout.write(USAGE)
else if (graph === undefined || result === undefined || more.length > 0) refuse(USAGE)
else checkFiles(graph, result)

function checkFiles(graphFile: string, resultFile: string): void {
  try {
    const wrong = whatIsWrong(readSolved(read(graphFile), read(resultFile)))
    process.stdout.write(`${wrong ?? 'proved: no matching of this graph is better'}\n`)
    process.exitCode = wrong === null ? 0 : 1
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    refuse(`${error.message}\n`)
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new FileRefused(`${file} cannot be read.`, { cause })
  }
}

function refuse(sentence: string): void {
  process.stderr.write(sentence)
  process.exitCode = 2
}
