import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { enrollmentListeners } from '../../src/enrollment/listeners.ts'
import { homeListeners } from '../../src/home/listeners.ts'
import { nextPartner } from '../../src/pairing/next-partner.ts'
import { standingOf } from '../../src/program/lead-store.ts'
import { ACTION, member, VIEW } from '../../src/slack/ids.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { useStaff } from '../support/staff.ts'
import { addPeople, JANUARY, WORKSPACE } from '../support/world.ts'

const deps = useStaff()
let app: TestApp
let programId: number

beforeAll(() => {
  app = testApp({
    deps,
    workspaceId: WORKSPACE,
    listeners: [enrollmentListeners(deps, nextPartner), homeListeners(deps)],
    now: () => JANUARY,
    standingOf: (user) => standingOf(deps.db, WORKSPACE, user),
  })
})
beforeEach(async () => {
  await addPeople(deps, [
    { person_id: 'UMEI', name: 'Mei Chen', level: 2 },
    { person_id: 'UGUEST', is_guest: true },
  ])
  programId = await aProgram(deps)
})

const tag = (typed = '', mode = 'join', more = 'less') => `v1.${mode}.${programId}.${more}.${encodeURIComponent(typed)}`
const rows = () => deps.db.selectFrom('enrollment').selectAll().execute()

describe('/mentor join', () => {
  test('with one open program goes straight to its form', async () => {
    const { views, replies } = await app.command('UMEI', 'join')
    expect(replies).toEqual([])
    expect(views).toMatchObject([
      { callback_id: VIEW.join, private_metadata: tag(), title: { text: 'Join Generations 2026' } },
    ])
  })

  test('with several asks which, and each button opens that form', async () => {
    const other = await aProgram(deps, { name: 'Everyone guides', kind: 'reciprocal' })
    const { views, replies } = await app.command('UMEI', 'join')
    expect(views).toEqual([])
    expect(replies[0]?.text).toBe('Which program would you like to join?')
    const pressed = await app.action('UMEI', member(ACTION.joinOpen, other), { value: String(other) })
    expect(pressed.views).toMatchObject([{ title: { text: 'Join Everyone guides' } }])
  })

  test('by name finds it whatever the case, and a private one by its exact name', async () => {
    await aProgram(deps, { name: 'Pride Circle', name_key: 'pride circle', is_private: true })
    expect((await app.command('UMEI', 'join GENERATIONS  2026')).views).toHaveLength(1)
    const secret = await app.command('UMEI', 'join pride circle')
    expect(secret.views).toMatchObject([{ title: { text: 'Join Pride Circle' } }])
    expect(secret.views[0]?.private_metadata).toContain('pride%20circle')
  })

  test('a private program is not listed, and a wrong name reads like one that does not exist', async () => {
    await deps.db
      .updateTable('program')
      .set({ is_private: true, name: 'Pride Circle', name_key: 'pride circle' })
      .execute()
    expect((await app.command('UMEI', 'join')).replies[0]?.text).toContain('No program is open for you')
    const near = await app.command('UMEI', 'join pride')
    const none = await app.command('UMEI', 'join pried')
    expect(near.replies[0]?.text.replace('pride', 'X')).toBe(none.replies[0]?.text.replace('pried', 'X'))
    expect(near.replies[0]?.text).toContain('There is no program called "pride"')
  })

  test('an endless name is not echoed, and no mention in it comes alive', async () => {
    const { replies } = await app.command('UMEI', `join <!channel>${'x'.repeat(39_000)}`)
    expect(replies[0]?.text.length).toBeLessThan(300)
    expect(replies[0]?.text).not.toContain('<!')
  })

  test.each([
    ['a guest', 'UGUEST'],
    ['somebody nobody knows', 'U999'],
  ])('%s reads why not', async (_who, id) => {
    const { replies, views } = await app.command(id, 'join')
    expect(views).toEqual([])
    expect(replies[0]?.text).toContain('members of this workspace')
  })

  test('who is in already gets their profile as a button', async () => {
    await enrolled(deps, programId, 'UMEI')
    const { replies } = await app.command('UMEI', 'join')
    expect(JSON.stringify(replies[0]?.blocks)).toContain(ACTION.profileOpen)
    expect(replies[0]?.text).toBe('You are in Generations 2026 already. Nothing was changed.')
  })

  test('who left is back with one click, or with the form', async () => {
    await enrolled(deps, programId, 'UMEI', 'guide', { state: 'left', left_at: JANUARY })
    const { replies, views } = await app.command('UMEI', 'join')
    expect(views).toEqual([])
    expect(JSON.stringify(replies[0]?.blocks)).toContain(ACTION.joinAgain)
    expect((await app.action('UMEI', ACTION.joinOpen, { value: String(programId) })).views).toHaveLength(1)
    const back = await app.action('UMEI', ACTION.joinAgain, { value: String(programId) })
    expect(back.replies[0]?.text).toBe('You are in Generations 2026.')
    expect(await rows()).toMatchObject([{ state: 'active' }])
  })

  test('where an answer that leaving deleted decides who fits, the way back is the form', async () => {
    const question = JSON.stringify({ label: 'I am', options: ['a woman', 'a man'], rule: 'differs' })
    const asks = await aProgram(deps, { name: 'Women and Men', attribute: question })
    await enrolled(deps, asks, 'UMEI', 'guide', { state: 'left', left_at: JANUARY })
    const { replies, views } = await app.action('UMEI', ACTION.joinAgain, { value: String(asks) })
    expect(replies).toEqual([])
    expect(views).toMatchObject([{ callback_id: VIEW.join, private_metadata: expect.stringContaining(`.${asks}.`) }])
    expect(await rows()).toMatchObject([{ state: 'left' }])
  })
})

describe('the form', () => {
  const submit = (values: Parameters<TestApp['submit']>[2], metadata = tag()) =>
    app.submit('UMEI', VIEW.join, values, metadata)

  test('sent in, says what happens next and when', async () => {
    const { ack } = await submit({ role: { option: 'guide' }, offers: { options: ['excel'] }, wants: { options: [] } })
    expect(ack).toMatchObject({ response_action: 'update', view: { title: { text: 'You are in' } } })
    expect(JSON.stringify(ack)).toContain(en.general.weekdayDate('2026-01-20'))
    expect(await rows()).toMatchObject([{ person_id: 'UMEI', role: 'guide' }])
  })

  test('sent in twice answers "already in" in the form', async () => {
    await submit({ role: { option: 'guide' } })
    const { ack } = await submit({ role: { option: 'learner' } })
    expect(JSON.stringify(ack)).toContain('You are in Generations 2026 already')
    expect(await rows()).toMatchObject([{ role: 'guide' }])
  })

  test('in a program of skills an empty field gets its error and nothing is kept', async () => {
    await deps.db.updateTable('program').set({ curriculum: 'new-technology' }).execute()
    const { ack } = await submit({ role: { option: 'both' }, offers: { options: [] }, wants: { options: [] } })
    expect(ack).toMatchObject({
      response_action: 'errors',
      errors: { offers: expect.any(String), wants: expect.any(String) },
    })
    expect(await rows()).toEqual([])
  })

  test.each(['', '{}', 'nonsense', 'v1.profile.1.less.', `${'x'.repeat(3001)}`])(
    'with metadata %j is out of date',
    async (metadata) => {
      const { ack } = await submit({ role: { option: 'guide' } }, metadata)
      expect(JSON.stringify(ack)).toContain('This form is out of date')
      expect(await rows()).toEqual([])
    },
  )

  test('of a private program needs the name that opened it', async () => {
    await deps.db.updateTable('program').set({ is_private: true }).execute()
    expect(JSON.stringify((await submit({})).ack)).toContain('There is no program called')
    expect(JSON.stringify((await submit({}, tag('generations 2026'))).ack)).toContain('You are in')
  })

  test('More shows the rest and keeps what was filled in', async () => {
    const { views } = await app.action('UMEI', ACTION.joinMore, {
      value: 'more',
      view: { metadata: tag(), values: { role: { option: 'learner' }, offers: { options: ['excel'] } } },
    })
    const shown = JSON.stringify(views)
    expect(views).toMatchObject([{ private_metadata: tag('', 'join', 'more') }])
    expect(shown).toContain('"block_id":"capacity"')
    expect(shown).toContain('"initial_option":{"text":{"type":"plain_text","text":"Learner"')
    expect(shown).toContain('"initial_options":[{"text":{"type":"plain_text","text":"Excel"')
  })
})

describe('/mentor profile', () => {
  test('is the form, filled, and what was not asked stays', async () => {
    await app.submit(
      'UMEI',
      VIEW.join,
      { role: { option: 'guide' }, offers: { options: ['excel'] }, bio: 'One line' },
      tag(),
    )
    const { views } = await app.command('UMEI', 'profile')
    expect(views).toMatchObject([{ callback_id: VIEW.profile }])
    expect(JSON.stringify(views)).toContain('One line')
    const { ack } = await app.submit('UMEI', VIEW.profile, { offers: { options: ['sql'] } }, tag('', 'profile', 'more'))
    expect(ack).toMatchObject({ response_action: 'update', view: { title: { text: 'Saved' } } })
    const kept = await deps.db.selectFrom('profile').selectAll().execute()
    expect(kept).toMatchObject([{ offers: ['sql'], bio: expect.any(Buffer) }])
    expect(await rows()).toMatchObject([{ role: 'guide' }])
  })

  test('without a program is a kind sentence, with several a question', async () => {
    expect((await app.command('UMEI', 'profile')).replies[0]?.text).toContain('You are in no program at the moment')
    await enrolled(deps, programId, 'UMEI')
    await enrolled(deps, await aProgram(deps, { name: 'Other' }), 'UMEI')
    const { replies } = await app.command('UMEI', 'profile')
    expect(JSON.stringify(replies)).toContain(member(ACTION.profileOpen, programId))
  })

  test('of somebody who is not in is not changed', async () => {
    const { ack } = await app.submit('UMEI', VIEW.profile, { bio: 'x' }, tag('', 'profile', 'more'))
    expect(JSON.stringify(ack)).toContain('out of date')
    expect(await deps.db.selectFrom('profile').selectAll().execute()).toEqual([])
    expect((await app.action('UMEI', ACTION.profileOpen, { value: 'junk' })).replies[0]?.text).toContain('out of date')
  })
})

describe('the invitation’s buttons', () => {
  test('"not this year" redraws the message and is remembered', async () => {
    await deps.db
      .insertInto('invitation')
      .values({ workspace_id: WORKSPACE, program_id: programId, person_id: 'UMEI', invited_at: JANUARY })
      .execute()
    const { redrawn } = await app.action('UMEI', ACTION.inviteDecline, { value: String(programId) })
    expect(redrawn[0]?.text).toBe('Generations 2026: not this year')
    expect(await deps.db.selectFrom('invitation').select('declined_at').execute()).toEqual([{ declined_at: JANUARY }])
  })

  test.each(['', '0', '-1', 'abc', '1e9', '99999999999999999999'])('a value of %j changes nothing', async (value) => {
    const { replies } = await app.action('UMEI', ACTION.inviteDecline, { value })
    expect(replies[0]?.text).toContain('out of date')
  })
})

test('nothing of all this was a fault', () => {
  expect(app.faults).toEqual([])
})
