import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cycleListeners } from '../../src/cycle/listeners.ts'
import type { Database } from '../../src/database/open.ts'
import { endPair } from '../../src/pairing/pair-store.ts'
import { ACTION, member, VIEW } from '../../src/slack/ids.ts'
import { aMember, type Seen, testApp, type TestApp } from '../support/app.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { luis, mei, passTime, sendDue, stagePair, stagePeople, stageProgram, stageWorkspace, WS } from './stage.ts'

const FEBRUARY = '2026-02-01'
let database: Database
let deps: ReturnType<typeof testDeps>
let app: TestApp
let now: Date
let pairs = 0
/** a fresh pair each time, in the middle of February */
let pairId: number
let guide: string
let learner: string

beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
  await stageWorkspace(database.db)
  await stagePeople(database.db, [{ id: 'USTRANGER', name: 'Sam Stone' }])
  app = testApp({ deps, listeners: [cycleListeners(deps)], now: () => now, standingOf: () => aMember })
})
afterAll(() => database.close())

beforeEach(async () => {
  pairs += 1
  ;[guide, learner] = [`UG${pairs}`, `UL${pairs}`]
  const programId = await stageProgram(database.db)
  pairId = await stagePair(database.db, programId, [
    { ...mei, id: guide },
    { ...luis, id: learner },
  ])
  await passTime(deps, '2026-01-14T15:00:00Z', '2026-02-04T12:00:00Z')
  now = new Date('2026-02-04T15:00:00Z')
})

const about = (cycleOn = FEBRUARY, choice: string | number = '') => `${pairId}/${cycleOn}/${choice}`
const said = (seen: Seen) => seen.replies.map((reply) => reply.text).join(' ')
const shown = (seen: Seen) => JSON.stringify(seen.redrawn.at(-1)?.blocks ?? [])
const press = (user: string, id: string, value: string) => app.action(user, id, { value })
const checkIns = () => database.db.selectFrom('check_in').selectAll().where('pair_id', '=', pairId).execute()
const answer = async () => (await checkIns()).find((row) => row.cycle_on === FEBRUARY && row.person_id === guide)
const dues = (kind: string) =>
  database.db
    .selectFrom('delivery')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject', 'like', `${pairId}%`)
    .where('cycle_on', '=', FEBRUARY)
    .orderBy('recipient')
    .execute()
const instant = (iso: string) => ({ talk_at: { instant: Date.parse(iso) / 1000 } })

describe('a date', () => {
  test('the form opens with times inside both working days', async () => {
    const { views } = await press(guide, ACTION.dateOpen, about())
    expect(views[0]?.callback_id).toBe(VIEW.date)
    expect(JSON.stringify(views[0])).toContain('Thursday, 5 February')
  })

  test('once set, the partner is told and reminder and check-in move with it', async () => {
    const { ack } = await app.submit(guide, VIEW.date, instant('2026-02-12T19:00:00Z'), about())
    expect(JSON.stringify(ack)).toContain('calendar.google.com')
    expect((await dues('reminder')).map((row) => row.due_at.toISOString())).toEqual([
      '2026-02-11T14:00:00.000Z',
      '2026-02-11T14:00:00.000Z',
    ])
    expect((await dues('check_in')).map((row) => row.due_at.toISOString())).toEqual([
      '2026-02-13T14:00:00.000Z',
      '2026-02-13T14:00:00.000Z',
    ])
    const sent = await sendDue(deps, now)
    expect(sent.map((one) => [one.kind, one.to])).toEqual([['date', learner]])
    expect(sent[0]?.message.text).toBe('Mei: your talk is on Thursday, 12 February at 14:00'.replace(' at ', ', '))
  })

  test('a move counts and is told as one; the same date again is nothing', async () => {
    await app.submit(guide, VIEW.date, instant('2026-02-12T19:00:00Z'), about())
    await app.submit(learner, VIEW.date, instant('2026-02-13T19:00:00Z'), about())
    const again = await app.submit(learner, VIEW.date, instant('2026-02-13T19:00:00Z'), about())
    expect(JSON.stringify(again.ack)).toContain('Nothing was changed')
    const talk = await database.db.selectFrom('talk_date').selectAll().where('pair_id', '=', pairId).executeTakeFirst()
    expect(talk).toMatchObject({ moves: 1, set_by: learner })
    // the first message was overtaken before it went out
    expect((await sendDue(deps, now)).map((one) => one.to)).toEqual([guide])
  })

  test('set for tomorrow there is no reminder but the senior learner’s card', async () => {
    await app.submit(guide, VIEW.date, instant('2026-02-05T19:00:00Z'), about())
    const sent = await sendDue(deps, now)
    expect(sent.filter((one) => one.kind === 'reminder').map((one) => one.to)).toEqual([learner])
    expect(JSON.stringify(sent)).toContain('listen first')
  })

  test.each([
    ['2026-02-04T14:00:00Z', 'still to come'],
    ['2036-02-04T14:00:00Z', 'when the program ends'],
  ])('%s is refused beside the field', async (iso, why) => {
    const { ack } = await app.submit(guide, VIEW.date, instant(iso), about())
    expect(ack).toMatchObject({ response_action: 'errors', errors: { talk_at: expect.stringContaining(why) } })
    expect(await dues('date')).toEqual([])
  })

  test.each([
    ['absent', ''],
    ['of another kind', '{}'],
    ['endless', 'x'.repeat(3001)],
    ['half there', '12'],
  ])('a form whose metadata is %s is out of date', async (_how, metadata) => {
    const { ack } = await app.submit(guide, VIEW.date, instant('2026-02-12T19:00:00Z'), metadata)
    expect(JSON.stringify(ack)).toContain('out of date')
  })

  test('a stranger sets none, whatever the form carries', async () => {
    const { ack } = await app.submit('USTRANGER', VIEW.date, instant('2026-02-12T19:00:00Z'), about())
    expect(JSON.stringify(ack)).toContain('belongs to somebody else')
    expect(said(await press('USTRANGER', ACTION.dateOpen, about()))).toContain('belongs to somebody else')
  })

  test('last month’s message sets none', async () => {
    now = new Date('2026-03-02T15:00:00Z')
    expect(said(await press(guide, ACTION.dateOpen, about()))).toContain('out of date')
  })

  test('pressed under the introduction before the kickoff, it plans the kickoff and stands in it', async () => {
    const programId = await stageProgram(database.db)
    const early = await stagePair(
      database.db,
      programId,
      [
        { ...mei, id: guide },
        { ...luis, id: learner },
      ],
      '2026-02-04',
    )
    const { views } = await press(guide, ACTION.dateOpen, `${early}//`)
    const { ack } = await app.submit(guide, VIEW.date, instant('2026-02-12T19:00:00Z'), views[0]?.private_metadata)
    expect(ack).toMatchObject({ response_action: 'update' })
    const talk = await database.db.selectFrom('talk_date').selectAll().where('pair_id', '=', early).executeTakeFirst()
    expect(talk?.cycle_on).toBe('2026-02-05')
  })
})

describe('a check-in', () => {
  test('one tap is saved, shown, and can be changed', async () => {
    const met = await press(guide, ACTION.met, about())
    expect(shown(met)).toContain('Saved: you met.')
    expect(await answer()).toMatchObject({ has_met: true, worth: null })
    await press(guide, member(ACTION.worth, 4), about(FEBRUARY, 4))
    expect(await answer()).toMatchObject({ has_met: true, worth: 4 })
    const changed = await press(guide, ACTION.notMet, about())
    expect(shown(changed)).toContain('you did not meet')
    expect(await answer()).toMatchObject({ has_met: false, worth: null })
  })

  test('the partner’s answers stay the partner’s', async () => {
    await press(guide, ACTION.met, about())
    await press(learner, ACTION.notMet, about())
    expect(await answer()).toMatchObject({ has_met: true })
    expect(shown(await press(guide, ACTION.met, about()))).not.toContain('did not')
  })

  test('twenty clicks in a second have one effect and the same answer', async () => {
    const seen = []
    for (let i = 0; i < 20; i++) seen.push(shown(await press(guide, ACTION.met, about())))
    expect(new Set(seen).size).toBe(1)
    expect((await checkIns()).filter((row) => row.cycle_on === FEBRUARY)).toHaveLength(1)
  })

  test('worth without a talk is refused and nothing is saved', async () => {
    expect(said(await press(guide, member(ACTION.worth, 5), about(FEBRUARY, 5)))).toContain('Press We met first')
    expect(await answer()).toBeUndefined()
  })

  test.each([99, 0, '', 'x'])('a worth of %j is no answer', async (step) => {
    await press(guide, ACTION.met, about())
    expect(said(await press(guide, member(ACTION.worth, step), about(FEBRUARY, step)))).toContain('out of date')
    expect(await answer()).toMatchObject({ worth: null })
  })

  test('something came of it, and taken back', async () => {
    await press(guide, ACTION.met, about())
    await press(guide, ACTION.somethingCame, about(FEBRUARY, 'yes'))
    expect(await answer()).toMatchObject({ something_came: true })
    await press(guide, ACTION.somethingCame, about(FEBRUARY, 'no'))
    expect(await answer()).toMatchObject({ something_came: false })
  })

  test('confident and heard come with the kickoff, without having met', async () => {
    const seen = await press(guide, member(ACTION.confident, 3), about('2026-01-15', 3))
    expect(shown(seen)).toContain('*Saved: 3*')
  })

  test('the third asks whether the agreement holds, and offers to change it', async () => {
    now = new Date('2026-03-04T15:00:00Z')
    const seen = await press(guide, member(ACTION.agreementHolds, 'no'), about('2026-03-01', 'no'))
    expect(shown(seen)).toContain(ACTION.agreementOpen)
    expect((await checkIns()).find((row) => row.cycle_on === '2026-03-01')?.agreement_holds).toBe(false)
  })

  test('words are stored sealed, come back into the form, and are never on record in the clear', async () => {
    const words = 'Canary <!channel> =1+1'
    expect(JSON.stringify((await app.submit(guide, VIEW.words, { words }, about())).ack)).toContain('Saved.')
    expect((await answer())?.words?.toString('utf8')).not.toContain('Canary')
    const { views } = await press(guide, ACTION.words, about())
    expect(JSON.stringify(views[0])).toContain('Canary <!channel> =1+1')
  })

  test.each([
    ['empty', '   ', 'Please write a few words'],
    ['too long', 'x'.repeat(3001), 'This holds 3000 characters'],
  ])('words that are %s are refused beside the field', async (_how, words, why) => {
    const { ack } = await app.submit(guide, VIEW.words, { words }, about())
    expect(ack).toMatchObject({ errors: { words: expect.stringContaining(why) } })
    expect(await answer()).toBeUndefined()
  })

  test('3,000 characters are kept as they are', async () => {
    await app.submit(guide, VIEW.words, { words: 'ä'.repeat(3000) }, about())
    const { views } = await press(guide, ACTION.words, about())
    expect(JSON.stringify(views[0])).toContain('ä'.repeat(3000))
  })

  test('a late answer counts until the next check-in asks, and then no more', async () => {
    now = new Date('2026-03-20T15:00:00Z')
    await press(guide, ACTION.met, about())
    expect(await answer()).toMatchObject({ has_met: true })
    now = new Date('2026-03-26T15:00:00Z')
    // drawn anew without buttons, so that nobody presses them again
    expect(shown(await press(guide, ACTION.notMet, about()))).toContain('This month is closed')
    expect(await answer()).toMatchObject({ has_met: true })
  })

  test('nothing of next month can be answered yet', async () => {
    expect(said(await press(guide, ACTION.met, about('2026-03-01')))).toContain('out of date')
  })

  test('a stranger, an ended pair, an erased pair, a forged value: said exactly, nothing changed', async () => {
    expect(said(await press('USTRANGER', ACTION.met, about()))).toContain('belongs to somebody else')
    expect(shown(await press(guide, ACTION.met, `999999/${FEBRUARY}/`))).toContain('has ended')
    expect(said(await press(guide, ACTION.met, about('2025-07-01')))).toContain('out of date')
    expect(said(await press(guide, ACTION.met, 'x'.repeat(2001)))).toContain('out of date')
    await endPair(database.db, WS, pairId, 'rematch', now)
    expect(shown(await press(guide, ACTION.met, about()))).toContain('has ended')
    expect((await checkIns()).filter((row) => row.answered_at !== null)).toEqual([])
  })
})

describe('an agreement', () => {
  const write = (user: string, words: string) => app.submit(user, VIEW.agreement, { words }, `${pairId}//`)

  test('is written by one, confirmed by the other, and sealed', async () => {
    await write(guide, 'First Thursday, an hour')
    const sent = (await sendDue(deps, now)).filter((one) => one.kind === 'agreement')
    expect(sent.map((one) => one.to)).toEqual([learner])
    const seen = await press(learner, ACTION.agreementConfirm, `${pairId}//1`)
    expect(shown(seen)).toContain('both confirmed')
    const row = await database.db.selectFrom('agreement').selectAll().where('pair_id', '=', pairId).executeTakeFirst()
    expect(row?.words.toString('utf8')).not.toContain('Thursday')
  })

  test('changed meanwhile, the old words confirm nothing and the new ones are shown', async () => {
    await write(guide, 'First Thursday')
    await write(guide, 'Second Thursday')
    const seen = await press(learner, ACTION.agreementConfirm, `${pairId}//1`)
    expect(said(seen)).toContain('have changed')
    expect(shown(seen)).toContain('Second Thursday')
    expect((await sendDue(deps, now)).filter((one) => one.kind === 'agreement')).toHaveLength(1)
  })

  test('empty or too long is refused beside the field; strangers write and read none', async () => {
    expect((await write(guide, ' ')).ack).toMatchObject({ errors: { words: expect.stringContaining('few words') } })
    expect((await write(guide, 'x'.repeat(1001))).ack).toMatchObject({ errors: { words: expect.any(String) } })
    await write(guide, 'Ours alone')
    const stranger = await press('USTRANGER', ACTION.agreementOpen, `${pairId}//`)
    expect(stranger.views).toEqual([])
    expect(said(stranger)).toContain('belongs to somebody else')
  })
})

describe('the message in question again', () => {
  test('topic shows the prompt, met and check-in the check-in', async () => {
    expect(JSON.stringify((await app.command(guide, 'topic')).replies)).toContain('The impact of technology')
    for (const word of ['met', 'check-in']) {
      expect(JSON.stringify((await app.command(guide, word)).replies)).toContain(ACTION.met)
    }
  })

  test('before this month’s is asked, the unanswered one of the kickoff is meant', async () => {
    expect(JSON.stringify((await app.command(guide, 'met')).replies)).toContain('first talk')
    await press(guide, ACTION.met, about('2026-01-15'))
    expect(JSON.stringify((await app.command(guide, 'met')).replies)).toContain('in February')
  })

  test('who has no partner reads so', async () => {
    expect(said(await app.command('USTRANGER', 'topic'))).toContain('no partner at the moment')
  })

  test('three other subjects, and the month stays as it is', async () => {
    const seen = await press(learner, ACTION.topicOther, about())
    expect(said(seen)).toBe('Three other subjects')
    expect(seen.redrawn).toEqual([])
  })
})

test('no listener failed on the way', () => expect(app.faults).toEqual([]))
