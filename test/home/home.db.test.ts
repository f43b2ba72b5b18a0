import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { careListeners } from '../../src/care/listeners.ts'
import { en } from '../../src/copy/en/en.ts'
import { enqueue } from '../../src/delivery/store.ts'
import { enrollmentListeners } from '../../src/enrollment/listeners.ts'
import { homeListeners } from '../../src/home/listeners.ts'
import { lookAtHome } from '../../src/home/look-at-home.ts'
import { nextPartner } from '../../src/pairing/next-partner.ts'
import { standingOf } from '../../src/program/lead-store.ts'
import { ACTION } from '../../src/slack/ids.ts'
import { aPair } from '../support/a-pair.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { useStaff } from '../support/staff.ts'
import { addPeople, JANUARY, WORKSPACE } from '../support/world.ts'
import { testApp, type TestApp } from '../support/app.ts'

const deps = useStaff()
let app: TestApp
let now = JANUARY

beforeAll(() => {
  app = testApp({
    deps,
    workspaceId: WORKSPACE,
    listeners: [homeListeners(deps), enrollmentListeners(deps, nextPartner), careListeners(deps)],
    now: () => now,
    standingOf: (user) => standingOf(deps.db, WORKSPACE, user),
  })
})
beforeEach(async () => {
  now = JANUARY
  await addPeople(deps, [
    { person_id: 'UMEI', name: 'Mei Chen' },
    { person_id: 'ULUIS', name: 'Luis Ortega' },
    { person_id: 'UGUEST', is_guest: true },
    { person_id: 'UADMIN', is_admin: true },
  ])
})

const homeOf = async (personId: string) =>
  lookAtHome(deps, { workspaceId: WORKSPACE, personId, standing: await standingOf(deps.db, WORKSPACE, personId) }, now)
const said = async (user: string, text = '') => JSON.stringify((await app.command(user, text)).replies)
const running = { state: 'running' as const, ends_on: '2026-09-01', next_round_on: '2026-03-16' }

async function cycles(programId: number) {
  await deps.db
    .insertInto('cycle')
    .values(
      [
        ['2026-02-01', '2026-03-01', 1, 'generations/technology'],
        ['2026-03-01', '2026-04-01', 2, 'generations/balance'],
      ].map(([starts_on, ends_on, number, topic_key]) => ({
        workspace_id: WORKSPACE,
        program_id: programId,
        starts_on: String(starts_on),
        ends_on: String(ends_on),
        number: Number(number),
        topic_key: String(topic_key),
      })),
    )
    .execute()
}

describe('before the first lead', () => {
  test('says that it is not set up, and who can; to an admin: you can', async () => {
    await deps.db.deleteFrom('lead').execute()
    expect(await said('UMEI')).toContain('An owner or admin of this Slack can start')
    expect(await said('UADMIN', '\u00a0 ')).toContain('You, as an owner or admin of this Slack, can start')
  })
})

describe('a person', () => {
  test('in no program reads what it is, and joins with one button', async () => {
    expect(await homeOf('UMEI')).toMatchObject({ pairs: [], waits: [], rests: [], joinable: [], lead: null })
    const programId = await aProgram(deps)
    const reply = await said('UMEI')
    expect(reply).toContain('1 program is open for you to join')
    expect(reply).toContain(`"action_id":"${ACTION.joinOpen}"`)
    expect(reply).toContain(`"value":"${programId}"`)
  })

  test('of several programs joins by a question', async () => {
    await aProgram(deps)
    await aProgram(deps, { name: 'Other' })
    await aProgram(deps, { name: 'Hidden', is_private: true })
    expect((await homeOf('UMEI')).joinable).toHaveLength(2)
    const asked = await app.action('UMEI', ACTION.joinOpen, { value: 'which' })
    expect(asked.replies[0]?.text).toBe(en.enrollment.choose)
  })

  test('in two programs leaves, or changes a profile, by a question that names both', async () => {
    for (const name of ['Autumn talks', 'Spring talks']) await enrolled(deps, await aProgram(deps, { name }), 'UMEI')
    const reply = await said('UMEI', 'status')
    expect(reply).not.toMatch(/"text":"(Leave|My profile)"/u)
    for (const [id, label] of [
      [ACTION.leaveAsk, en.home.leaveOne],
      [ACTION.profileOpen, en.home.aProfile],
    ] as const) {
      expect(reply).toContain(`"text":"${label}"`)
      const { replies, views } = await app.action('UMEI', id, { value: 'which' })
      expect(JSON.stringify(replies)).toMatch(/Autumn talks.*Spring talks/u)
      expect(views).toEqual([])
    }
  })

  test('who is a guest reads that it is not for them', async () => {
    await aProgram(deps)
    expect(await said('UGUEST')).toContain('guests and apps cannot take part')
  })

  test('who waits reads place, reason and the next round', async () => {
    const programId = await aProgram(deps, running)
    await enrolled(deps, programId, 'ULUIS', 'guide', { rounds_waited: 1 })
    await enrolled(deps, programId, 'UMEI')
    await deps.db
      .insertInto('round')
      .values({
        workspace_id: WORKSPACE,
        program_id: programId,
        number: 1,
        state: 'published',
        seed: 1,
        held_on: '2026-01-02',
        proposed_at: JANUARY,
        published_at: JANUARY,
        published_by: 'UDANA',
        unpaired: JSON.stringify([{ id: 'UMEI', reason: { code: 'level_gap' } }]),
      })
      .execute()
    expect((await homeOf('UMEI')).waits).toMatchObject([
      // no place yet: among those who have not waited a round, the round itself decides
      {
        place: null,
        all: 2,
        since: '2026-01-05',
        reason: { reason: { code: 'level_gap' } },
        next: { on: '2026-03-16' },
      },
    ])
    expect((await homeOf('ULUIS')).waits).toMatchObject([{ place: 1, reason: null }])
    expect(await said('UMEI', 'status')).toContain('nobody waiting is at a level that fits')
  })

  test.each([
    ['differs', 'learner', null, true],
    ['differs', 'learner', Buffer.from('sealed'), false],
    ['guide-declares', 'guide', null, true],
    ['guide-declares', 'learner', null, false],
    ['guide-declares', 'both', null, false],
  ] as const)(
    'in a program whose rule is %s, a %s whose answer is %j reads what that means: %s',
    async (rule, role, attribute, isTold) => {
      const question = JSON.stringify({ label: 'I am', options: ['a woman', 'a man'], rule })
      const programId = await aProgram(deps, { ...running, attribute: question })
      await enrolled(deps, programId, 'UMEI', role, { attribute })
      const reply = await said('UMEI', 'status')
      expect(reply.includes(en.home.unanswered('I am').replaceAll('"', '\\"'))).toBe(isTold)
      expect(reply.includes(en.home.answer)).toBe(isTold)
      if (!isTold) return
      const { views } = await app.action('UMEI', ACTION.profileOpen, { value: String(programId) })
      expect(JSON.stringify(views)).toContain('"block_id":"attribute"')
      await enrolled(deps, programId, 'ULUIS', 'learner')
      expect(await said('UDANA', 'status')).not.toContain('I am')
    },
  )

  test('with a partner reads role, topic and dates, cycle by cycle', async () => {
    const programId = await aProgram(deps, running)
    await cycles(programId)
    await enrolled(deps, programId, 'UMEI')
    await enrolled(deps, programId, 'ULUIS')
    const pairId = await aPair(deps, programId, ['UMEI', 'ULUIS'])
    expect((await homeOf('UMEI')).pairs).toMatchObject([{ pairId, partners: ['Luis'], cycle: null }])
    expect((await homeOf('UMEI')).waits).toEqual([])

    await deps.db.updateTable('pair').set({ kickoff_on: '2026-01-16', first_cycle_on: '2026-02-01' }).execute()
    now = new Date('2026-01-20T15:00:00Z')
    expect((await homeOf('UMEI')).pairs).toMatchObject([
      { cycle: { on: '2026-01-16', topic: null, role: null, talkAt: null, nextOn: '2026-02-02' } },
    ])

    now = new Date('2026-02-10T15:00:00Z')
    const talkAt = new Date('2026-02-19T19:00:00Z')
    await deps.db
      .insertInto('talk_date')
      .values({
        workspace_id: WORKSPACE,
        pair_id: pairId,
        cycle_on: '2026-02-01',
        talk_at: talkAt,
        set_by: 'ULUIS',
        set_at: now,
      })
      .execute()
    expect((await homeOf('UMEI')).pairs).toMatchObject([{ cycle: { role: 'guide', talkAt, nextOn: '2026-03-02' } }])
    expect((await homeOf('ULUIS')).pairs).toMatchObject([{ partners: ['Mei'], cycle: { role: 'learner', talkAt } }])
    expect(await said('ULUIS')).toContain('You talk on Thursday, 19 February, 14:00')

    now = new Date('2026-03-10T15:00:00Z')
    expect((await homeOf('UMEI')).pairs).toMatchObject([{ cycle: { on: '2026-03-01', talkAt: null, nextOn: null } }])
  })

  test('once the introduction has arrived it is not announced any more: what comes next is, with its button', async () => {
    now = new Date('2026-01-15T15:00:00Z')
    const programId = await aProgram(deps, running)
    await cycles(programId)
    for (const id of ['UMEI', 'ULUIS']) await enrolled(deps, programId, id)
    const pairId = await aPair(deps, programId, ['UMEI', 'ULUIS'])
    const due = { kind: 'introduction', subject: String(pairId), cycleOn: '2026-01-15', recipient: `pair:${pairId}` }
    await enqueue(deps.db, [{ workspaceId: WORKSPACE, dueAt: now, ...due }], now)
    expect(await said('UMEI')).toContain(en.home.beforeKickoff)

    await deps.db.updateTable('delivery').set({ state: 'sent', ts: '1.1', sent_at: now }).execute()
    const told = await said('UMEI')
    expect(told).not.toContain(en.home.beforeKickoff)
    expect(told).toContain(`You are introduced. ${en.home.kickoff} What helps with it comes on Friday, 16 January.`)
    expect(told).toContain('No date yet. The next topic comes on Monday, 2 February.')
    expect(told).toContain(`"value":"${pairId}//"`)

    // planned meanwhile, and still to come
    await deps.db.updateTable('pair').set({ kickoff_on: '2026-01-16', first_cycle_on: '2026-02-01' }).execute()
    expect(await said('UMEI')).toContain('What helps with it comes on Friday, 16 January.')
    await deps.db.updateTable('delivery').set({ state: 'failed', reason: 'no such channel' }).execute()
    expect(await said('UMEI')).not.toContain('introduced')
  })

  test('who rests reads until when; what ended is history without a cause', async () => {
    const programId = await aProgram(deps, running)
    await enrolled(deps, programId, 'UMEI', 'guide', {
      state: 'paused',
      paused_until: '2026-04-01',
      waiting_since: null,
    })
    await enrolled(deps, programId, 'ULUIS')
    await aPair(deps, programId, ['UMEI', 'ULUIS'], {
      state: 'ended',
      kickoff_on: '2026-01-16',
      ended_at: new Date('2026-02-03T03:00:00Z'),
      ended_because: 'rematch',
    })
    const home = await homeOf('UMEI')
    expect(home.rests).toMatchObject([{ until: '2026-04-01' }])
    expect(home.past).toEqual([
      { program: 'Generations 2026', partners: ['Luis'], from: '2026-01-15', to: '2026-02-02' },
    ])
    expect(JSON.stringify(home)).not.toContain('rematch')
  })

  test('of a program that is over nothing is shown', async () => {
    const programId = await aProgram(deps, { state: 'closed', closed_at: JANUARY })
    await enrolled(deps, programId, 'UMEI')
    expect(await homeOf('UMEI')).toMatchObject({ pairs: [], waits: [], rests: [] })
  })
})

describe('a lead', () => {
  const lead = async () => (await homeOf('UDANA')).lead

  test('gets a checklist until a program is open, then how each stands', async () => {
    await deps.db.deleteFrom('contact').where('person_id', '=', 'UTOM').execute()
    expect(await lead()).toEqual({ shows: 'checklist', checklist: { contacts: 1, hasPeople: false, draft: null } })
    await deps.db.updateTable('person').set({ imported_at: JANUARY }).execute()
    const draft = await aProgram(deps, { state: 'draft', opened_at: null })
    expect(await lead()).toMatchObject({ shows: 'checklist', checklist: { hasPeople: true, draft: { id: draft } } })
    await deps.db.updateTable('program').set({ state: 'open', opened_at: JANUARY }).execute()
    for (const id of ['UMEI', 'ULUIS', 'UPRIYA', 'UTOM']) await enrolled(deps, draft, id)
    await aPair(deps, draft, ['UMEI', 'ULUIS'])
    await deps.db
      .updateTable('enrollment')
      .set({ state: 'left', left_at: JANUARY })
      .where('person_id', '=', 'UTOM')
      .execute()
    expect(await lead()).toMatchObject({
      shows: 'overview',
      programs: [{ id: draft, joined: 3, pairs: 1, waiting: 1, proposedRound: null, nextRoundOn: '2026-01-20' }],
    })
  })

  test('of one program sees that one only, and who leads nothing sees none', async () => {
    const mine = await aProgram(deps)
    await aProgram(deps, { name: 'Not mine' })
    await deps.db
      .insertInto('lead')
      .values({ workspace_id: WORKSPACE, person_id: 'UMEI', program_id: mine, added_by: 'UDANA', added_at: JANUARY })
      .execute()
    expect((await homeOf('UMEI')).lead).toMatchObject({ programs: [{ id: mine }] })
    expect((await homeOf('UMEI')).lead).not.toMatchObject({ programs: [{}, {}] })
    expect((await homeOf('ULUIS')).lead).toBeNull()
  })
})

describe('App Home', () => {
  test('is published when its tab is opened, and never for the conversation', async () => {
    const opening = (tab: string, user: unknown = 'UMEI') => app.event({ type: 'app_home_opened', user, tab })
    const published: unknown[] = []
    const listeners = homeListeners(deps)
    const [event] = listeners.events ?? []
    const call = (tab: string, user: unknown) =>
      event?.run({
        workspaceId: WORKSPACE,
        now,
        copy: en,
        event: { type: 'app_home_opened', user, tab },
        publishHome: async (_id, view) => void published.push(view),
      })
    await call('messages', 'UMEI')
    await call('home', undefined)
    expect(published).toEqual([])
    await call('home', 'UMEI')
    expect(published).toMatchObject([{ type: 'home' }])
    await opening('home')
    await opening('messages')
  })

  test('a button in it answers in a modal, for there is no message to answer to', async () => {
    const programId = await aProgram(deps)
    const inHome = { value: String(programId), view: { metadata: '' } }
    expect((await app.action('UMEI', ACTION.joinOpen, inHome)).views).toHaveLength(1)
    await enrolled(deps, programId, 'UMEI')
    const again = await app.action('UMEI', ACTION.joinOpen, inHome)
    expect(JSON.stringify(again.views)).toContain('You are in Generations 2026 already')
    expect(again.replies).toEqual([])
    const where = await app.action('UMEI', ACTION.statusShow, { value: 'status', view: { metadata: '' } })
    expect(JSON.stringify(where.views)).toContain('on the waiting list')
  })
})

test('nothing of all this was a fault', () => {
  expect(app.faults).toEqual([])
})
