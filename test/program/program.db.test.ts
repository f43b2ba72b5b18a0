import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { countInvited } from '../../src/program/look-at-program.ts'
import { programListeners } from '../../src/program/listeners.ts'
import { programByName, programsOf, standingOf, topicsOf } from '../../src/program/store.ts'
import { ACTION, VIEW } from '../../src/slack/ids.ts'
import type { View } from '../../src/slack/message.ts'
import { type FieldValue, testApp } from '../support/app.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { MONDAY, T1 } from '../people/seed.ts'
import { dues, seedCompany, seedLead, seedLine } from './seed.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())

let invitedFor: string[] = []
const app = () =>
  testApp({
    deps,
    listeners: [
      programListeners(deps, {
        invite: async (trx, workspaceId, program) => {
          invitedFor.push(program.name)
          return countInvited(trx, workspaceId, program)
        },
      }),
    ],
    now: () => MONDAY,
    standingOf: (id) => standingOf(deps.db, T1, id),
  })

beforeEach(async () => {
  invitedFor = []
  await seedCompany(deps)
  await seedLead(deps)
})

const text = (thing: unknown) => JSON.stringify(thing)
const FORM: Record<string, FieldValue> = {
  name: 'Winter talks',
  kind: { option: 'reverse' },
  level_from: '',
  level_to: '',
  join_by: { date: '2026-01-16' },
  first_on: { option: '2026-02-01' },
}

/** Fills the form in, up to the paragraph. */
async function fillIn(over: Record<string, FieldValue> = {}, user = 'UDANA') {
  const { views } = await app().action(user, ACTION.programCreate)
  const metadata = views[0]?.private_metadata ?? ''
  const { ack } = await app().submit(user, VIEW.program, { ...FORM, ...over }, metadata)
  return ack as { errors?: Record<string, string>; view?: View } | undefined
}

async function create(over: Record<string, FieldValue> = {}) {
  const paragraph = await fillIn(over)
  await app().submit('UDANA', VIEW.programSave, {}, paragraph?.view?.private_metadata ?? '')
  return (await programsOf(deps.db, T1)).at(-1)
}

test('a program reads back as one paragraph, and nothing is saved before that', async () => {
  const paragraph = await fillIn()
  expect(text(paragraph)).toContain('juniors guide, seniors learn. Everybody here is invited: 4 people.')
  expect(text(paragraph)).toContain('until Friday, 16 January; on Monday, 19 January I propose pairs')
  expect(await programsOf(deps.db, T1)).toEqual([])
})

test('saving makes a draft with its topics, led by its creator, and tells nobody', async () => {
  const program = await create()
  expect(program).toMatchObject({
    state: 'draft',
    tz: 'America/Detroit',
    nextRoundOn: '2026-01-19',
    curriculum: 'generations',
    cadence: 1,
    createdBy: 'UDANA',
  })
  expect(await topicsOf(deps.db, T1, program?.id ?? 0)).toEqual([
    'impact-of-technology',
    'work-life-balance',
    'generational-labels',
    'education-and-experience',
    'motivation',
    'your-future-here',
    'look-back',
  ])
  expect(await dues(deps)).toEqual([])
})

test('a second lead is told, and leads it', async () => {
  const program = await create({ second_lead: { user: 'UEVE' } })
  expect(await dues(deps)).toEqual(['lead-welcome UEVE'])
  expect(await standingOf(deps.db, T1, 'UEVE')).toMatchObject({ leads: [program?.id] })
})

test.each<[Record<string, FieldValue>, string]>([
  [{ name: '' }, 'name'],
  [{ join_by: { date: '2025-12-31' } }, 'join_by'],
  [{ first_on: { option: '2026-01-01' } }, 'first_on'],
  [{ level_from: '5', level_to: '2' }, 'level_from'],
  [{ kind: { option: 'cross-group' } }, 'kind'],
  [{ second_lead: { user: 'UBOT' } }, 'second_lead'],
])('%j is refused beside its field', async (over, field) => {
  expect(Object.keys((await fillIn(over))?.errors ?? {})).toEqual([field])
})

test('a name in another width or case is taken', async () => {
  await create()
  expect((await fillIn({ name: ' ｗinter  TALKS ' }))?.errors?.name).toContain('already')
})

test('More keeps what was filled in, and its fields are taken', async () => {
  const { views } = await app().action('UDANA', ACTION.programCreate)
  const metadata = views[0]?.private_metadata ?? ''
  const more = await app().action('UDANA', ACTION.programMore, { value: 'more', view: { metadata, values: FORM } })
  expect(text(more.views[0])).toContain('"initial_value":"Winter talks"')
  const fields = {
    ...FORM,
    curriculum: { option: 'inclusion' },
    cadence: { option: '3' },
    rules: { options: ['sharedHours'] },
    goal: { option: 'fit' },
    reminders: { options: [] },
    private: { options: ['yes'] },
    holidays: '2026-12-25\n2026-12-24\n',
  }
  const { ack } = await app().submit('UDANA', VIEW.program, fields, more.views[0]?.private_metadata ?? '')
  const { view } = ack as { view: View } // the paragraph
  await app().submit('UDANA', VIEW.programSave, {}, view.private_metadata ?? '')
  expect(await programByName(deps.db, T1, 'WINTER talks')).toMatchObject({
    curriculum: 'inclusion',
    cadence: 3,
    isPrivate: true,
    wantsReminders: false,
    holidays: ['2026-12-24', '2026-12-25'],
    rules: { otherTeam: false, sharedLanguage: false, sharedHours: true, mostPlaced: false },
  })
})

test('a question is read back with its answers, and two that differ in case or spaces are one', async () => {
  const { views } = await app().action('UDANA', ACTION.programCreate)
  const metadata = views[0]?.private_metadata ?? ''
  const more = await app().action('UDANA', ACTION.programMore, { value: 'more', view: { metadata, values: FORM } })
  const asked = (attribute_options: string) =>
    app().submit(
      'UDANA',
      VIEW.program,
      {
        ...FORM,
        curriculum: { option: 'generations' },
        cadence: { option: '1' },
        attribute: 'Are you new here?',
        attribute_options,
        attribute_rule: { option: 'differs' },
      },
      more.views[0]?.private_metadata ?? '',
    )
  const one = (await asked('Yes\n yes \nYES')).ack as { errors?: Record<string, string> }
  expect(one.errors?.attribute_options).toContain('at least 2 answers')
  expect(text((await asked('Yes\nno\nyes\n NO')).ack)).toContain(
    'may answer \\"Are you new here?\\" with \\"Yes\\" or \\"no\\", for the pairing alone.',
  )
})

test.each(['', '{}', 'junk', '{"programId":7,"draft":{}}'])(
  'a form with the metadata %j is out of date',
  async (metadata) => {
    const { ack } = await app().submit('UDANA', VIEW.programSave, {}, metadata)
    expect(text(ack)).toContain('out of date')
    expect(await programsOf(deps.db, T1)).toEqual([])
  },
)

test('a program opens only with two contacts who accepted', async () => {
  const id = String((await create())?.id)
  await seedLine(deps, 'Helpline')
  const refused = await app().action('UDANA', ACTION.programOpen, { value: id })
  expect(text(refused.views)).toContain('it needs two contacts for concerns who have accepted, and there is 1')
  await seedLine(deps, 'Ombuds office')
  const asked = await app().action('UDANA', ACTION.programOpen, { value: id })
  expect(text(asked.views)).toContain('4 people get an invitation')
  expect(text(asked.views)).toContain('You lead it alone')
  const { ack } = await app().submit('UDANA', VIEW.programOpen, {}, id)
  expect(text(ack)).toContain('Winter talks is open. 4 people get an invitation.')
  expect(invitedFor).toEqual(['Winter talks'])
})

test('opening twice opens once', async () => {
  const id = String((await create())?.id)
  await seedLine(deps, 'Helpline')
  await seedLine(deps, 'Ombuds office')
  await app().submit('UDANA', VIEW.programOpen, {}, id)
  expect(text((await app().submit('UDANA', VIEW.programOpen, {}, id)).ack)).toContain('is open already')
  expect(invitedFor).toEqual(['Winter talks'])
})

test('an open program is changed no more, is shown, and ends early for good', async () => {
  const id = String((await create())?.id)
  await seedLine(deps, 'Helpline')
  await seedLine(deps, 'Ombuds office')
  await app().submit('UDANA', VIEW.programOpen, {}, id)
  expect(text((await app().action('UDANA', ACTION.programChange, { value: id })).replies)).toContain('is open already')
  expect(text((await app().command('UDANA', 'program Winter talks')).replies)).toContain('End it early')
  await deps.db
    .insertInto('enrollment')
    .values({
      workspace_id: T1,
      program_id: Number(id),
      person_id: 'UANA',
      role: 'guide',
      capacity: 1,
      state: 'active',
      joined_at: MONDAY,
      left_at: null,
      paused_until: null,
      conduct_accepted_at: MONDAY,
      attribute: null,
      waiting_since: '2026-01-05',
    })
    .execute()
  const ended = await app().action('UDANA', ACTION.programEnd, { value: id })
  expect(text(ended.redrawn)).toContain('Winter talks has ended')
  expect(await dues(deps)).toEqual(['program-ended UANA'])
  for (const action of [ACTION.programEnd, ACTION.programChange]) {
    expect(text((await app().action('UDANA', action, { value: id })).replies), action).toContain('has ended.')
  }
})

test('inviting again says how many, and is refused in a draft', async () => {
  const id = String((await create())?.id)
  expect(text((await app().action('UDANA', ACTION.peopleInvite, { value: id })).replies)).toContain('still a draft')
  await seedLine(deps, 'Helpline')
  await seedLine(deps, 'Ombuds office')
  await app().submit('UDANA', VIEW.programOpen, {}, id)
  const { replies } = await app().action('UDANA', ACTION.peopleInvite, { value: id })
  expect(replies[0]?.text).toContain('4 people get an invitation')
})

test('a lead of another program reads of neither the program nor its number', async () => {
  const mine = await create()
  const other = await create({ name: 'Other talks', second_lead: { user: 'UEVE' } })
  expect(text((await app().command('UEVE', 'program Winter talks')).replies)).toContain('There is no program called')
  for (const action of [ACTION.programShow, ACTION.programEnd, ACTION.peopleInvite]) {
    const { replies } = await app().action('UEVE', action, { value: String(mine?.id) })
    expect(text(replies), action).toContain('out of date')
  }
  const { views } = await app().action('UEVE', ACTION.programOpen, { value: String(mine?.id) })
  expect(text(views)).toContain('out of date')
  expect(text((await app().command('UEVE', 'program')).replies)).not.toContain('Winter')
  expect(text((await app().action('UEVE', ACTION.programShow, { value: String(other?.id) })).replies)).toContain(
    'Other',
  )
})

test.each(['program', 'program Winter talks', 'program end', 'program create'])(
  'whoever leads nothing reads whom /mentor %s is for',
  async (command) => {
    await create()
    expect(text((await app().command('UANA', command)).replies)).toContain('for the people who lead')
  },
)
