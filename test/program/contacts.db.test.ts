import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import type { Database } from '../../src/database/open.ts'
import { acceptedContacts, contacts } from '../../src/program/contact-store.ts'
import { programListeners } from '../../src/program/listeners.ts'
import { programMessages } from '../../src/program/planners.ts'
import { standingOf } from '../../src/program/store.ts'
import { ACTION, VIEW } from '../../src/slack/ids.ts'
import { testApp } from '../support/app.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { MONDAY, T1 } from '../people/seed.ts'
import { dues, seedCompany, seedLead } from './seed.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  await seedCompany(deps)
  await seedLead(deps)
})

const app = () =>
  testApp({
    deps,
    listeners: [programListeners(deps, { invite: async () => 0 })],
    now: () => MONDAY,
    standingOf: (id) => standingOf(deps.db, T1, id),
  })
const name = async (fields: Parameters<ReturnType<typeof app>['submit']>[2]) =>
  JSON.stringify((await app().submit('UDANA', VIEW.contact, fields)).ack)
const states = async () => (await contacts(deps.db, T1)).map(({ label, state }) => `${label}: ${state}`)

/** What the first due message of that kind says. */
async function read(kind: string): Promise<string> {
  const row = await deps.db.selectFrom('delivery').selectAll().where('kind', '=', kind).executeTakeFirstOrThrow()
  const rendered = await programMessages[kind]?.render(
    { ...deps, copy: en },
    {
      workspaceId: T1,
      kind,
      subject: row.subject,
      cycleOn: row.cycle_on,
      recipient: row.recipient,
      dueAt: row.due_at,
      deliveryId: row.delivery_id,
    },
    MONDAY,
  )
  return JSON.stringify(rendered)
}

test('a person is asked, and counts once they accept', async () => {
  expect(await name({ person: { user: 'UEVE' } })).toContain('gets a message and decides')
  expect(await acceptedContacts(deps.db, T1)).toEqual([])
  expect(await dues(deps)).toEqual(['contact-ask UEVE'])
  expect(await read('contact-ask')).toContain('Eve, Dana would like to name you')
  const { redrawn } = await app().action('UEVE', ACTION.contactAccept, { value: '1' })
  expect(redrawn[0]?.text).toContain('You are a contact for concerns now')
  expect(await states()).toEqual(['Eve Long: accepted'])
  expect(await read('contact-answered')).toContain('One more, and a program can open')
})

test('no is as good as yes, and the lead reads only that it was said', async () => {
  await name({ person: { user: 'UEVE' } })
  await app().action('UEVE', ACTION.contactDecline, { value: '1' })
  expect(await states()).toEqual(['Eve Long: declined'])
  expect(await read('contact-answered')).toContain('would rather not')
  await name({ person: { user: 'UEVE' } })
  expect(await states()).toEqual(['Eve Long: asked'])
})

test('the second answer changes nothing', async () => {
  await name({ person: { user: 'UEVE' } })
  await app().action('UEVE', ACTION.contactAccept, { value: '1' })
  const { replies } = await app().action('UEVE', ACTION.contactDecline, { value: '1' })
  expect(replies[0]?.text).toContain('answered this already')
  expect(await states()).toEqual(['Eve Long: accepted'])
})

test('nobody accepts for somebody else', async () => {
  await name({ person: { user: 'UEVE' } })
  const { replies } = await app().action('UANA', ACTION.contactAccept, { value: '1' })
  expect(replies[0]?.text).toContain('out of date')
  expect(await states()).toEqual(['Eve Long: asked'])
})

test('an outside line counts at once, and the other contacts are told', async () => {
  await name({ person: { user: 'UEVE' } })
  await app().action('UEVE', ACTION.contactAccept, { value: '1' })
  expect(await name({ label: 'Helpline', phone: '0800 1', link: 'https://help.example' })).toContain(
    'counts from now on',
  )
  expect(await states()).toEqual(['Eve Long: accepted', 'Helpline: accepted'])
  expect(await read('contacts-changed')).toContain('Eve Long and Helpline')
})

test.each([
  [{}, 'choose a person'],
  [{ label: 'Helpline' }, 'choose a person'],
  [{ label: 'Helpline', link: 'javascript:alert(1)' }, 'https://'],
  [{ label: 'Helpline', link: 'http://help.example' }, 'https://'],
  [{ person: { user: 'UBOT' } }, 'not a person'],
  [{ person: { user: 'U999' } }, 'not a person'],
])('%j is refused beside its field', async (fields, answer) => {
  expect(await name(fields)).toMatch(/"response_action":"errors"/u)
  expect(await name(fields)).toContain(answer)
  expect(await states()).toEqual([])
})

test('the same person is not asked twice', async () => {
  await name({ person: { user: 'UEVE' } })
  expect(await name({ person: { user: 'UEVE' } })).toContain('a contact already, or has been asked')
})

test('taking one off says what that closes', async () => {
  await name({ label: 'Helpline', phone: '1' })
  const [line] = await contacts(deps.db, T1)
  const { replies, redrawn } = await app().action('UDANA', ACTION.contactRemove, { value: String(line?.id) })
  expect(replies[0]?.text).toContain('nobody can join until somebody else accepts')
  expect(JSON.stringify(redrawn)).toContain('There are none yet')
  const again = await app().action('UDANA', ACTION.contactRemove, { value: String(line?.id) })
  expect(again.replies[0]?.text).toContain('is not one of the contacts')
})

test('only leads of the workspace keep the contacts', async () => {
  expect((await app().command('UEVE', 'contacts')).replies[0]?.text).toContain('for the people who lead')
  expect(JSON.stringify((await app().command('UDANA', 'contacts')).replies)).toContain('Nobody can be reached so far')
})
