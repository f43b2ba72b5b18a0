import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { careListeners } from '../../src/care/listeners.ts'
import { en } from '../../src/copy/en/en.ts'
import { enrollmentListeners } from '../../src/enrollment/listeners.ts'
import { homeListeners } from '../../src/home/listeners.ts'
import { nextPartner } from '../../src/pairing/next-partner.ts'
import { standingOf } from '../../src/program/lead-store.ts'
import { ACTION, member, VIEW } from '../../src/slack/ids.ts'
import { aPair } from '../support/a-pair.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { useStaff } from '../support/staff.ts'
import { dueOf, JANUARY, WORKSPACE } from '../support/world.ts'
import { aRunningProgram } from './running-program.ts'
import { testApp, type TestApp } from '../support/app.ts'

const deps = useStaff()
let app: TestApp
let programId: number

beforeAll(() => {
  app = testApp({
    deps,
    workspaceId: WORKSPACE,
    listeners: [careListeners(deps), enrollmentListeners(deps, nextPartner), homeListeners(deps)],
    now: () => JANUARY,
    standingOf: (user) => standingOf(deps.db, WORKSPACE, user),
  })
})
beforeEach(async () => {
  programId = await aRunningProgram(deps, 'UMEI', 'ULUIS')
})

const stateOf = async (id: string) =>
  (await deps.db.selectFrom('enrollment').select('state').where('person_id', '=', id).executeTakeFirst())?.state
const value = () => ({ value: String(programId) })

describe('/mentor leave', () => {
  test('in two clicks: one shows what ends, one ends it, and coming back is one more', async () => {
    await aPair(deps, programId, ['UMEI', 'ULUIS'])
    const { views } = await app.command('UMEI', 'leave')
    expect(views).toMatchObject([{ callback_id: VIEW.leave, private_metadata: String(programId) }])
    expect(await stateOf('UMEI')).toBe('active')
    const { ack } = await app.submit('UMEI', VIEW.leave, {}, String(programId))
    expect(ack).toMatchObject({ response_action: 'update', view: { title: { text: 'You have left' } } })
    expect(await stateOf('UMEI')).toBe('left')
    expect(await dueOf(deps, 'ending')).toEqual(['ULUIS'])
    const back = await app.action('UMEI', ACTION.joinAgain, { ...value(), view: { metadata: String(programId) } })
    expect(JSON.stringify(back.views)).toContain('You are in Generations 2026.')
    expect(await stateOf('UMEI')).toBe('active')
  })

  test('when not in, twice, or sent in with anything else, changes nothing and is kind', async () => {
    expect((await app.command('UDANA', 'leave')).replies[0]?.text).toContain('there is nothing to leave')
    await app.submit('UMEI', VIEW.leave, {}, String(programId))
    expect((await app.command('UMEI', 'leave')).replies[0]?.text).toContain('there is nothing to leave')
    const twice = await app.submit('UMEI', VIEW.leave, {}, String(programId))
    expect(JSON.stringify(twice.ack)).toContain('there is nothing to leave')
    for (const metadata of ['', '{}', 'x'.repeat(3001), "1'; drop table pair;--"]) {
      const { ack } = await app.submit('ULUIS', VIEW.leave, {}, metadata)
      expect(JSON.stringify(ack)).toContain('out of date')
    }
    expect(await stateOf('ULUIS')).toBe('active')
  })

  test('with several programs asks which; by name goes straight there; an unknown name changes nothing', async () => {
    const other = await aProgram(deps, { name: 'Other' })
    await enrolled(deps, other, 'UMEI')
    const { replies } = await app.command('UMEI', 'leave')
    expect(JSON.stringify(replies)).toContain(member(ACTION.leaveAsk, other))
    expect((await app.command('UMEI', 'leave OTHER')).views).toMatchObject([{ private_metadata: String(other) }])
    expect((await app.command('UMEI', 'leave nothing')).replies[0]?.text).toContain('no program called "nothing"')
    const asked = await app.action('UMEI', member(ACTION.leaveAsk, other), { value: String(other) })
    expect(asked.views).toMatchObject([{ private_metadata: String(other) }])
  })

  test('somebody else’s form leaves only the one who sent it in', async () => {
    await deps.db.deleteFrom('enrollment').where('person_id', '=', 'ULUIS').execute()
    await app.submit('ULUIS', VIEW.leave, {}, String(programId))
    expect(await stateOf('UMEI')).toBe('active')
  })
})

describe('the choices after an ending', () => {
  test('a new partner redraws the message with what comes next', async () => {
    const { redrawn } = await app.action('UMEI', ACTION.endingNewPartner, value())
    expect(redrawn[0]?.text).toBe('You are on the waiting list of Generations 2026.')
    expect(JSON.stringify(redrawn)).toContain(en.general.weekdayDate('2026-03-16'))
  })

  test('a break asks until when, takes the day, and says so', async () => {
    const { views } = await app.action('UMEI', ACTION.breakOpen, value())
    expect(views).toMatchObject([{ callback_id: VIEW.takeBreak }])
    expect(JSON.stringify(views)).toContain('"initial_date":"2026-02-05"')
    const early = await app.submit('UMEI', VIEW.takeBreak, { until: { date: '2025-12-01' } }, String(programId))
    expect(early.ack).toMatchObject({ response_action: 'errors', errors: { until: expect.any(String) } })
    const taken = await app.submit('UMEI', VIEW.takeBreak, { until: { date: '2026-02-02' } }, String(programId))
    expect(taken.ack).toMatchObject({ response_action: 'update' })
    expect(await stateOf('UMEI')).toBe('paused')
  })

  test('stop here is leaving', async () => {
    const { views } = await app.action('UMEI', ACTION.leaveAsk, value())
    expect(views).toMatchObject([{ callback_id: VIEW.leave }])
  })

  test.each([ACTION.endingNewPartner, ACTION.breakOpen, ACTION.leaveAsk])('%s is nothing to a stranger', async (id) => {
    const { replies, views, redrawn } = await app.action('UDANA', id, value())
    expect(replies[0]?.text).toContain('You are not in a program at the moment')
    expect([views, redrawn]).toEqual([[], []])
    const junk = await app.action('UMEI', id, { value: 'x'.repeat(2001) })
    expect(junk.replies).toHaveLength(1)
  })
})

test('nothing of all this was a fault', () => {
  expect(app.faults).toEqual([])
})
