import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { syncPeople } from '../../src/people/sync.ts'
import { ensureFirstLead } from '../../src/program/ensure-first-lead.ts'
import { tellWhoLeft } from '../../src/program/people-left.ts'
import { programListeners } from '../../src/program/listeners.ts'
import { saveProgram } from '../../src/program/save-program.ts'
import { leadName, leadsOf, leadToAsk, standingOf } from '../../src/program/store.ts'
import { testApp } from '../support/app.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { MONDAY, slackUser, T1 } from '../people/seed.ts'
import { aDraft, dues, LEAD, seedCompany, seedLead, seedLine } from './seed.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())
beforeEach(() => seedCompany(deps))

const say = async (user: string, text: string): Promise<string> => {
  const app = testApp({
    deps,
    listeners: [programListeners(deps, { invite: async () => 0 })],
    now: () => MONDAY,
    standingOf: (id) => standingOf(deps.db, T1, id),
  })
  return JSON.stringify((await app.command(user, text)).replies)
}

/** A draft of Dana's, led by her and by the workspace's leads. */
async function aProgram(name = 'Winter talks'): Promise<number> {
  const input = { workspaceId: T1, by: 'UDANA', standing: LEAD, programId: null, draft: aDraft({ name }) }
  const saved = await saveProgram(deps, input, MONDAY)
  if (!saved.ok) throw new Error(saved.refusal.code)
  return saved.value.id
}

test('Slack’s owner appoints the first lead, who gets a message with the next step', async () => {
  expect(await say('UOWNER', 'lead add <@UDANA|dana>')).toContain('Dana Holt now leads mentoring')
  expect(await dues(deps)).toEqual(['lead-welcome UDANA'])
  expect(await standingOf(deps.db, T1, 'UDANA')).toMatchObject({ isWorkspaceLead: true, isSetUp: true })
})

test('after the first, Slack’s owner appoints nobody, and leads appoint others', async () => {
  await seedLead(deps)
  expect(await say('UOWNER', 'lead add <@UEVE>')).toContain('for the people who lead')
  expect(await say('UDANA', 'lead add <@UEVE>')).toContain('Eve Long now leads mentoring')
  expect(await say('UDANA', 'lead add <@UEVE>')).toContain('leads this already')
})

test('before the first lead, others read that nothing is set up and who can', async () => {
  expect(await say('UANA', 'lead add <@UANA>')).toContain('not set up here yet')
})

test.each([
  ['lead add @ana', 'Mention a person'],
  ['lead add Ana', 'Mention a person'],
  ['lead add <#C1|general>', 'Mention a person'],
  ['lead add', 'Mention a person'],
  ['lead remove', 'Mention a person'],
  ['lead add <@UBOT>', 'is not a person'],
  ['lead add <@UGUEST|guest>', 'is not a person'],
  ['lead add <@U999>', 'Mention a person'],
  ['lead promote <@UANA>', 'Name a person by mention'],
])('%s asks for a person and changes nothing', async (text, answer) => {
  await seedLead(deps)
  expect(await say('UDANA', text)).toContain(answer)
  expect(await dues(deps)).toEqual([])
})

test('the last lead of the workspace stays', async () => {
  await seedLead(deps)
  expect(await say('UDANA', 'lead remove <@UDANA>')).toContain('cannot be removed')
  await say('UDANA', 'lead add <@UEVE>')
  expect(await say('UEVE', 'lead remove <@UDANA>')).toContain('no longer leads')
  expect(await standingOf(deps.db, T1, 'UDANA')).toMatchObject({ isWorkspaceLead: false })
})

test('a lead of one program appoints others for it, and for nothing else', async () => {
  await seedLead(deps)
  await aProgram()
  await aProgram('Other talks')
  await say('UDANA', 'lead add <@UEVE> winter TALKS')
  expect(await say('UEVE', 'lead add <@UANA> Winter talks')).toContain('Ana Ruiz now leads Winter talks')
  expect(await say('UEVE', 'lead add <@UANA>')).toContain('Which program')
  const [foreign, none] = [
    await say('UEVE', 'lead add <@UANA> Other talks'),
    await say('UEVE', 'lead add <@UANA> Nothing'),
  ]
  expect(foreign.replaceAll('Other talks', '')).toBe(none.replaceAll('Nothing', ''))
})

test('a program’s own lead is the one to ask, and the workspace’s leads get what is due as well', async () => {
  await seedLead(deps)
  const id = await aProgram()
  await say('UDANA', 'lead add <@UEVE>')
  expect(await leadName(deps.db, T1, id)).toBe('Dana')
  expect(await leadsOf(deps.db, T1, id)).toEqual(['UDANA', 'UEVE'])
  expect(await leadToAsk(deps.db, T1)).toBe('Dana')
})

test('standing is lost with the account', async () => {
  await seedLead(deps)
  const gone = [slackUser('UDANA', { deleted: true })]
  await syncPeople(deps, T1, gone, MONDAY, { isComplete: false, onChanged: tellWhoLeft })
  expect(await standingOf(deps.db, T1, 'UDANA')).toEqual({
    isMember: false,
    isSlackAdmin: false,
    isWorkspaceLead: false,
    leads: [],
    isSetUp: false,
  })
  expect(await dues(deps)).toEqual(['no-lead-left UOWNER'])
  expect(await say('UOWNER', 'lead add <@UEVE>')).toContain('now leads mentoring')
})

test('FIRST_LEAD names the first lead, once', async () => {
  expect(await ensureFirstLead(deps, { workspaceId: T1, personId: 'UDANA' }, MONDAY)).toEqual({ ok: true, value: null })
  expect(await ensureFirstLead(deps, { workspaceId: T1, personId: 'UEVE' }, MONDAY)).toEqual({ ok: true, value: null })
  expect(await standingOf(deps.db, T1, 'UEVE')).toMatchObject({ isWorkspaceLead: false })
  await seedCompany(deps)
  expect(await ensureFirstLead(deps, { workspaceId: T1, personId: 'U999' }, MONDAY)).toMatchObject({ ok: false })
})

test('who appoints and removes is recorded', async () => {
  await say('UOWNER', 'lead add <@UDANA>')
  expect(await deps.db.selectFrom('audit').select(['actor_id', 'verb', 'subject']).execute()).toEqual([
    { actor_id: 'UOWNER', verb: 'lead.add', subject: 'UDANA' },
  ])
})

test('a contact who leaves is reported to the workspace’s leads and the other contacts at once', async () => {
  await seedLead(deps)
  await seedLine(deps, 'Helpline')
  await deps.db
    .insertInto('contact')
    .values(
      ['UEVE', 'UANA'].map((person_id) => ({
        workspace_id: T1,
        person_id,
        label: person_id,
        phone: null,
        link: null,
        named_by: 'UDANA',
        named_at: MONDAY,
        accepted_at: MONDAY,
        declined_at: null,
      })),
    )
    .execute()
  await syncPeople(deps, T1, [slackUser('UEVE', { deleted: true })], MONDAY, {
    isComplete: false,
    onChanged: tellWhoLeft,
  })
  expect(await dues(deps)).toEqual(['contact-left UDANA', 'contacts-changed UANA'])
})
