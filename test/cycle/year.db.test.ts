import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { cyclePlanners } from '../../src/cycle/planners.ts'
import { activePairs, endPair, pairById } from '../../src/pairing/pair-store.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { luis, mei, passTime, type Sent, sendDue, stagePair, stageProgram, stageWorkspace, WS } from './stage.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
  await stageWorkspace(database.db)
})
afterAll(() => database.close())

const to = (sent: readonly Sent[], person: string, kind?: string) =>
  sent.filter((one) => one.to === person && (kind === undefined || one.kind === kind))

const stateOf = async (programId: number) =>
  database.db.selectFrom('program').selectAll().where('program_id', '=', programId).executeTakeFirstOrThrow()

describe('a program from its first pair to its close', () => {
  let sent: Sent[]
  let programId: number
  let pairId: number
  beforeAll(async () => {
    programId = await stageProgram(database.db)
    pairId = await stagePair(database.db, programId, [mei, luis])
    sent = await passTime(deps, '2026-01-14T15:00:00Z', '2026-12-31T00:00:00Z')
  })

  test('the pair is introduced once, in one conversation', () => {
    expect(sent.filter((one) => one.kind === 'introduction').map((one) => one.to)).toEqual(['ULUIS+UMEI'])
  })

  test('the kickoff follows on the next working day, at nine there', () => {
    expect(sent.filter((one) => one.kind === 'kickoff').map((one) => [one.to, one.at])).toEqual([
      ['ULUIS', '2026-01-15T14:00:00.000Z'],
      ['UMEI', '2026-01-15T14:00:00.000Z'],
    ])
  })

  test('each gets one prompt a month at nine of its first working day, winter and summer', () => {
    expect(to(sent, 'UMEI', 'prompt').map((one) => one.at)).toEqual([
      '2026-02-02T14:00:00.000Z',
      '2026-03-02T14:00:00.000Z',
      '2026-04-01T13:00:00.000Z',
      '2026-05-01T13:00:00.000Z',
      '2026-06-01T13:00:00.000Z',
      '2026-07-01T13:00:00.000Z',
      '2026-08-03T13:00:00.000Z',
    ])
    expect(to(sent, 'ULUIS', 'prompt').map((one) => one.cycleOn)).toEqual(
      to(sent, 'UMEI', 'prompt').map((one) => one.cycleOn),
    )
  })

  test('six topics in their order, then the look back', () => {
    expect(to(sent, 'UMEI', 'prompt').map((one) => one.message.text.replace(/\. You guide.*/u, ''))).toEqual([
      'February: The impact of technology',
      'March: Work and life in balance',
      'April: Generational labels',
      'May: Education and experience',
      'June: Motivation',
      'July: Your future with the company',
      'August: Looking back, and ahead',
    ])
  })

  test('at most three unasked messages to a person and cycle, in the first with the introduction four', () => {
    for (const person of ['UMEI', 'ULUIS']) {
      const perCycle = Map.groupBy(
        to(sent, person).filter((one) => one.kind !== 'certificate'),
        (one) => one.cycleOn,
      )
      for (const [cycleOn, messages] of perCycle) {
        expect(
          messages.map((one) => one.kind),
          cycleOn,
        ).toEqual([cycleOn === '2026-01-15' ? 'kickoff' : 'prompt', 'reminder', 'check_in'])
      }
      expect(perCycle.size).toBe(8)
    }
  })

  test('only the senior learner gets listen-first', () => {
    const cards = (person: string) =>
      to(sent, person, 'reminder').filter((one) => JSON.stringify(one.message.blocks).includes('listen first'))
    expect(cards('ULUIS')).toHaveLength(7)
    expect(cards('UMEI')).toHaveLength(0)
  })

  test('the program runs from its first pair and closes after its last cycle, its pairs with it', async () => {
    expect(await stateOf(programId)).toMatchObject({ state: 'closed', ends_on: '2026-09-01' })
    expect(await pairById(database.db, WS, pairId)).toMatchObject({ state: 'ended' })
    expect(sent.filter((one) => one.kind === 'certificate').map((one) => one.at)).toEqual([
      '2026-09-01T13:00:00.000Z',
      '2026-09-01T13:00:00.000Z',
    ])
  })

  test('who was asked is written down, also of those who stayed silent', async () => {
    const asks = await database.db.selectFrom('check_in').selectAll().where('pair_id', '=', pairId).execute()
    expect(asks).toHaveLength(16)
    expect(asks.every((ask) => ask.answered_at === null && ask.has_met === null)).toBe(true)
  })

  test('nothing lies ahead then, and planning again changes nothing', async () => {
    const [planner] = cyclePlanners
    const later = new Date('2027-01-01T00:00:00Z')
    const before = await database.db.selectFrom('delivery').select('delivery_id').execute()
    await planner?.plan(deps, WS, later)
    await planner?.plan(deps, WS, later)
    expect(await database.db.selectFrom('delivery').select('delivery_id').execute()).toHaveLength(before.length)
    expect(await planner?.nextAt(deps.db, WS, later)).toBeNull()
  })
})

test('every zone gets its prompt at nine of its own first working day', async () => {
  const programId = await stageProgram(database.db, { firstOn: '2026-11-01', topics: ['motivation', 'look-back'] })
  const zones = [
    'America/New_York',
    'Europe/London',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Pacific/Kiritimati',
  ]
  for (const [i, tz] of zones.entries()) {
    await stagePair(
      database.db,
      programId,
      [
        { id: `UZ${i}`, name: `Zoe ${i}`, tz },
        { ...luis, id: `UY${i}`, tz },
      ],
      '2026-10-07',
    )
  }
  const sent = await passTime(deps, '2026-10-07T15:00:00Z', '2026-12-15T00:00:00Z')
  const prompts = sent.filter((one) => one.kind === 'prompt')
  for (const [i, tz] of zones.entries()) {
    const local = to(prompts, `UZ${i}`).map((one) =>
      new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: tz }).format(
        new Date(one.at),
      ),
    )
    expect(local, tz).toEqual(['2026-11-02 09:00', '2026-12-01 09:00'])
  }
})

test('after forty days of outage only the running cycle’s prompt is sent, once for each', async () => {
  const programId = await stageProgram(database.db, { firstOn: '2026-02-01' })
  await stagePair(database.db, programId, [
    { ...mei, id: 'UO1' },
    { ...luis, id: 'UO2' },
  ])
  await passTime(deps, '2026-01-14T15:00:00Z', '2026-01-28T12:00:00Z')
  const sent = await passTime(deps, '2026-03-09T12:00:00Z', '2026-03-09T23:00:00Z')
  expect(sent.filter((one) => one.kind === 'prompt').map((one) => [one.to, one.cycleOn])).toEqual([
    ['UO1', '2026-03-01'],
    ['UO2', '2026-03-01'],
  ])
  expect(sent.some((one) => one.kind === 'check_in' && one.cycleOn === '2026-03-01')).toBe(false)
})

test('a pair made later takes up the first cycle that begins five working days after its kickoff', async () => {
  const programId = await stageProgram(database.db)
  await stagePair(database.db, programId, [
    { ...mei, id: 'UL1' },
    { ...luis, id: 'UL2' },
  ])
  await passTime(deps, '2026-01-14T15:00:00Z', '2026-03-24T12:00:00Z')
  const late = await stagePair(
    database.db,
    programId,
    [
      { ...mei, id: 'UL3' },
      { ...luis, id: 'UL4' },
    ],
    '2026-03-25',
  )
  const sent = await passTime(deps, '2026-03-25T15:00:00Z', '2026-05-02T12:00:00Z')
  expect(await pairById(database.db, WS, late)).toMatchObject({ kickoffOn: '2026-03-26', firstCycleOn: '2026-05-01' })
  expect(to(sent, 'UL3').map((one) => [one.kind, one.cycleOn])).toEqual([
    ['kickoff', '2026-03-26'],
    ['reminder', '2026-03-26'],
    ['check_in', '2026-03-26'],
    ['prompt', '2026-05-01'],
  ])
})

test('a pair that ends gets nothing more, whatever was planned', async () => {
  const programId = await stageProgram(database.db)
  const pairId = await stagePair(database.db, programId, [
    { ...mei, id: 'UE1' },
    { ...luis, id: 'UE2' },
  ])
  await passTime(deps, '2026-01-14T15:00:00Z', '2026-02-03T12:00:00Z')
  await endPair(database.db, WS, pairId, 'rematch', new Date('2026-02-03T13:00:00Z'))
  const sent = await passTime(deps, '2026-02-03T14:00:00Z', '2026-06-01T12:00:00Z')
  expect([...to(sent, 'UE1'), ...to(sent, 'UE2')]).toEqual([])
})

test('a program its lead ended early thanks everybody and ends its pairs', async () => {
  const programId = await stageProgram(database.db)
  await stagePair(database.db, programId, [
    { ...mei, id: 'UC1' },
    { ...luis, id: 'UC2' },
  ])
  await passTime(deps, '2026-01-14T15:00:00Z', '2026-03-03T12:00:00Z')
  await database.db
    .updateTable('program')
    .set({ state: 'closed', closed_at: new Date('2026-03-04T12:00:00Z') })
    .where('program_id', '=', programId)
    .execute()
  const sent = await passTime(deps, '2026-03-04T12:01:00Z', '2026-06-01T00:00:00Z')
  expect(await activePairs(database.db, WS, programId)).toEqual([])
  expect(sent.filter((one) => one.to.startsWith('UC')).map((one) => one.kind)).toEqual(['certificate', 'certificate'])
})

test('an introduction whose fate is unknown does not hold the kickoff up', async () => {
  const programId = await stageProgram(database.db)
  const pairId = await stagePair(database.db, programId, [
    { ...mei, id: 'UD1' },
    { ...luis, id: 'UD2' },
  ])
  const [planner] = cyclePlanners
  const now = new Date('2026-01-14T15:00:00Z')
  await planner?.plan(deps, WS, now)
  await database.db
    .updateTable('delivery')
    .set({ state: 'in_doubt', doubted_at: now })
    .where('subject', '=', String(pairId))
    .execute()
  await planner?.plan(deps, WS, new Date('2026-01-14T16:00:00Z'))
  expect(await pairById(database.db, WS, pairId)).toMatchObject({ kickoffOn: '2026-01-15' })
})

test('two planners at the same instant plan everything once', async () => {
  const programId = await stageProgram(database.db)
  await stagePair(database.db, programId, [
    { ...mei, id: 'UT1' },
    { ...luis, id: 'UT2' },
  ])
  const [planner] = cyclePlanners
  for (const at of ['2026-01-14T15:00:00Z', '2026-01-14T17:00:00Z', '2026-02-02T15:00:00Z']) {
    await Promise.all([planner?.plan(deps, WS, new Date(at)), planner?.plan(deps, WS, new Date(at))])
    await sendDue(deps, new Date(at))
  }
  const rows = await database.db
    .selectFrom('delivery')
    .select(['kind', 'cycle_on'])
    .where('recipient', '=', 'UT1')
    .orderBy('delivery_id')
    .execute()
  expect(rows.map((row) => row.kind).toSorted()).toEqual([
    'check_in',
    'check_in',
    'kickoff',
    'prompt',
    'reminder',
    'reminder',
  ])
})

test('a program without reminders sends none; with a date the senior learner still gets the card', async () => {
  const programId = await stageProgram(database.db, { wantsReminders: false })
  await stagePair(database.db, programId, [
    { ...mei, id: 'UR1' },
    { ...luis, id: 'UR2' },
  ])
  const sent = await passTime(deps, '2026-01-14T15:00:00Z', '2026-03-01T00:00:00Z')
  expect(sent.filter((one) => one.kind === 'reminder' && one.to.startsWith('UR'))).toEqual([])
})

test('a year of 24 people costs few statements', async () => {
  const topics = ['motivation', 'your-future-here', 'look-back']
  const programId = await stageProgram(database.db, { firstOn: '2028-02-01', cadence: 3, topics })
  for (let i = 0; i < 12; i++) {
    await stagePair(
      database.db,
      programId,
      [
        { ...mei, id: `UQ${i}` },
        { ...luis, id: `UP${i}` },
      ],
      '2028-01-12',
    )
  }
  const counted = countStatements(deps)
  const sent = await passTime(counted.deps, '2028-01-12T15:00:00Z', '2028-12-31T00:00:00Z')
  const mine = sent.filter((one) => /^U[PQ]\d/u.test(one.to))
  // a message renders with one or two, all others are shared by everybody of the same instant
  expect(mine.length).toBeGreaterThan(24 * 4 * 2)
  expect(counted.statements()).toBeLessThan(mine.length * 4)
})

/** Statements of planner and renderers, the test's own bookkeeping of two a message included. */
function countStatements(of: ReturnType<typeof testDeps>) {
  let statements = 0
  const db = of.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { deps: { ...of, db }, statements: () => statements }
}
