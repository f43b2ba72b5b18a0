import { expect, test } from 'vitest'
import { inventedRound } from '../../bench/population.ts'
import { allPairs } from '../../src/pairing/plan/all-pairs.ts'
import { bestCandidates } from '../../src/pairing/plan/best-candidates.ts'
import { bestRound } from '../../src/pairing/plan/best-round.ts'
import { groupScore, groupsOf } from '../../src/pairing/plan/group.ts'
import type { PairList } from '../../src/pairing/plan/pair-list.ts'
import { isAdmissible } from '../../src/pairing/plan/pair-rules.ts'
import { scoreOf } from '../../src/pairing/plan/pair-score.ts'
import { countPlaces, type Places } from '../../src/pairing/plan/places.ts'
import { Pricer } from '../../src/pairing/plan/pricer.ts'
import { buildRoster, type Roster } from '../../src/pairing/plan/roster.ts'
import { RowScan } from '../../src/pairing/plan/row-scan.ts'
import { goalsOf, proofsOf, type SolvedRound, solveSteps } from '../../src/pairing/plan/solve-steps.ts'
import { type KindId, KINDS } from '../../src/program/kinds.ts'

const KIND_IDS = Object.keys(KINDS) as KindId[] // the keys of Record<KindId, Kind>

/** What a round is worth: the value of every step, then pairs, points and the floor. */
function worth(r: Roster, places: Places, pairs: PairList, round: SolvedRound) {
  const groups = groupsOf(round.steps.at(-1)!, pairs, places)
  return {
    pairs: groups.length,
    points: groups.reduce((sum, group) => sum + groupScore(r, group), 0),
    floor: round.floor,
  }
}

test.each(KIND_IDS)('a large %s round over a few candidates is worth what the round over all pairs is', (kind) => {
  for (const [n, seed] of [
    [301, 1],
    [420, 2],
  ] as const) {
    const past = Array.from({ length: 60 }, (_, i) => ({
      a: `P${String(i).padStart(6, '0')}`,
      b: `P${String(i + 90).padStart(6, '0')}`,
      on: '2026-08-01',
    }))
    const r = buildRoster(inventedRound(kind, n, seed, { past }))
    const places = countPlaces(r)
    const all = allPairs(r)
    const dense = solveSteps(places, all, goalsOf(r, places))
    const priced = bestRound(r, places)
    expect(worth(r, places, priced.pairs, priced)).toEqual(worth(r, places, all, dense))
    if (kind === 'reciprocal') expect(priced.pairs.size).toBeLessThan(all.size / 2)
  }
})

test('the three best candidates of each person lose pairs or points that pricing puts back', () => {
  const r = buildRoster(inventedRound('cross-group', 400, 4))
  const places = countPlaces(r)
  const few = bestCandidates(r, 3).pairs
  const poor = worth(r, places, few, solveSteps(places, few, goalsOf(r, places)))
  const round = bestRound(r, places)
  expect(worth(r, places, round.pairs, round).pairs).toBeGreaterThanOrEqual(poor.pairs)
  expect(worth(r, places, round.pairs, round)).not.toEqual(poor)
})

test.each(KIND_IDS)('whom the certificates of a %s round miss is among the doubtful, and few others are', (kind) => {
  for (const [n, seed, k] of [
    [240, 3, 4],
    [241, 4, 4],
    [181, 5, 2],
  ] as const) {
    const r = buildRoster(inventedRound(kind, n, seed))
    const places = countPlaces(r)
    const { pairs, unlisted } = bestCandidates(r, k)
    const listed = new Set(Array.from({ length: pairs.size }, (_, p) => pairs.guide[p]! * n + pairs.learner[p]!))
    const proofs = proofsOf(solveSteps(places, pairs, goalsOf(r, places)))
    const pricers = proofs.map((proof) => new Pricer(r, places, proof, unlisted))
    const all = allPairs(r)
    const rowOf = (guide: number) => {
      const after = r.kind.takesTurns ? guide : -1
      return new Set(pricers.flatMap((pricer) => [...pricer.doubtful.inRowOf(guide, after)]))
    }
    const rows = new Map(Array.from(r.guides, (guide) => [guide, rowOf(guide)]))
    const missed = Array.from({ length: all.size }, (_, p) => [all.guide[p]!, all.learner[p]!, all.score[p]!] as const)
      .filter(([guide, learner]) => !listed.has(guide * n + learner))
      .filter(([guide, learner, score]) => pricers.some((pricer) => pricer.excess(guide, learner, score) > 0))
    expect(missed.filter(([guide, learner]) => !rows.get(guide)!.has(learner))).toEqual([])
    const looked = [...rows.values()].reduce((sum, row) => sum + row.size, 0)
    expect(looked).toBeLessThan((r.guides.length * r.learners.length) / 2)
    if (kind === 'reciprocal') expect(missed.length).toBeGreaterThan(0)
  }
})

test.each(KIND_IDS)('the quick look at a row of a %s round says what the rules and the score say', (kind) => {
  const r = buildRoster(inventedRound(kind, 120, 6, { never: [['P000001', 'P000002']] }))
  const scan = new RowScan(r)
  const slow = (guide: number, learner: number) => (isAdmissible(r, guide, learner) ? scoreOf(r, guide, learner) : -1)
  for (const guide of r.guides) {
    scan.begin(guide, 'guide')
    for (const learner of r.learners) expect(scan.score(learner)).toBe(slow(guide, learner))
  }
  for (const learner of r.learners) {
    scan.begin(learner, 'learner')
    for (const guide of r.guides) expect(scan.score(guide)).toBe(slow(guide, learner))
  }
})
