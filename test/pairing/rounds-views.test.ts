import { describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import type { LeastChange } from '../../src/pairing/plan/least-change.ts'
import type { PlannedPair, RoundFigures, UnpairedReason } from '../../src/pairing/model.ts'
import { leastChangeWords, unpairedWords } from '../../src/pairing/reason-words.ts'
import type { Round, RoundPair } from '../../src/pairing/round.ts'
import { NO_FIGURES } from '../../src/pairing/small-round.ts'
import { detailsView } from '../../src/pairing/views/details-view.ts'
import { foundInRound } from '../../src/pairing/views/found-blocks.ts'
import { handDoneView, handSureView, handView } from '../../src/pairing/views/hand-view.ts'
import { publishedMessage } from '../../src/pairing/views/published-view.ts'
import { type RoundPage, roundMessage } from '../../src/pairing/views/round-view.ts'
import { searchView } from '../../src/pairing/views/search-view.ts'
import { standingMessage } from '../../src/pairing/views/standing-view.ts'
import { lateMessage, noneBetweenMessage, waitingMessage } from '../../src/pairing/views/waiting-view.ts'
import { checkMessageBlocks, checkView } from '../../src/sandbox/blocks/check.ts'

const names = {
  person: (id: string) => `First${id}`,
  full: (id: string) => `First${id} <Last> & Sons`,
  title: () => 'Estimator',
  skill: (id: string) => (id === 'social-media' ? 'Social media' : id),
}
const program = { attributeRule: 'none' } as const
const figures: RoundFigures = {
  people: 1001,
  matchable: 1001,
  paired: 1000,
  mostPossible: 1000,
  total: 341_656,
  mean: 683.3,
  worst: 552,
  percentiles: { worst: 83, p5: 82, median: 99 },
  violations: 0,
  repeats: 2,
  leastRepeats: 2,
  longestWait: 1,
  capacityUse: { min: 0, mean: 0.97, max: 3 },
  blockingPairs: 985,
  fairness: { total: 341_656, worst: 552, freeTotal: 341_863, freeWorst: 515 },
  parity: null,
}
const round: Round = {
  id: 4,
  programId: 9,
  number: 2,
  state: 'proposed',
  seed: 222_114_898,
  heldOn: '2026-01-20',
  proposedAt: new Date('2026-01-20T14:00:00Z'),
  proposedBy: null,
  publishedAt: null,
  unpaired: [{ id: 'X', reason: { code: 'places_short', places: 12, learners: 28, lot: true } }],
  figures,
  dropped: 0,
  undone: [],
  proposedTotal: null,
  isSmall: false,
  leastChange: { change: 'more_guides', count: 2, skill: 'social-media', site: 'Europe', of: 6, wouldPlace: 5 },
}
const reason = (from: string, to: string): PlannedPair['reasons'][0] => ({
  skills: [{ from, to, skills: ['social-media'] }],
  sharedHours: { from: 540, to: 840 },
  levelGap: 3,
  otherTeam: true,
  otherSite: false,
  languages: ['en'],
})
const aPair = (id: number, isLocked = false): RoundPair => ({
  id,
  isLocked,
  score: 700,
  members: [
    { id: `G${id}`, role: 'guide' },
    { id: `L${id}`, role: 'learner' },
  ],
  reasons: [reason(`G${id}`, `L${id}`)],
})
const trio: RoundPair = {
  ...aPair(1),
  members: [
    { id: 'A', role: 'both' },
    { id: 'B', role: 'both' },
    { id: 'C', role: 'both' },
  ],
  reasons: [reason('A', 'B'), reason('A', 'C'), reason('B', 'C')],
}
const page = (more: Partial<RoundPage> = {}): RoundPage => ({
  program: { id: 9, name: 'Generations 2026', kind: 'reverse', tz: 'America/Detroit' },
  round,
  pairs: [aPair(1), aPair(2, true)],
  noLevel: 3,
  noManager: 1,
  standing: 0,
  names,
  dates: { toldOn: null, firstTopic: { on: '2026-02-02', introducedBy: '2026-01-23' } },
  page: 1,
  ...more,
})
const waiter = {
  program: { id: 9, name: 'Generations 2026', nextRoundOn: '2026-04-02' },
  firstName: 'Mei',
  lead: 'Dana',
}
const look = {
  made: aPair(1),
  broken: [aPair(2), aPair(3)],
  formed: [aPair(4)],
  left: ['X'],
  isApart: false,
  price: { people: 1, repeats: 2, total: 224 },
  isPriceKept: false,
  stamp: 's',
}
const found = foundInRound(en, page(), 'g1')

test('what is asked before publishing fits into a window of Slack`s own, whatever the days', () => {
  const wednesday = '2026-09-23'
  const dates = { toldOn: wednesday, firstTopic: { on: wednesday, introducedBy: wednesday } }
  const pairs = Array.from({ length: 5000 }, (_, i) => aPair(i))
  const message = roundMessage(en, page({ pairs, dates }))
  expect(JSON.stringify(message)).toContain('People were told Wednesday, 23 September')
  expect(checkMessageBlocks(message.blocks)).toEqual([])
  const one = roundMessage(en, page({ pairs: [aPair(1)], as: 'reminder' }))
  expect(one.text).toBe('Generations 2026: 1 pair still waits for you to publish')
})

describe('messages', () => {
  test.each([
    ['round.first-page', roundMessage(en, page({ pairs: Array.from({ length: 500 }, (_, i) => aPair(i + 1)) }))],
    ['round.last-page', roundMessage(en, page({ pairs: Array.from({ length: 25 }, (_, i) => aPair(i)), page: 99 }))],
    ['round.reminder', roundMessage(en, page({ as: 'reminder', standing: 4 }))],
    ['round.small', roundMessage(en, page({ round: { ...round, isSmall: true, leastChange: null, unpaired: [] } }))],
    ['round.empty', roundMessage(en, page({ pairs: [] }))],
    [
      'round.trio',
      roundMessage(
        en,
        page({ program: { id: 9, name: 'Turns', kind: 'reciprocal', tz: 'America/Detroit' }, pairs: [trio] }),
      ),
    ],
    [
      'round.published',
      publishedMessage(en, {
        roundId: 4,
        programId: 9,
        pairs: 2,
        dropped: 1,
        undone: [],
        waiting: 3,
        nextRoundOn: '2026-03-20',
        firstTopic: { on: '2026-02-02', introducedBy: '2026-01-23' },
      }),
    ],
    [
      'standing',
      standingMessage(en, {
        program: { id: 9, name: 'G' },
        pairs: [{ ...aPair(1), since: '2026-01-20' }],
        names,
        page: 1,
      }),
    ],
    [
      'standing.none',
      standingMessage(en, { program: { id: 9, name: 'G' }, pairs: [], names, page: 1, opening: 'Ok.' }),
    ],
    ['waiting.places', waitingMessage(en, { ...waiter, unpaired: round.unpaired[0]! })],
    ['waiting.between', noneBetweenMessage(en, waiter)],
    ['waiting.late', lateMessage(en, { ...waiter, dueOn: '2026-01-20', againOn: '2026-02-03' })],
  ])('%s is what it was, within Slack`s limits', async (name, message) => {
    expect(checkMessageBlocks(message.blocks)).toEqual([])
    expect(message.text.length).toBeLessThanOrEqual(90)
    await expect(`${JSON.stringify(message, null, 2)}\n`).toMatchFileSnapshot(`../golden/pairing/${name}.json`)
  })
})

describe('windows', () => {
  test.each([
    ['details', detailsView(en, { program, round, pairs: [aPair(1), aPair(2, true)], figures, proposedTotal: null })],
    [
      'details.changed',
      detailsView(en, {
        program,
        round,
        pairs: [aPair(1, true)],
        figures: { ...figures, paired: 998 },
        proposedTotal: 342_000,
      }),
    ],
    [
      'details.by-hand',
      detailsView(en, {
        program,
        round: { ...round, isSmall: true },
        pairs: [aPair(1, true)],
        figures: { ...NO_FIGURES, people: 2, paired: 2, total: 700, mean: 700, worst: 700 },
        proposedTotal: 0,
      }),
    ],
    [
      'details.trivial',
      detailsView(en, {
        program,
        round,
        pairs: [],
        figures: { ...figures, mean: null, worst: null, fairness: null },
        proposedTotal: null,
      }),
    ],
    ['search', searchView(en, 'round/4/')],
    ['search.found', searchView(en, 'round/4/g1', found)],
    ['hand', handView(en, '9/')],
    ['hand.from-pair', handView(en, '9/1', { pair: trio, names })],
    ['hand.cost', handSureView(en, look, { names, metadata: '9//G1/L1' })],
    [
      'hand.free',
      handSureView(
        en,
        { ...look, broken: [], formed: [], left: [], price: { people: 0, repeats: 0, total: 0 } },
        { names, metadata: '' },
      ),
    ],
    [
      'hand.few',
      handSureView(
        en,
        { ...look, formed: [], left: ['X', 'Y'], isApart: true, price: null, isPriceKept: true },
        { names, metadata: '' },
      ),
    ],
    ['hand.done', handDoneView(en)],
  ])('%s is what it was, within Slack`s limits', async (name, view) => {
    expect(checkView(view)).toEqual([])
    await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot(`../golden/pairing/${name}.json`)
  })
})

describe('words', () => {
  const CHANGES: [LeastChange, string][] = [
    [
      { change: 'more_guides', count: 2, skill: 'social-media', site: 'Europe', of: 6, wouldPlace: 5 },
      'The least change: 2 more guides offering "Social media" in Europe who each take 3 partners would place 5 of the 6 left over.',
    ],
    [
      { change: 'more_learners', count: 1, skill: null, site: null, of: 1, wouldPlace: 1 },
      'The least change: one more learner would place whoever is left over.',
    ],
    [
      { change: 'lift_team', of: 4, wouldPlace: 4 },
      'The least change: allowing partners of one team would place all 4 left over.',
    ],
  ]
  test.each(CHANGES)('%j in a sentence', (change, sentence) => {
    expect(leastChangeWords(en, change, names)).toBe(sentence)
  })

  test.each<[UnpairedReason]>([[{ code: 'not_placed' }], [{ code: 'no_partner_fits' }], [{ code: 'odd_one_out' }]])(
    '%j has words that name no rule of anybody',
    (why) => {
      expect(unpairedWords(en, { id: 'X', reason: why })).not.toMatch(/private|list|ended|attribute|lead/)
    },
  )

  test.each([
    ['differs', 24, 21, false],
    ['guide-declares', 24, 24, false],
    ['differs', 24, 4, false],
    ['differs', 40, 30, true],
    ['none', 24, 21, true],
  ] as const)(
    'where %s decides, of %i people %i who may be paired are told: %s',
    (attributeRule, people, matchable, is) => {
      const small = { ...figures, people, matchable, paired: 18, mostPossible: 18 }
      const view = detailsView(en, {
        program: { attributeRule },
        round,
        pairs: [],
        figures: small,
        proposedTotal: null,
      })
      expect(JSON.stringify(view).includes(`${matchable} have somebody`)).toBe(is)
      expect(JSON.stringify(view)).toContain('airs can place at most 18 of them')
    },
  )

  test('a floor that lifts nobody has no price', () => {
    const same = { total: 7161, worst: 512, freeTotal: 7161, freeWorst: 512 }
    const view = detailsView(en, {
      program,
      round,
      pairs: [],
      figures: { ...figures, fairness: same },
      proposedTotal: null,
    })
    expect(JSON.stringify(view)).toContain(en.pairing.detail.noFairness)
    expect(JSON.stringify(view)).not.toContain('512')
  })

  test('where more are left over than a message holds, it says where to find the others', () => {
    const unpaired = Array.from({ length: 25 }, (_, i) => ({ id: `X${i}`, reason: { code: 'alone' } as const }))
    const text = JSON.stringify(roundMessage(en, page({ round: { ...round, unpaired } })))
    expect(text).toContain('and 5 more; \\"Find a person\\" says why')
    expect(text).not.toContain('FirstX20')
  })

  test('a page beyond the last is the last, and says so', () => {
    const many = Array.from({ length: 25 }, (_, i) => aPair(i))
    expect(JSON.stringify(roundMessage(en, page({ pairs: many, page: 99 })))).toContain('Page 3 of 3')
  })
})
