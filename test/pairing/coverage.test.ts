import { expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import type { CandidateFacts } from '../../src/enrollment/candidate-store.ts'
import { type Coverage, coverageOf } from '../../src/pairing/coverage.ts'
import { reasonOf } from '../../src/pairing/left-over.ts'
import type { Waiter, WaitingLook } from '../../src/pairing/look-at-waiting.ts'
import type { Unpaired } from '../../src/pairing/model.ts'
import { coverageText } from '../../src/pairing/views/coverage-text.ts'
import { waitingBlocks, waitingView } from '../../src/pairing/views/waiting-list-view.ts'
import { peopleMessage } from '../../src/people/views/people-view.ts'
import type { Program } from '../../src/program/program.ts'
import { checkMessageBlocks, checkView } from '../../src/sandbox/blocks/check.ts'
import { INJECTIONS, isHarmless, messageLooksLike, viewLooksLike } from '../enrollment/golden.ts'

const someone = (id: string, over: Partial<CandidateFacts> = {}): CandidateFacts => ({
  id,
  role: 'both',
  level: 3,
  team: null,
  site: null,
  managerId: 'BOSS',
  tz: 'UTC',
  hours: null,
  languages: [],
  offers: [],
  wants: [],
  capacity: 1,
  asyncFirst: false,
  attribute: null,
  waiting: 0,
  ...over,
})

test('who came as both can guide and can learn; room is what their guides have left', () => {
  const people = [
    someone('G', { role: 'guide', capacity: 3 }),
    someone('B', { role: 'both', level: null }),
    someone('L', { role: 'learner', capacity: 5, managerId: null }),
  ]
  expect(
    coverageOf(
      'reverse',
      people,
      new Map([
        ['G', 1],
        ['L', 1],
      ]),
    ),
  ).toMatchObject({
    joined: 3,
    canGuide: 2,
    canLearn: 2,
    learnersWithout: 1,
    freePlaces: 3,
    noLevel: 1,
    noManager: 1,
  })
})

test('in a kind that takes turns everybody guides and learns, and there are no places to count', () => {
  const people = [someone('A', { role: 'guide' }), someone('B', { role: 'learner' })]
  expect(coverageOf('reciprocal', people, new Map())).toMatchObject({ canGuide: 2, canLearn: 2, freePlaces: null })
})

test('a guide with more partners than places has no room, and takes none from others', () => {
  const people = [someone('A', { role: 'guide', capacity: 1 }), someone('B', { role: 'guide', capacity: 2 })]
  expect(coverageOf('reverse', people, new Map([['A', 3]])).freePlaces).toBe(2)
})

test('a skill counts as offered only by somebody else who can guide', () => {
  const people = [
    someone('A', { role: 'learner', wants: ['sql', 'excel'], offers: ['budgeting'] }),
    someone('B', { role: 'learner', wants: ['sql', 'budgeting'] }),
    someone('C', { role: 'both', wants: ['writing'], offers: ['writing', 'excel'] }),
    someone('D', { role: 'guide', wants: ['coaching'] }),
  ]
  const { unoffered, hasWishes } = coverageOf('reverse', people, new Map())
  expect(unoffered).toEqual([
    { skill: 'sql', people: 2 },
    { skill: 'budgeting', people: 1 },
    { skill: 'writing', people: 1 },
  ])
  expect(hasWishes).toBe(true)
  expect(coverageOf('reverse', [someone('D', { role: 'guide', wants: ['sql'] })], new Map()).hasWishes).toBe(false)
})

const alone: Unpaired = { id: 'U1', reason: { code: 'alone' } }
const last = { on: '2026-02-02', unpaired: new Map([['U1', alone]]) }

test('a reason is that of the last round, as long as somebody has waited since before it', () => {
  expect(reasonOf(last, 'U1', '2026-02-02')).toBe(alone)
  expect(reasonOf(last, 'U1', null)).toBe(alone)
  expect(reasonOf(last, 'U1', '2026-02-03')).toBeNull()
  expect(reasonOf(last, 'U2', '2026-01-01')).toBeNull()
  expect(reasonOf(undefined, 'U1', '2026-01-01')).toBeNull()
})

const program = { id: 3, name: 'Winter talks', isPrivate: false, kind: 'reverse' } as Program // what the views read of it
const waiters = (n: number): Waiter[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `U${i}`,
    place: i < 3 ? i + 1 : null,
    since: '2026-01-12',
    reason: i < 3 ? { id: `U${i}`, reason: { code: 'guides_short', guides: 28, learners: 12, lot: true } } : null,
  }))
const names: WaitingLook['names'] = {
  person: (id) => `First ${id}`,
  full: (id) => `Name ${id}`,
  title: () => '',
  skill: (id) => id.toUpperCase(),
}
const covered: Coverage = {
  joined: 40,
  canGuide: 28,
  canLearn: 12,
  learnersWithout: 0,
  freePlaces: 16,
  hasWishes: true,
  unoffered: [
    { skill: 'sql', people: 6 },
    { skill: 'excel', people: 1 },
  ],
  noLevel: 2,
  noManager: 1,
}
const look: WaitingLook = { program, waiting: waiters(4), coverage: covered, names }
const counts = { people: 170, withoutLevel: 12, withoutManager: 1 }
const focus = { programId: 3, name: 'Winter talks', among: [], stage: 'open' as const }

test('/mentor people with who waits, and what there is to place them with', async () => {
  const few = peopleMessage(en, counts, focus, waitingBlocks(en, look))
  await messageLooksLike('people', 'people.waiting', few)
  const many = peopleMessage(en, counts, focus, waitingBlocks(en, { ...look, waiting: waiters(16) }))
  await messageLooksLike('people', 'people.waiting-many', many)
  const covering = { ...covered, unoffered: [], noLevel: 0, noManager: 0 }
  const nobody = { ...look, waiting: [], coverage: covering }
  await messageLooksLike('people', 'people.nobody-waits', peopleMessage(en, counts, focus, waitingBlocks(en, nobody)))
})

test('everybody who waits, by pages', async () => {
  const many = { ...look, waiting: waiters(16) }
  await viewLooksLike('people', 'waiting.page-1', waitingView(en, many, 1))
  await viewLooksLike('people', 'waiting.page-2', waitingView(en, many, 2))
  expect(waitingView(en, many, 99)).toEqual(waitingView(en, many, 2))
})

test('in kinds that take turns, and before anybody joined', () => {
  const turns = { ...look, coverage: { ...covered, freePlaces: null, hasWishes: false, unoffered: [] } }
  expect(coverageText(en, turns)).toBe(
    '40 people joined; all guide and learn in turn.\nOf those who joined I do not know the level of 2 people and the manager of 1 person.',
  )
  const none = waitingBlocks(en, { ...look, waiting: [], coverage: { ...covered, joined: 0 } })
  expect(JSON.stringify(none)).toContain('*Nobody has joined Winter talks yet.*')
})

test('a private program names nobody, and no number below 5; 0 and 4 read alike', async () => {
  const hidden = { ...program, isPrivate: true }
  const small = (n: number): Coverage => ({
    ...covered,
    joined: n,
    canGuide: n,
    canLearn: n,
    learnersWithout: n,
    freePlaces: n,
    noLevel: n,
    noManager: n,
    hasWishes: n > 0,
    unoffered: n > 0 ? [{ skill: 'sql', people: n }] : [],
  })
  const shown = (n: number) => ({ ...look, program: hidden, waiting: waiters(n), coverage: small(n) })
  expect(waitingBlocks(en, shown(0))).toEqual(waitingBlocks(en, shown(4)))
  expect(waitingView(en, shown(0), 1)).toEqual(waitingView(en, shown(4), 1))
  for (const n of [4, 40]) {
    expect(JSON.stringify([waitingBlocks(en, shown(n)), waitingView(en, shown(n), 1)])).not.toMatch(/Name U|12 January/)
  }
  const message = peopleMessage(en, counts, { ...focus, among: null }, waitingBlocks(en, shown(5)))
  await messageLooksLike('people', 'people.private-waiting', message)
})

test('the most of everything still fits', () => {
  const long = '&'.repeat(80)
  const full: WaitingLook = {
    ...look,
    program: { ...program, name: long.slice(0, 60) },
    waiting: waiters(3000),
    coverage: { ...covered, unoffered: Array.from({ length: 90 }, (_, i) => ({ skill: `s${i}`, people: 1 })) },
    names: { ...names, full: () => long, skill: () => long.slice(0, 60) },
  }
  expect(checkMessageBlocks(peopleMessage(en, counts, focus, waitingBlocks(en, full)).blocks)).toEqual([])
  expect(checkView(waitingView(en, full, 7))).toEqual([])
})

test.each(INJECTIONS)('%s as the name of a waiter, a skill or a program stays text', (text) => {
  const hostile: WaitingLook = {
    ...look,
    program: { ...program, name: text },
    names: { ...names, full: () => text, skill: () => text },
  }
  isHarmless(waitingBlocks(en, hostile))
  isHarmless(waitingView(en, hostile, 1))
  isHarmless(waitingBlocks(en, { ...hostile, program: { ...hostile.program, isPrivate: true } }))
})
