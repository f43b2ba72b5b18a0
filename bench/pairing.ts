import { bestCandidates } from '../src/pairing/plan/best-candidates.ts'
import { figuresOf } from '../src/pairing/plan/figures.ts'
import { groupsOf } from '../src/pairing/plan/group.ts'
import { bestRound } from '../src/pairing/plan/best-round.ts'
import type { RoundInput } from '../src/pairing/model.ts'
import { countPlaces } from '../src/pairing/plan/places.ts'
import { buildRoster } from '../src/pairing/plan/roster.ts'
import { scoreOf } from '../src/pairing/plan/pair-score.ts'
import { checkCertificate } from '../src/pairing/plan/solver/certificate.ts'
import type { Graph } from '../src/pairing/plan/solver/graph.ts'
import { solve } from '../src/pairing/plan/solver/solve.ts'
import { asksForHelp } from '../src/operator/help.ts'
import type { KindId } from '../src/program/kinds.ts'
import { ADVERSARIAL } from './adversarial.ts'
import { runPackage } from './npm-package.ts'
import { readWords, USAGE, type Wanted } from './pairing-words.ts'
import { firstComeFirstServed, greedyPairs, type Peer, randomPairs } from './peers.ts'
import { inventedRound } from './population.ts'

/**
 * `npm run bench -- reciprocal 1000`: kinds and sizes, all in one process. The first figure of a company is the first run
 * in it, so cold where a single size is named; docs/benchmarks.md is made of such runs.
 */
const SMALL = 1000
const RUNS_WHEN_SMALL = 3
/** the npm package gets so long for a graph */
const PACKAGE_LIMIT_MS = 180_000

const words = process.argv.slice(2)
const wanted = readWords(words)
if (asksForHelp(words)) process.stdout.write(USAGE)
else if ('strange' in wanted) {
  process.stderr.write(`"${wanted.strange}" is no kind and no number of people.\n${USAGE}`)
  process.exitCode = 2
} else await benchAll(wanted)

async function benchAll({ kinds, sizes, onlyAdversarial, withPackage }: Wanted): Promise<void> {
  for (const kind of onlyAdversarial ? [] : kinds) {
    for (const n of sizes.length > 0 ? sizes : [100, 1000, 5000, 10_000, 50_000]) await bench(kind, n, withPackage)
  }
  if (!onlyAdversarial && sizes.length > 0) return
  for (const [name, build] of Object.entries(ADVERSARIAL)) benchAdversarial(name, build(10_000))
}

async function bench(kind: KindId, n: number, withPackage: boolean): Promise<void> {
  const input = inventedRound(kind, n, 1)
  const runs = n <= SMALL ? RUNS_WHEN_SMALL : 1
  const before = process.cpuUsage().user
  const cold = timed(() => solved(input), 1)
  const cpu = (process.cpuUsage().user - before) / 1000
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  const { roster, places, round } = cold.value
  const figures = figuresOf(roster, places, round, groupsOf(round.steps.at(-1)!, round.pairs, places))
  console.log(`\n${kind}, ${n} people, ${round.pairs.size} pairs in the graph`)
  console.log(`  company to proved pairs, first run: ${ms(cold.median)} (${ms(cpu)} of processor), peak ${memory} MiB`)
  if (runs > 1) console.log(`  again, median of ${runs}: ${ms(timed(() => solved(input), runs).median)}`)
  console.log(
    `  placed ${figures.paired} of at most ${figures.mostPossible}, worst ${figures.worst}, mean ${figures.mean?.toFixed(1)}`,
  )
  const candidates = timed(() => bestCandidates(roster, 30), runs)
  console.log(`  30 best candidates each: ${ms(candidates.median)}`)
  const { guide, learner, size } = candidates.value.pairs
  const first = (people: Int32Array) => Int32Array.from(people.subarray(0, size), (person) => places.firstOf[person]!)
  const scores = Float64Array.from({ length: size }, (_, p) => scoreOf(roster, guide[p]!, learner[p]!))
  const graph: Graph = { n: places.count, u: first(guide), v: first(learner), w: scores, objective: 'card' }
  const best = benchSolvers(graph, runs)
  if (withPackage) await benchPackage(graph, best)
}

function solved(input: RoundInput) {
  const roster = buildRoster(input)
  const places = countPlaces(roster)
  return { roster, places, round: bestRound(roster, places) }
}

interface Best {
  readonly median: number
  readonly pairs: number
  readonly total: number
}

/** The same graph to every solver: ratios in one run. */
function benchSolvers(graph: Graph, runs: number): Best {
  const own = timed(() => solve(graph), runs)
  checkCertificate(graph, own.value.mate, own.value.dual)
  const best = { median: own.median, ...worth(graph, own.value.mate) }
  console.log(`  the same graph of ${graph.u.length} pairs to each, time beside the exact solver's:`)
  console.log(`  exact, proved: ${ms(own.median)}, ${best.pairs} pairs, total ${best.total}`)
  const peers: readonly [string, Peer][] = [
    ['random', randomPairs],
    ['first come', firstComeFirstServed],
    ['greedy', greedyPairs],
  ]
  for (const [name, peer] of peers) {
    const { median, value } = timed(() => peer(graph, 1), runs)
    tell(name, median, worth(graph, value), best)
  }
  return best
}

/** One run, in a process where nothing of it ran before. */
async function benchPackage(graph: Graph, best: Best): Promise<void> {
  const name = 'edmonds-blossom'
  const ran = await runPackage(graph, PACKAGE_LIMIT_MS)
  if (ran === 'absent') console.log(`  ${name}: not installed`)
  else if (ran === 'too slow')
    console.log(
      `  ${name}: not done after ${ms(PACKAGE_LIMIT_MS)} (over ${Math.floor(PACKAGE_LIMIT_MS / best.median)}x)`,
    )
  else tell(name, ran.took, worth(graph, ran.mate), best)
}

function tell(name: string, time: number, { pairs, total }: { pairs: number; total: number }, best: Best): void {
  const share = (of: number, all: number) => (of / all).toFixed(4)
  console.log(
    `  ${name}: ${ms(time)} (${(time / best.median).toFixed(2)}x), pairs ${share(pairs, best.pairs)}, total ${share(total, best.total)} of the optimum`,
  )
}

function benchAdversarial(name: string, graph: Graph): void {
  const { median, value } = timed(() => solve(graph), RUNS_WHEN_SMALL)
  checkCertificate(graph, value.mate, value.dual)
  console.log(`\n${name}, ${graph.n} nodes, ${graph.u.length} edges: ${ms(median)}, proved`)
}

function worth({ u, v, w }: Graph, mate: Int32Array): { pairs: number; total: number } {
  const heaviest = new Map<number, number>()
  for (let e = 0; e < u.length; e++) {
    const low = Math.min(u[e]!, v[e]!)
    if (mate[u[e]!] === v[e]) heaviest.set(low, Math.max(w[e]!, heaviest.get(low) ?? 0))
  }
  return { pairs: heaviest.size, total: [...heaviest.values()].reduce((sum, weight) => sum + weight, 0) }
}

function timed<T>(job: () => T, runs: number): { readonly median: number; readonly value: T } {
  const times: number[] = []
  let value = once()
  for (let run = 1; run < runs; run++) value = once()
  return { median: times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!, value }

  function once(): T {
    const started = performance.now()
    const result = job()
    times.push(performance.now() - started)
    return result
  }
}

function ms(time: number): string {
  return time < 1000 ? `${time.toFixed(1)} ms` : `${(time / 1000).toFixed(2)} s`
}
