import type { KnownBlock } from '@slack/types'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { done } from '../../src/copy/refusal.ts'
import type { Database } from '../../src/database/open.ts'
import type { Profile } from '../../src/enrollment/enrollment.ts'
import { saveProfile } from '../../src/enrollment/profile-store.ts'
import { saidOf } from '../../src/enrollment/said-of.ts'
import type { KnownFacts } from '../../src/people/csv/facts.ts'
import { factsOf } from '../../src/people/fact-store.ts'
import { peopleListeners } from '../../src/people/listeners.ts'
import { findListed, replaceFacts } from '../../src/people/person-fact-store.ts'
import type { PeopleSide } from '../../src/people/people-side.ts'
import { checkView } from '../../src/sandbox/blocks/check.ts'
import { VIEW } from '../../src/slack/ids.ts'
import type { View } from '../../src/slack/message.ts'
import { aLead, aMember, type FieldValue, testApp } from '../support/app.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { NOTHING_SAID } from './a-person.ts'
import { MONDAY, seedPeople, seedWorkspace, slackUser, T1 } from './seed.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())

const none = async () => Promise.reject(new Error('no file is needed'))
const side: PeopleSide = {
  files: { download: none, upload: none },
  directory: { listUsers: none },
  focus: async () => done(null),
  said: saidOf,
  waiting: async () => [],
  onChanged: async () => {},
}
/** UDANA leads the workspace, UEVE leads program 1 by name, everybody else nothing. */
const app = (programId = 0) =>
  testApp({
    deps,
    listeners: [peopleListeners(deps, side)],
    now: () => MONDAY,
    standingOf: (user) => (user === 'UDANA' ? aLead : user === 'UEVE' ? { ...aMember, leads: [programId] } : aMember),
  })

beforeEach(async () => {
  await deps.db.deleteFrom('workspace').execute()
  await seedWorkspace(deps)
  await seedPeople(deps, [
    slackUser('UDANA'),
    slackUser('UEVE'),
    slackUser('U1', { real_name: 'Mei Tanaka' }),
    slackUser('U2', { real_name: 'Luis Ortega' }),
    slackUser('U3', { real_name: 'Ana Ruiz' }),
    slackUser('UAPP', { is_bot: true, real_name: 'Robo' }),
    slackUser('UGUEST', { is_restricted: true, real_name: 'Gil Guest' }),
    slackUser('UGONE', { deleted: true, real_name: 'Gwen Gone' }),
  ])
})

const FACTS: KnownFacts = {
  level: 3,
  team: 'Estimating',
  site: 'Detroit',
  managerId: 'U2',
  startOn: '2024-03-01',
  hours: { from: 540, to: 1020 },
  languages: ['en', 'es'],
  offers: ['excel', 'sql'],
  wants: ['presenting'],
  role: 'guide',
  capacity: 2,
}
const know = (facts: KnownFacts | Partial<KnownFacts>, personId = 'U1') =>
  replaceFacts(deps.db, T1, personId, { ...NOTHING_SAID, ...facts }, MONDAY)
/** What Mei answers when joining. */
const MEIS: Profile = {
  level: 5,
  managerId: null,
  hours: null,
  languages: [],
  offers: [],
  wants: [],
  isAsyncFirst: false,
  mayBeAsked: false,
  bio: 'secret bio',
}

const known = async (personId = 'U1') => {
  const person = await findListed(deps.db, T1, personId)
  return person && factsOf(person)
}

/** The app makes nothing but known blocks. */
const blocksOf = (view: View | undefined) => (view?.blocks ?? []) as KnownBlock[]

/** What a form holds as opened, for `submit`: every field with what it is filled with. */
function filledIn(view: View | undefined): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {}
  for (const block of blocksOf(view)) {
    if (block.type !== 'input' || block.block_id === undefined) continue
    const { element } = block
    if (element.type === 'plain_text_input' || element.type === 'number_input') {
      fields[block.block_id] = element.initial_value ?? ''
    } else if (element.type === 'users_select') fields[block.block_id] = { user: element.initial_user ?? '' }
    else if (element.type === 'static_select') {
      fields[block.block_id] = { option: element.initial_option?.value ?? '' }
    } else if (element.type === 'multi_static_select') {
      fields[block.block_id] = { options: (element.initial_options ?? []).flatMap((o) => o.value ?? []) }
    }
  }
  return fields
}

/** Opens the form, changes some fields, sends it. */
async function edit(changed: Record<string, FieldValue>, who = '<@U1|mei>', by = 'UDANA') {
  const { views } = await app().command(by, `people ${who}`)
  const [view] = views
  if (!view) throw new Error('no form was opened')
  const { ack } = await app().submit(by, VIEW.person, { ...filledIn(view), ...changed }, view.private_metadata)
  return { view, ack: ack as { errors?: Record<string, string>; view?: View } | undefined }
}

const textOf = (thing: unknown) => JSON.stringify(thing)
const hintOf = (view: View | undefined, field: string) =>
  blocksOf(view).flatMap((b) => (b.type === 'input' && b.block_id === field ? [b.hint?.text ?? ''] : []))[0]
const acts = () => deps.db.selectFrom('audit').select(['actor_id', 'verb', 'subject', 'detail']).execute()

test('the form is filled with what files said, and fits Slack', async () => {
  await know(FACTS)
  const { views, replies } = await app().command('UDANA', 'people <@U1|mei>')
  expect(replies).toEqual([])
  expect(checkView(views[0])).toEqual([])
  expect(filledIn(views[0])).toEqual({
    level: '3',
    team: 'Estimating',
    site: 'Detroit',
    manager_id: { user: 'U2' },
    start_on: '2024-03-01',
    hours: '09:00-17:00',
    languages: 'English; Spanish',
    role: { option: 'guide' },
    capacity: '2',
    offers: { options: ['excel', 'sql'] },
    offers_other: '',
    wants: { options: ['presenting'] },
    wants_other: '',
  })
})

test.each(['<@U1|mei>', '<@U1>', 'please <@U1|mei tanaka> now'])('%s opens the form of that person', async (words) => {
  const { views } = await app().command('UDANA', `people ${words}`)
  expect(views[0]?.private_metadata).toMatch(/^U1 \S{22}$/)
})

test('a changed field is written, the rest stays, and the act is remembered without its values', async () => {
  await know(FACTS)
  const { ack } = await edit({ level: '4', team: 'Field' })
  expect(textOf(ack)).toContain('level 3 → 4')
  expect(textOf(ack)).toContain('team Estimating → Field')
  expect(await known()).toEqual({ ...FACTS, level: 4, team: 'Field' })
  expect(await acts()).toEqual([
    { actor_id: 'UDANA', verb: 'people.edit', subject: 'U1', detail: { facts: 'level, team' } },
  ])
})

test('everything can be filled in for somebody of whom nothing is known', async () => {
  await edit({
    level: '3',
    team: 'Estimating',
    site: 'Detroit',
    manager_id: { user: 'U2' },
    start_on: '2024-03-01',
    hours: '9-17',
    languages: 'English, es',
    role: { option: 'guide' },
    capacity: '2',
    offers: { options: ['excel'] },
    offers_other: 'SQL',
    wants: { options: ['presenting'] },
  })
  expect(await known()).toEqual(FACTS)
})

test('an unchanged form says that nothing changed, and nothing is remembered of it', async () => {
  await know(FACTS)
  const { ack } = await edit({})
  expect(textOf(ack)).toContain('nothing was changed')
  expect(await acts()).toEqual([])
})

test('the same skills in another order are no change', async () => {
  await know(FACTS)
  const { ack } = await edit({ offers: { options: ['sql', 'excel'] } })
  expect(textOf(ack)).toContain('nothing was changed')
})

test('an emptied manager is forgotten, and so is every other emptied field', async () => {
  await know(FACTS)
  const { ack, view } = await edit({ manager_id: { user: '' } })
  expect(hintOf(view, 'manager_id')).toContain('Empty means none')
  expect(textOf(ack)).toContain('manager Luis Ortega → nothing')
  expect(await known()).toEqual({ ...FACTS, managerId: null })
  const empty = { level: '', team: '', site: '', start_on: '', hours: '', languages: '', capacity: '' }
  await edit({ ...empty, role: { option: '-' }, offers: { options: [] }, wants: { options: [] } })
  expect(await known()).toEqual(NOTHING_SAID)
})

test('what a person said themselves is shown beside its field, wins and stays', async () => {
  await know(FACTS)
  const programId = await aProgram(deps)
  await enrolled(deps, programId, 'U1', 'learner', { capacity: 1 })
  await saveProfile(deps.db, deps.cipher, T1, 'U1', { ...MEIS, managerId: 'U3', offers: ['sql'] }, MONDAY)
  const { view, ack } = await edit({ level: '4', capacity: '3' })
  expect(hintOf(view, 'level')).toContain('Mei said 5; that stays.')
  expect(hintOf(view, 'manager_id')).toContain('Mei said Ana Ruiz; that stays.')
  expect(hintOf(view, 'offers')).toBe('Mei said SQL; that stays.')
  expect(hintOf(view, 'wants')).toBe('Mei said nothing; that stays.')
  expect(hintOf(view, 'hours')).not.toContain('Mei said')
  expect(hintOf(view, 'role')).toContain('Mei chose Learner in Generations 2026; that stays.')
  expect(textOf(view)).not.toContain('secret bio')
  expect(textOf(ack)).toContain('level: Mei said 5; that stays.')
  expect(await known()).toMatchObject({ level: 4, capacity: 3 })
  expect(await deps.db.selectFrom('profile').select(['level', 'manager_id']).execute()).toEqual([
    { level: 5, manager_id: 'U3' },
  ])
})

test('a lead of another program reads no answers, and not that there are any', async () => {
  const [hidden, other] = [
    await aProgram(deps, { is_private: true, name: 'Hidden', name_key: 'hidden' }),
    await aProgram(deps, { name: 'Other', name_key: 'other' }),
  ]
  await enrolled(deps, hidden, 'U1', 'learner')
  await saveProfile(deps.db, deps.cipher, T1, 'U1', MEIS, MONDAY)
  const { views } = await app(other).command('UEVE', 'people <@U1|mei>')
  expect(textOf(views)).not.toMatch(/that stays|Hidden/)
  const own = await app(hidden).command('UEVE', 'people <@U1|mei>')
  expect(hintOf(own.views[0], 'level')).toContain('Mei said 5')
})

test.each([
  ['level', { level: '0' }, '"0" is no level; levels are whole numbers from 1 to 99, larger is more senior.'],
  ['level', { level: '100' }, '"100" is no level; levels are whole numbers from 1 to 99, larger is more senior.'],
  ['manager_id', { manager_id: { user: 'U1' } }, en.personForm.fault.manager_self()],
  ['manager_id', { manager_id: { user: 'U999' } }, en.personForm.fault.manager_unknown()],
  ['manager_id', { manager_id: { user: 'UAPP' } }, '"Robo" is an app, not a person.'],
  ['start_on', { start_on: '2026-02-30' }, '"2026-02-30" is no date; please write it like 2026-03-31.'],
  ['hours', { hours: '17-9' }, '"17-9" are no working hours; please write them like 09:00-17:00.'],
  ['languages', { languages: 'Klingon' }, '"Klingon" is no language I know; please write codes, like en;de.'],
  ['capacity', { capacity: '11' }, '"11" is no number of partners from 1 to 10.'],
  ['offers_other', { offers_other: 'x'.repeat(61) }, 'is no list of skills; each has at most 60 characters'],
  ['wants_other', { wants_other: '!!!' }, '"!!!" is no list of skills; each has at most 60 characters'],
] as const)('a wrong %s of %j is refused beside its field, and nothing is written', async (field, wrong, sentence) => {
  await know(FACTS)
  const { ack } = await edit({ team: 'Changed', ...wrong })
  expect(Object.keys(ack?.errors ?? {})).toEqual([field])
  expect(ack?.errors?.[field]).toContain(sentence)
  expect(await known()).toEqual(FACTS)
  expect(await acts()).toEqual([])
})

test('several wrong fields are all named at once', async () => {
  const { ack } = await edit({ level: '0', capacity: '0' })
  expect(Object.keys(ack?.errors ?? {}).toSorted()).toEqual(['capacity', 'level'])
})

test('a circle of managers is refused with the names in it, and can be untied', async () => {
  await know({ managerId: 'U3' }, 'U2')
  await know({ managerId: 'U1' }, 'U3')
  const { ack } = await edit({ manager_id: { user: 'U2' } })
  expect(ack?.errors?.manager_id).toBe(
    'These people would manage one another in a circle: Mei Tanaka, Luis Ortega, Ana Ruiz. Please correct one of them first.',
  )
  await edit({ manager_id: { user: '' } }, '<@U3>')
  await edit({ manager_id: { user: 'U2' } })
  expect(await known()).toMatchObject({ managerId: 'U2' })
})

test('a circle that stands further up, or that a file brought, keeps no other field from being corrected', async () => {
  await know({ managerId: 'U2' })
  await know({ managerId: 'U1' }, 'U2')
  await edit({ level: '4' })
  expect(await known()).toMatchObject({ level: 4, managerId: 'U2' })
  await edit({ manager_id: { user: 'U1' } }, '<@U3>')
  expect(await known('U3')).toMatchObject({ managerId: 'U1' })
})

test('a skill in other words joins the catalog, and is in the list the next time', async () => {
  const { ack } = await edit({ offers_other: 'Beekeeping; excel' })
  expect(textOf(ack)).toContain('New in the catalog of skills: Beekeeping.')
  expect(await known()).toMatchObject({ offers: ['beekeeping', 'excel'] })
  const { views } = await app().command('UDANA', 'people <@U1>')
  expect(filledIn(views[0])).toMatchObject({
    offers: { options: ['excel', 'beekeeping'] },
    offers_other: '',
  })
})

test('of two leads with the same form open, the second is asked to look again', async () => {
  await know(FACTS)
  const { views } = await app().command('UEVE', 'people <@U1>')
  const open = views[0]
  await edit({ team: 'Field' })
  const { ack } = await app(1).submit('UEVE', VIEW.person, { ...filledIn(open), level: '9' }, open?.private_metadata)
  expect(textOf(ack)).toContain('out of date')
  expect(await known()).toEqual({ ...FACTS, team: 'Field' })
})

test.each([
  ['<@UNOBODY|zed>', 'I do not find @zed in this workspace.'],
  ['<@UNOBODY>', 'I do not find that person in this workspace.'],
  ['@mei', 'I do not find @mei in this workspace.'],
  ['<@UAPP|robo>', 'Robo is not a person who can be named here.'],
  ['<@UGUEST|gil>', 'Gil Guest is a guest here, and guests cannot take part. Nothing was changed.'],
  ['<@UGONE|gwen>', 'Gwen Gone has left the company, so there is nothing to fill in. Nothing was changed.'],
])('people %s is answered kindly, and no form opens', async (words, sentence) => {
  const { focus } = side
  const missing: PeopleSide = {
    ...side,
    focus: async (db, asker, name) =>
      name.startsWith('@') ? { ok: false, refusal: NOT_FOUND } : focus(db, asker, name),
  }
  const asked = testApp({
    deps,
    listeners: [peopleListeners(deps, missing)],
    now: () => MONDAY,
    standingOf: () => aLead,
  })
  const { views, replies } = await asked.command('UDANA', `people ${words}`)
  expect(views).toEqual([])
  expect(replies[0]?.text).toContain(sentence)
})
const NOT_FOUND = { code: 'program_not_found', detail: { name: 'x' } } as const

test.each(['UGUEST', 'UAPP', 'UGONE', 'UNOBODY', 'U1 short', ''])(
  'a form sent for %j changes nothing',
  async (metadata) => {
    await know(FACTS)
    const { ack } = await app().submit('UDANA', VIEW.person, { level: '9' }, metadata)
    expect(textOf(ack)).toMatch(/Nothing was changed|not a person|I do not find/)
    expect(await known()).toEqual(FACTS)
    expect(await acts()).toEqual([])
  },
)

test('who leads nothing gets no form, and can send none', async () => {
  await know(FACTS)
  const { views, replies } = await app().command('U2', 'people <@U1|mei>')
  expect(views).toEqual([])
  expect(replies[0]?.text).toContain('for the people who lead')
  const { ack } = await app().submit('U2', VIEW.person, { level: '9' }, 'U1 x')
  expect(textOf(ack)).toContain('for the people who lead')
  expect(await known()).toEqual(FACTS)
})
