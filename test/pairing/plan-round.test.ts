import { expect, test } from 'vitest'
import { inventedRound } from '../../bench/population.ts'
import { createCipher } from '../../src/database/cipher.ts'
import { keepProof } from '../../src/pairing/keep-proof.ts'
import type { RoundPlan } from '../../src/pairing/model.ts'
import { exportProof } from '../../src/pairing/plan/export-proof.ts'
import { planRound } from '../../src/pairing/plan/plan-round.ts'
import { planRoundInWorker } from '../../src/pairing/plan/plan-in-worker.ts'
import { thinned } from '../../src/pairing/thin-proof.ts'
import { type KindId, KINDS } from '../../src/program/kinds.ts'
import { whatIsWrong } from '../../bench/checker.ts'
import { aCandidate, aRound, reasonOf, together } from './support/rounds.ts'
import { violations } from './support/violations.ts'

const KIND_IDS = Object.keys(KINDS) as KindId[] // the keys of Record<KindId, Kind>

test.each(KIND_IDS)('a %s round breaks no hard rule, leaves nobody out silently, and each step is proved', (kind) => {
  for (const [n, seed] of [
    [2, 1],
    [3, 2],
    [40, 3],
    [81, 4],
    [140, 5],
  ] as const) {
    const input = inventedRound(kind, n, seed, {
      never: [
        ['P000000', 'P000001'],
        ['P000004', 'P000009'],
      ],
      past: [{ a: 'P000002', b: 'P000003', on: '2026-09-01' }],
      taken: [['P000005', 'P000006']],
    })
    const plan = planRound(input)
    expect(violations(input, plan)).toEqual([])
    expect(plan.figures.violations).toBe(0)
    expect(exportProof(plan).map(whatIsWrong)).toEqual(plan.steps.map(() => null))
  }
})

/** Whose the two nodes are, in one order. */
const twoOf = ({ nodes }: Pick<RoundPlan, 'nodes'>, a: number, b: number) => {
  const [one, other] = [nodes[a]!, nodes[b]!]
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

test('of a small round about half of the unused pairs are left out, which the proof survives; of a large one none', () => {
  const cipher = createCipher(Buffer.alloc(32, 7))
  let [kept, unused, steps] = [0, 0, 0]
  for (const kind of KIND_IDS) {
    for (const [n, seed] of [
      [2, 1],
      [7, 2],
      [19, 3],
      [30, 4],
      [49, 5],
      [60, 6],
    ] as const) {
      const past = [{ a: 'P000002', b: 'P000003', on: '2026-09-01' }]
      const plan = planRound(inventedRound(kind, n, seed, { past }))
      const [whole, thin] = [exportProof(plan), keepProof(cipher, plan)]
      expect(thin.map(whatIsWrong)).toEqual(plan.steps.map(() => null))
      const edges = (some: typeof whole) => some.map(({ graph }) => graph.edges.length)
      if (new Set(plan.nodes).size >= 50) expect(edges(thin)).toEqual(edges(whole))
      const pairOf = (a: number, b: number) => twoOf(plan, a, b)
      const used = new Set(whole.flatMap(({ result }) => result.pairs.map(([a, b]) => pairOf(a, b))))
      const rest = thinned(cipher, whole, plan.nodes)
      expect(edges(thin)).toEqual(edges(rest))
      const left = rest.map(({ graph }) => new Set(graph.edges.map(([a, b]) => pairOf(a, b))))
      steps = Math.max(steps, whole.length)
      for (const [i, { graph }] of whole.entries()) {
        for (const pair of new Set(graph.edges.map(([a, b]) => pairOf(a, b)))) {
          // a pair is in all steps or in none, whatever places it has
          expect(left[i]!.has(pair)).toBe(left[0]!.has(pair))
          if (used.has(pair)) expect(left[i]!.has(pair)).toBe(true)
          else if (i === 0 && n < 50) [kept, unused] = [kept + Number(left[0]!.has(pair)), unused + 1]
        }
      }
    }
  }
  expect(steps).toBeGreaterThan(1)
  expect(unused).toBeGreaterThan(1000)
  expect(kept / unused).toSatisfy((share: number) => share > 0.42 && share < 0.58)
})

test('pairing the same few again, with another seed, shows no unused pair that was left out', () => {
  const cipher = createCipher(Buffer.alloc(32, 7))
  const shown = new Set<string>()
  const missing = new Set<string>()
  for (let seed = 0; seed < 10; seed++) {
    const plan = planRound({ ...inventedRound('reciprocal', 26, 3), seed })
    const whole = exportProof(plan)
    const pairOf = ([a, b]: readonly number[]) => twoOf(plan, a!, b!)
    const used = new Set(whole.flatMap(({ result }) => result.pairs.map(pairOf)))
    const [all, left] = [whole, thinned(cipher, whole, plan.nodes)].map(
      ([first]) => new Set(first!.graph.edges.map(pairOf)),
    )
    for (const pair of all!.difference(used)) (left!.has(pair) ? shown : missing).add(pair)
  }
  expect([shown.size > 5, missing.size > 5]).toEqual([true, true])
  expect(shown.intersection(missing)).toEqual(new Set())
})

test('the same people in another order, and the same seed, give the same plan byte for byte', () => {
  for (const kind of KIND_IDS) {
    const input = inventedRound(kind, 90, 8)
    const shuffled = { ...input, people: input.people.toReversed() }
    expect(JSON.stringify(planRound(shuffled))).toBe(JSON.stringify(planRound(input)))
  }
})

test('another seed gives another draw among people who waited equally long', () => {
  const people = [
    aCandidate('guide', { role: 'guide' }),
    ...'abcdefgh'.split('').map((id) => aCandidate(id, { role: 'learner' })),
  ]
  const levelled = people.map((person) => ({ ...person, level: person.id === 'guide' ? 5 : 2 }))
  const drawn = new Map<string, number>()
  for (let seed = 0; seed < 400; seed++) {
    const plan = planRound(aRound('traditional', levelled, { seed }))
    const winner = plan.pairs[0]!.members[1]!.id
    drawn.set(winner, (drawn.get(winner) ?? 0) + 1)
    expect(plan.unpaired.every(({ reason }) => reason.code === 'places_short' && reason.lot)).toBe(true)
  }
  expect(drawn.size).toBe(8)
  // 50 expected each; 25 to 80 is beyond 3.5 standard deviations either way
  for (const times of drawn.values()) expect(times).toSatisfy((count: number) => count > 25 && count < 80)
})

test('whoever waited longest is placed before a better fit', () => {
  const people = [
    aCandidate('guide', { role: 'guide', level: 5, offers: ['excel'] }),
    aCandidate('fits', { role: 'learner', level: 2, wants: ['excel'] }),
    aCandidate('waited', { role: 'learner', level: 2, waiting: 1 }),
  ]
  const plan = planRound(aRound('traditional', people))
  expect(together(plan)).toBe('guide+waited')
  expect(reasonOf(plan, 'fits')).toEqual({ code: 'places_short', places: 1, learners: 2, lot: false })
})

test('a guide with room for two guides two, and everybody gets a guide before anybody has a second learner', () => {
  const people = [
    aCandidate('g1', { role: 'guide', level: 5, capacity: 2, offers: ['excel'] }),
    aCandidate('g2', { role: 'guide', level: 5, capacity: 2 }),
    aCandidate('l1', { role: 'learner', level: 2, wants: ['excel'] }),
    aCandidate('l2', { role: 'learner', level: 2, wants: ['excel'] }),
  ]
  expect(planRound(aRound('traditional', people)).figures.paired).toBe(4)
  expect(
    planRound(
      aRound(
        'traditional',
        people.filter(({ id }) => id !== 'g2'),
      ),
    ).pairs,
  ).toHaveLength(2)
})

test('somebody who comes as both may guide and learn, within their places', () => {
  const people = [
    aCandidate('top', { role: 'guide', level: 9 }),
    aCandidate('middle', { role: 'both', level: 6, capacity: 2 }),
    aCandidate('new', { role: 'learner', level: 2 }),
  ]
  const plan = planRound(aRound('traditional', people))
  expect(together(plan)).toBe('middle+new middle+top')
  expect(
    together(
      planRound(
        aRound(
          'traditional',
          people.map((person) => ({ ...person, capacity: 1 })),
        ),
      ),
    ),
  ).not.toContain(' ')
})

test('the worst pair is lifted as far as it costs no pair', () => {
  const people = [
    aCandidate('a', { offers: ['x', 'y', 'z'], wants: ['x', 'y', 'z'], team: 't' }),
    aCandidate('b', { offers: ['x', 'y', 'z'], wants: ['x', 'y', 'z'], team: 'u' }),
    aCandidate('c', { offers: ['x'], wants: ['x'] }),
    aCandidate('d', {}),
  ]
  // a+b is worth 660 and leaves c+d with 0; any other pairing has a pair of 0 too: nothing to lift, the best total stays
  expect(together(planRound(aRound('reciprocal', people)))).toBe('a+b c+d')
  const liftable = people.map((person) => (person.id === 'd' ? { ...person, offers: ['y'], wants: ['y'] } : person))
  const plan = planRound(aRound('reciprocal', liftable))
  expect(together(plan)).not.toContain('a+b')
  expect(plan.figures.fairness).toEqual({ total: 600, worst: 300, freeTotal: 660, freeWorst: 0 })
})

test('a reciprocal pair is scored on the weaker of its two directions', () => {
  const oneWay = [aCandidate('a', { offers: ['x', 'y'] }), aCandidate('b', { wants: ['x', 'y'] })]
  expect(planRound(aRound('reciprocal', oneWay)).pairs[0]!.score).toBe(0)
  const both = [
    aCandidate('a', { offers: ['x', 'y'], wants: ['z'] }),
    aCandidate('b', { wants: ['x', 'y'], offers: ['z'] }),
  ]
  expect(planRound(aRound('reciprocal', both)).pairs[0]!.score).toBe(300)
})

test('a best-fit program places fewer when that fits better', () => {
  const people = [
    aCandidate('a', { offers: ['x'], wants: ['x'] }),
    aCandidate('b', { offers: ['x'], wants: ['x'] }),
    aCandidate('c', { offers: [], wants: [], site: 's' }),
  ]
  const rules = { ...aRound('reciprocal', people).rules, mostPlaced: false, odd: 'turn' as const }
  expect(together(planRound(aRound('reciprocal', people, { rules })))).toBe('a+b')
})

test('a reason holds public facts only, in both directions', () => {
  const people = [
    aCandidate('a', {
      offers: ['x'],
      attribute: 'one',
      level: 3,
      team: 't',
      site: 's',
      languages: ['en', 'de'],
      tz: 'Europe/Berlin',
      hours: { from: 540, to: 1020 },
    }),
    aCandidate('b', {
      wants: ['x'],
      attribute: 'two',
      level: 4,
      team: 'u',
      site: 's',
      languages: ['de', 'en'],
      tz: 'America/New_York',
      hours: { from: 540, to: 1020 },
    }),
  ]
  const { pairs } = planRound(aRound('cross-group', people))
  expect(pairs[0]!.reasons).toEqual([
    {
      skills: [{ from: 'a', to: 'b', skills: ['x'] }],
      sharedHours: { from: 14 * 60, to: 16 * 60 },
      levelGap: 1,
      otherTeam: true,
      otherSite: false,
      languages: ['de', 'en'],
    },
  ])
})

test.each([
  ['nobody', []],
  ['one person', [aCandidate('a')]],
  ['people without a free place', [aCandidate('a', { capacity: 0 }), aCandidate('b', { capacity: 0 })]],
])('%s makes an empty round with reasons', (_, people) => {
  for (const kind of KIND_IDS) {
    const plan = planRound(aRound(kind, people))
    expect(plan.pairs).toEqual([])
    expect(plan.unpaired.map(({ id }) => id)).toEqual(people.map(({ id }) => id))
  }
})

test('everybody kept from everybody is nobody paired, and nobody reads why', () => {
  const people = ['a', 'b', 'c'].map((id) => aCandidate(id))
  const plan = planRound(
    aRound('reciprocal', people, {
      never: [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
    }),
  )
  expect(plan.unpaired.map(({ reason }) => reason.code)).toEqual([
    'no_partner_fits',
    'no_partner_fits',
    'no_partner_fits',
  ])
})

test('managers in a circle keep those two levels apart and nothing hangs', () => {
  const people = ['a', 'b', 'c', 'd'].map((id, i) => aCandidate(id, { managerId: 'abcd'[(i + 1) % 4]! }))
  expect(planRound(aRound('reciprocal', people)).pairs).toEqual([])
  const five = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => aCandidate(id, { managerId: 'abcdef'[(i + 1) % 6]! }))
  expect(together(planRound(aRound('reciprocal', five)))).toBe('a+d b+e c+f')
})

test.each([
  ['a person twice', [aCandidate('a'), aCandidate('a')]],
  ['a level that is no number', [aCandidate('a', { level: Number.NaN })]],
  ['a level out of range', [aCandidate('a', { level: 100 })]],
  ['places below zero', [aCandidate('a', { capacity: -1 })]],
  ['half a place', [aCandidate('a', { capacity: 0.5 })]],
  ['waiting that is no number', [aCandidate('a', { waiting: Number.POSITIVE_INFINITY })]],
])('%s is a fault', (_, people) => {
  expect(() => planRound(aRound('reciprocal', people))).toThrow(RangeError)
})

test('a round made on another thread is the same round', async () => {
  const input = inventedRound('reverse', 200, 9)
  expect(JSON.stringify(await planRoundInWorker(input))).toBe(JSON.stringify(planRound(input)))
  await expect(planRoundInWorker({ ...input, people: [...input.people, ...input.people] })).rejects.toThrow('twice')
})
