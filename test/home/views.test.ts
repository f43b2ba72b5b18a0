import { describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import type { Home, MyPair, MyWait } from '../../src/home/home.ts'
import { homeView, statusMessage } from '../../src/home/views/home-view.ts'
import { INJECTIONS, isHarmless, messageLooksLike, viewLooksLike } from '../enrollment/golden.ts'

const program = { id: 12, name: 'Technology 2026' }
const now = new Date('2026-02-10T15:00:00Z')

const aHome = (over: Partial<Home> = {}): Home => ({
  isMember: true,
  isSetUp: true,
  isSlackAdmin: false,
  tz: 'America/Detroit',
  now,
  pairs: [],
  waits: [],
  rests: [],
  past: [],
  joinable: [],
  lead: null,
  ...over,
})

const aPair = (cycle: Partial<NonNullable<MyPair['cycle']>> | null = {}): MyPair => ({
  pairId: 7,
  program,
  partners: ['Luis'],
  cycle: cycle && {
    on: '2026-02-02',
    kickoffOn: null,
    topic: 'Generational labels',
    role: 'guide',
    talkAt: null,
    nextOn: '2026-03-02',
    endsOn: '2026-09-01',
    ...cycle,
  },
})

const aWait = (over: Partial<MyWait> = {}): MyWait => ({
  program,
  place: 3,
  all: 16,
  since: '2026-01-05',
  ended: [],
  reason: null,
  unanswered: null,
  next: { on: '2026-03-16', isLate: false, noneBefore: null, lead: 'Dana' },
  ...over,
})

const overview = {
  ...program,
  state: 'running' as const,
  joined: 40,
  pairs: 12,
  waiting: 16,
  proposedRound: null,
  nextRoundOn: '2026-03-16',
}

const STATES: readonly [string, Home][] = [
  ['not-set-up', aHome({ isSetUp: false })],
  ['not-set-up.admin', aHome({ isSetUp: false, isSlackAdmin: true })],
  ['guest', aHome({ isMember: false })],
  ['not-in', aHome()],
  ['not-in.one-open', aHome({ joinable: [program] })],
  ['not-in.several-open', aHome({ joinable: [program, { id: 13, name: 'Everyone guides' }] })],
  ['pair.before-kickoff', aHome({ pairs: [aPair(null)] })],
  [
    'pair.introduced',
    aHome({ pairs: [aPair({ on: '', kickoffOn: '2026-02-11', topic: null, role: null, nextOn: '2026-03-02' })] }),
  ],
  ['pair.kickoff', aHome({ pairs: [aPair({ on: '2026-01-16', topic: null, role: null, nextOn: '2026-02-02' })] })],
  ['pair.guide', aHome({ pairs: [aPair()] })],
  ['pair.learner-with-date', aHome({ pairs: [aPair({ role: 'learner', talkAt: new Date('2026-02-19T19:00:00Z') })] })],
  ['pair.talk-over', aHome({ pairs: [aPair({ talkAt: new Date('2026-02-09T19:00:00Z') })] })],
  ['pair.last-cycle', aHome({ pairs: [aPair({ on: '2026-08-03', topic: 'A look back', nextOn: null })] })],
  [
    'pair.trio-and-waiting',
    aHome({
      pairs: [{ ...aPair(), partners: ['Ana', 'Luis'] }],
      waits: [aWait({ program: { id: 13, name: 'Everyone guides' } })],
    }),
  ],
  ['waiting.before-round', aHome({ waits: [aWait()] })],
  [
    'waiting.after-round',
    aHome({
      waits: [aWait({ reason: { id: 'U1', reason: { code: 'guides_short', guides: 28, learners: 12, lot: true } } })],
    }),
  ],
  ['waiting.late', aHome({ waits: [aWait({ next: { ...aWait().next, isLate: true } })] })],
  ['waiting.due', aHome({ waits: [aWait({ next: { ...aWait().next, isDue: true } })] })],
  [
    'waiting.no-more-rounds',
    aHome({ waits: [aWait({ next: { ...aWait().next, on: null, noneBefore: '2026-09-01' } })] }),
  ],
  [
    'waiting.not-listed',
    aHome({ waits: [aWait({ place: null, since: null, reason: { id: 'U1', reason: { code: 'no_partner_fits' } } })] }),
  ],
  ['waiting.unanswered', aHome({ waits: [aWait({ unanswered: 'I describe myself as' })] })],
  ['resting', aHome({ rests: [{ program, until: '2026-04-01' }] })],
  [
    'lead.checklist-empty',
    aHome({ lead: { shows: 'checklist', checklist: { contacts: 0, hasPeople: false, draft: null } } }),
  ],
  [
    'lead.checklist-people',
    aHome({ lead: { shows: 'checklist', checklist: { contacts: 2, hasPeople: false, draft: null } } }),
  ],
  [
    'lead.checklist-program',
    aHome({ lead: { shows: 'checklist', checklist: { contacts: 2, hasPeople: true, draft: null } } }),
  ],
  [
    'lead.checklist-open',
    aHome({ lead: { shows: 'checklist', checklist: { contacts: 3, hasPeople: true, draft: program } } }),
  ],
  [
    'lead.overview',
    aHome({
      pairs: [aPair()],
      lead: { shows: 'overview', programs: [overview, { ...overview, id: 14, name: 'Next', state: 'draft' }] },
    }),
  ],
  [
    'lead.overview-round-to-read',
    aHome({
      lead: {
        shows: 'overview',
        programs: [
          { ...overview, proposedRound: 5 },
          { ...overview, nextRoundOn: null, waiting: 0 },
        ],
      },
    }),
  ],
]

describe('where I stand', () => {
  test.each(STATES)('%s, in the conversation and in App Home', async (name, home) => {
    await messageLooksLike('home', `status.${name}`, statusMessage(en, home))
    await viewLooksLike('home', `home.${name}`, homeView(en, home))
  })

  test('App Home also shows what was before, and never why it ended', async () => {
    const past = [{ program: 'Technology 2025', partners: ['Ana'], from: '2025-02-03', to: '2025-09-30' }]
    await viewLooksLike('home', 'home.history', homeView(en, aHome({ pairs: [aPair()], past })))
  })

  test.each(STATES)('%s has at most three buttons', (_name, home) => {
    for (const shown of [statusMessage(en, home), homeView(en, home)]) {
      const buttons = JSON.stringify(shown.blocks).match(/"type":"button"/gu) ?? []
      expect(buttons.length).toBeGreaterThanOrEqual(1)
      expect(buttons.length).toBeLessThanOrEqual(3)
    }
  })

  test('somebody in forty programs still fits into one message', async () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...aPair(),
      pairId: i,
      program: { id: i + 1, name: 'x'.repeat(60) },
    }))
    const leads = Array.from({ length: 40 }, (_, i) => ({ ...overview, id: i + 1 }))
    const home = aHome({ pairs: many, lead: { shows: 'overview', programs: leads } })
    await messageLooksLike('home', 'status.forty-programs', statusMessage(en, home))
  })

  test('no name in it comes alive', () => {
    for (const evil of INJECTIONS) {
      const named = { id: 1, name: evil }
      const home = aHome({
        pairs: [{ ...aPair({ topic: evil }), program: named, partners: [evil] }],
        waits: [aWait({ program: named, unanswered: evil, next: { ...aWait().next, lead: evil, on: null } })],
        rests: [{ program: named, until: '2026-04-01' }],
        past: [{ program: evil, partners: [evil], from: '2025-02-03', to: '2025-09-30' }],
        lead: {
          shows: 'overview',
          programs: [
            { ...overview, name: evil },
            { ...overview, name: evil, state: 'draft' },
          ],
        },
      })
      isHarmless(statusMessage(en, home))
      isHarmless(homeView(en, home))
      const draft = { shows: 'checklist', checklist: { contacts: 2, hasPeople: true, draft: named } } as const
      isHarmless(statusMessage(en, aHome({ lead: draft })))
    }
  })
})
