import { readFileSync } from 'node:fs'
import { asksForHelp } from '../src/operator/help.ts'
import { checkCertificate } from '../src/pairing/plan/solver/certificate.ts'
import { InexactWeights } from '../src/pairing/plan/solver/csr.ts'
import { GraphRefused, readGraph } from '../src/pairing/plan/solver/read-graph.ts'
import { solve } from '../src/pairing/plan/solver/solve.ts'
import { writeResult } from '../src/pairing/plan/solver/write-result.ts'

/** `npm run -s solve < graph.json > result.json`: exit 0 after the certificate was checked, 2 for a graph it refuses. */
const USAGE =
  'Use: npm run -s solve < graph.json > result.json, or node bench/solve.ts in its place; docs/proofs.md has the form of both files.\n'
const words = process.argv.slice(2)
if (asksForHelp(words)) process.stdout.write(USAGE)
else if (words.length > 0) refuse(USAGE)
else solveInput()

function solveInput(): void {
  try {
    const { graph, nodeOf } = readGraph(readFileSync(0, 'utf8'))
    const { mate, dual } = solve(graph)
    checkCertificate(graph, mate, dual)
    process.stdout.write(`${JSON.stringify(writeResult(graph, mate, dual, nodeOf))}\n`)
  } catch (error) {
    if (!(error instanceof GraphRefused) && !(error instanceof InexactWeights)) throw error
    refuse(`${error.message}\n`)
  }
}

function refuse(sentence: string): void {
  process.stderr.write(sentence)
  process.exitCode = 2
}
