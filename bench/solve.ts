import { readFileSync } from 'node:fs'
import { checkCertificate } from '../src/pairing/plan/solver/certificate.ts'
import { InexactWeights } from '../src/pairing/plan/solver/csr.ts'
import { GraphRefused, readGraph } from '../src/pairing/plan/solver/read-graph.ts'
import { solve } from '../src/pairing/plan/solver/solve.ts'
import { writeResult } from '../src/pairing/plan/solver/write-result.ts'

/** `node bench/solve.ts < graph.json > result.json`: exit 0 after the certificate was checked, 2 for a graph it refuses. */
try {
  const { graph, nodeOf } = readGraph(readFileSync(0, 'utf8'))
  const { mate, dual } = solve(graph)
  checkCertificate(graph, mate, dual)
  process.stdout.write(`${JSON.stringify(writeResult(graph, mate, dual, nodeOf))}\n`)
} catch (error) {
  if (!(error instanceof GraphRefused) && !(error instanceof InexactWeights)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
