import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { done, refuse, type Result } from '../../src/copy/refusal.ts'
import type { Database } from '../../src/database/open.ts'
import type { FindFocus } from '../../src/people/focus.ts'
import { peopleListeners } from '../../src/people/listeners.ts'
import { peopleMessages } from '../../src/people/planners.ts'
import type { PeopleSide } from '../../src/people/people-side.ts'
import { findPerson } from '../../src/people/store.ts'
import { ACTION, VIEW } from '../../src/slack/ids.ts'
import type { View } from '../../src/slack/message.ts'
import { en } from '../../src/copy/en/en.ts'
import { aLead, aMember, testApp } from '../support/app.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { MONDAY, seedPeople, seedWorkspace, slackUser, T1 } from './seed.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())

const files = new Map<string, string>()
const uploads: { name: string; text: string; personId: string }[] = []
let refusal: Result<never> | undefined
let delayMs = 0
let users: readonly unknown[] = []
const side: PeopleSide = {
  files: {
    download: async (id) => {
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
      return refusal ?? done(Buffer.from(files.get(id) ?? ''))
    },
    upload: async ({ name, bytes }, personId) => {
      if (refusal) return refusal
      uploads.push({ name, text: bytes.toString(), personId })
      return done(null)
    },
  },
  directory: { listUsers: async () => users },
  focus: (async () => done(null)) satisfies FindFocus,
  said: async () => ({ facts: {}, programs: [] }),
  waiting: async () => [],
  onChanged: async () => {},
}
const app = () =>
  testApp({
    deps,
    listeners: [peopleListeners(deps, side)],
    now: () => MONDAY,
    standingOf: (user) => (user === 'UDANA' || user === 'UEVE' ? aLead : aMember),
  })

beforeEach(async () => {
  refusal = undefined
  delayMs = 0
  uploads.length = 0
  await deps.db.deleteFrom('delivery').execute()
  await deps.db.deleteFrom('workspace').execute()
  await seedWorkspace(deps)
  users = ['UDANA', 'UEVE', 'U1', 'U2', 'U3'].map((id) => slackUser(id))
  await seedPeople(deps, users)
})

/** Hands a file in, as that lead. */
async function send(text: string, by = 'UDANA') {
  files.set('F1', text)
  const { ack } = await app().submit(by, VIEW.peopleImport, { people: { files: ['F1'] } })
  return ack as { errors?: Record<string, string>; view?: View } | undefined
}

const metadataOf = (answer: { view?: View } | undefined) => answer?.view?.private_metadata ?? ''
const textOf = (thing: unknown) => JSON.stringify(thing)

test('a list is shown first, and nothing is written until it is applied', async () => {
  const shown = await send('id,level,team,manager_id\nU1,3,Estimating,U2\nU2,7,Field,\n')
  expect(shown?.view?.callback_id).toBe(VIEW.peoplePreview)
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ level: null, team: null })
  const { ack } = await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(shown))
  expect(textOf(ack)).toContain('5 facts about 2 people are written')
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ level: 3, team: 'Estimating', managerId: 'U2' })
})

test('what changes is shown by name: skills, new ones among them, languages and managers', async () => {
  const first = await send('id,offers,languages,manager_id\nU1,Excel,en,U2\n')
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(first))
  const shown = textOf(await send('id,offers,languages,manager_id\nU1,social-media;Bee_keeping,de,U3\n'))
  expect(shown).toContain('offers Excel → Social media and Bee_keeping')
  expect(shown).toContain('languages English → German')
  expect(shown).not.toMatch(/social-media|bee-keeping/u)
})

test('a manager that cannot be is left out in words that hold before and after, and a circle is not', async () => {
  const file = 'id,level,manager_id\nU1,3,U1\nU2,4,U9\nU3,5,UEVE\nUEVE,6,U3\nUDANA,7,\n'
  const sentences = [
    'Line 2: Name U1 stands there as their own manager, which nobody is; their manager stays as it was.',
    'Line 3: the manager \\"U9\\" is nobody here; their manager stays as it was.',
  ]
  const circle = 'Line 4: these people manage one another in a circle: Name U3, Name UEVE.'
  const parts = textOf((await send(file))?.view?.blocks)
    .split('*')
    .slice(1)
  const under = (title: string) => parts[parts.indexOf(title) + 1] ?? ''
  for (const sentence of sentences) expect(under('Left out')).toContain(sentence)
  expect(under('Left out')).not.toContain('circle')
  expect(under('Taken as it stands, and worth a look')).toContain(circle)
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(await send('id,manager_id\nU1,U2\nU2,UDANA\n')))
  for (const sentence of sentences) expect(textOf(await send(file))).toContain(sentence)
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ managerId: 'U2' })
})

test('the one person of whom something stays unknown is named, before and after', async () => {
  const shown = await send('id,level,manager_id\nU1,3,U2\nU2,4,UEVE\nU3,5,UEVE\nUEVE,6,UDANA\nUDANA,7,\n')
  expect(textOf(shown)).toContain('After this, no list names the manager of Name UDANA.')
  const { ack } = await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(shown))
  expect(textOf(ack)).toContain('no list names the manager of Name UDANA.')
  expect(textOf(await deps.db.selectFrom('audit').select('detail').execute())).not.toContain('Name')
})

test('applying is remembered in the audit, and the file is forgotten', async () => {
  const shown = await send('id,level\nU1,3\n')
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(shown))
  expect(await deps.db.selectFrom('audit').select(['actor_id', 'verb']).execute()).toEqual([
    { actor_id: 'UDANA', verb: 'people.import' },
  ])
  const [kept] = await deps.db.selectFrom('people_import').select('sealed').execute()
  expect(kept?.sealed.length).toBe(0)
})

test('the same file a second time changes nothing and says so', async () => {
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(await send('id,level\nU1,3\n')))
  const again = await send('id,level\nU1,3\n')
  expect(textOf(again)).toContain('there is nothing to change')
  expect(again?.view?.submit).toBeUndefined()
})

test('an empty cell leaves what is known', async () => {
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(await send('id,level,team\nU1,3,Field\n')))
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(await send('id,level,team\nU1,4,\n')))
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ level: 4, team: 'Field' })
})

test('one bad line refuses the whole file beside the field, with its line', async () => {
  const answer = await send('id,level\nU1,3\nU999,4\n')
  expect(answer?.errors?.people).toContain(
    'Line 3: "U999" is nobody in this workspace.\nPlease correct this in your file',
  )
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ level: null })
})

test('who comes second of two leads is asked to look again', async () => {
  const first = await send('id,level\nU1,3\n', 'UDANA')
  const second = await send('id,level\nU1,5\n', 'UEVE')
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(first))
  const { ack } = await app().submit('UEVE', VIEW.peoplePreview, {}, metadataOf(second))
  expect(textOf(ack)).toContain('The people have changed since this list was read')
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ level: 3 })
})

test('pressing Apply twice writes once', async () => {
  const metadata = metadataOf(await send('id,level\nU1,3\n'))
  const both = app()
  const answers = [
    await both.submit('UDANA', VIEW.peoplePreview, {}, metadata),
    await both.submit('UDANA', VIEW.peoplePreview, {}, metadata),
  ]
  expect(textOf(answers[0])).toContain('is written')
  expect(textOf(answers[1])).toContain('out of date')
})

test('another lead’s file cannot be applied by its number', async () => {
  const metadata = metadataOf(await send('id,level\nU1,3\n', 'UDANA'))
  const { ack } = await app().submit('UEVE', VIEW.peoplePreview, {}, metadata)
  expect(textOf(ack)).toContain('out of date')
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ level: null })
})

test.each(['', '{}', '7', 'x y', '999999999999 f'])(
  'a preview with the metadata %j is out of date',
  async (metadata) => {
    const { ack } = await app().submit('UDANA', VIEW.peoplePreview, {}, metadata)
    expect(textOf(ack)).toContain('out of date')
  },
)

test('level words are put in order by the lead', async () => {
  const asked = await send('id,level\nU1,Junior\nU2,Director\nU3,Senior\n')
  expect(asked?.view?.callback_id).toBe(VIEW.peopleLevels)
  const metadata = metadataOf(asked)
  const wrong = await app().submit('UDANA', VIEW.peopleLevels, { levels: 'Junior\nDirector' }, metadata)
  expect(textOf(wrong.ack)).toContain('Please keep each of these once')
  const { ack } = await app().submit('UDANA', VIEW.peopleLevels, { levels: 'junior\nSenior\n\nDirector' }, metadata)
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(ack as { view?: View }))
  const levels = await Promise.all(['U1', 'U2', 'U3'].map(async (id) => (await findPerson(deps.db, T1, id))?.level))
  expect(levels).toEqual([1, 3, 2])
})

test('a column is pointed at where its name says nothing', async () => {
  const asked = await send('Kürzel,Lohnband\nU1,3\n')
  expect(asked?.view?.callback_id).toBe(VIEW.peopleColumns)
  const none = await app().submit('UDANA', VIEW.peopleColumns, { level: { option: '1' } }, metadataOf(asked))
  expect(textOf(none.ack)).toContain('Please choose the column')
  const fields = { id: { option: '0' }, level: { option: '1' }, team: { option: '-' } }
  const { ack } = await app().submit('UDANA', VIEW.peopleColumns, fields, metadataOf(asked))
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(ack as { view?: View }))
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ level: 3 })
})

test('e-mails are asked of Slack, and without the permission its name is said', async () => {
  const file = 'email,level\nANA@example.com,3\n'
  expect((await send(file))?.errors?.people).toContain('users:read.email')
  users = [slackUser('U1', { profile: { email: 'ana@example.com' } })]
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(await send(file)))
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ level: 3 })
})

test('a missing permission is named beside the field, and nothing is changed', async () => {
  refusal = refuse('scope_missing', { scope: 'files:read' })
  expect((await send('id,level\nU1,3\n'))?.errors?.people).toContain('files:read')
})

test('a file that takes long is answered by a message, and its button shows the same preview', async () => {
  delayMs = 1_700
  const waiting = await send('id,level\nU1,3\n')
  expect(textOf(waiting)).toContain('I am still reading')
  const [due] = await deps.db.selectFrom('delivery').selectAll().execute()
  expect(due).toMatchObject({ kind: 'people-import-read', recipient: 'UDANA' })
  const kind = peopleMessages(side)['people-import-read']
  const row = {
    workspaceId: T1,
    kind: due?.kind ?? '',
    subject: due?.subject ?? '',
    cycleOn: '2026-01-05',
    recipient: 'UDANA',
    dueAt: MONDAY,
    deliveryId: 1,
  }
  const rendered = await kind?.render({ ...deps, copy: en }, row, MONDAY)
  expect(textOf(rendered)).toContain('It would bring 1 fact')
  const { views } = await app().action('UDANA', ACTION.peopleShow, { value: row.subject })
  expect(views[0]?.callback_id).toBe(VIEW.peoplePreview)
})

test('the list goes out by file, and comes back without a difference', async () => {
  await app().submit('UDANA', VIEW.peoplePreview, {}, metadataOf(await send('id,level,offers\nU1,3,excel\n')))
  const { replies } = await app().action('UDANA', ACTION.peopleExport, { value: 'list' })
  expect(replies[0]?.text).toContain('The list is in our conversation')
  expect(uploads).toMatchObject([{ name: 'people.csv', personId: 'UDANA' }])
  expect(textOf(await send(uploads[0]?.text ?? ''))).toContain('there is nothing to change')
})

test('who leads nothing is told whom it is for', async () => {
  expect((await app().command('U1', 'people')).replies[0]?.text).toContain('for the people who lead')
})

test('/mentor people counts who is here and what is not known of them', async () => {
  const { replies } = await app().command('UDANA', 'people')
  expect(textOf(replies)).toContain('5 people can take part here')
  expect(textOf(replies)).toContain('I do not know the level of 5 people and the manager of 5 people')
})

test('Slack’s events bring new people and mark those who left', async () => {
  await app().event({ type: 'team_join', user: slackUser('UNEW') })
  await app().event({ type: 'user_change', user: slackUser('U1', { deleted: true }) })
  expect(await findPerson(deps.db, T1, 'UNEW')).toMatchObject({ leftAt: null })
  expect((await findPerson(deps.db, T1, 'U1'))?.leftAt).toEqual(MONDAY)
})
