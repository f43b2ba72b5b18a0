import { beforeEach, expect, test } from 'vitest'
import { saidOf } from '../../src/enrollment/said-of.ts'
import { homeListeners } from '../../src/home/listeners.ts'
import { findFocus } from '../../src/main/focus.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { showWaiting } from '../../src/pairing/listeners/waiting-listeners.ts'
import { proposeRound } from '../../src/pairing/propose-round.ts'
import { publishRound } from '../../src/pairing/publish-round.ts'
import { peopleListeners } from '../../src/people/listeners.ts'
import { standingOf } from '../../src/program/lead-store.ts'
import { ACTION, VIEW } from '../../src/slack/ids.ts'
import { aSide } from '../pairing/support/side.ts'
import { testApp } from '../support/app.ts'
import { aProgram, enrolled, joined } from '../support/program.ts'
import { aPerson, FEBRUARY, makeLead, useWorkspace, WORKSPACE } from '../support/world.ts'

const side = aSide()
const deps = useWorkspace()
let programId: number

/** Dana leads all, Eve leads another program; nine juniors came to guide, two seniors to learn. */
beforeEach(async () => {
  await aPerson(deps, { person_id: 'DANA', name: 'Dana Whitfield' })
  await aPerson(deps, { person_id: 'EVE', name: 'Eve Adams' })
  await makeLead(deps, 'DANA')
  programId = await aProgram(deps)
  for (let i = 1; i <= 9; i++) {
    await aPerson(deps, { person_id: `J${i}`, name: `Junior ${i}`, level: 1, offers: ['social-media'] })
    await enrolled(deps, programId, `J${i}`, 'guide')
  }
  for (const id of ['S1', 'S2']) {
    await joined(deps, programId, 'learner', { person_id: id, level: 6, wants: ['social-media', 'sql'] })
  }
})

const none = async () => Promise.reject(new Error('no file is needed'))
const app = () =>
  testApp({
    deps,
    workspaceId: WORKSPACE,
    listeners: [
      peopleListeners(deps, {
        files: { download: none, upload: none },
        directory: { listUsers: none },
        focus: findFocus,
        said: saidOf,
        waiting: showWaiting,
        onChanged: async () => {},
      }),
      pairingListeners(deps, side),
      homeListeners(deps),
    ],
    now: () => FEBRUARY,
    standingOf: (user) => standingOf(deps.db, WORKSPACE, user),
  })

/** The mrkdwn of the answer, or of the window. */
const read = (seen: { readonly replies?: readonly unknown[]; readonly views?: readonly unknown[] }) =>
  JSON.stringify([seen.replies, seen.views]).replaceAll(String.raw`\n`, '\n')

async function publishARound() {
  const proposed = await proposeRound(deps, side.solve, { workspaceId: WORKSPACE, programId, by: 'DANA' }, FEBRUARY)
  if (!proposed.ok) throw new Error(proposed.refusal.code)
  const published = await publishRound(
    deps,
    { workspaceId: WORKSPACE, roundId: proposed.value.roundId, by: 'DANA' },
    FEBRUARY,
  )
  if (!published.ok) throw new Error(published.refusal.code)
}

test('before the first round everybody waits, in no order and without a reason', async () => {
  const text = read(await app().command('DANA', 'people'))
  expect(text).toContain('*In Generations 2026, 11 people wait for a partner*')
  expect(text).toContain('• *Junior 1*, since Monday, 5 January: no round published since then')
  expect(text).toContain('11 people joined: 9 can guide and 2 can learn.')
  expect(text).toContain('Guides have room for 9 more; 2 who can learn have no partner.')
  expect(text).toContain('Wished for, and offered by nobody else: SQL (2 people).')
  expect(text).toContain('Of those who joined I do not know the manager of 11 people.')
})

test('after a round each who waits has a place, a day and the reason that they read themselves', async () => {
  await publishARound()
  const seen = await app().command('DANA', 'people Generations 2026')
  const text = read(seen)
  expect(text).toContain('7 people wait for a partner')
  expect(text).toMatch(/1\. \*Junior \d\*, since Monday, 5 January. Last round: 9 people came to guide and 2 to learn/u)
  expect(text.match(/since Monday/gu)).toHaveLength(5)
  expect(text).toContain('Show all 7')
  expect(text).toContain('Guides have room for 7 more; everybody who can learn has a partner.')
})

test('all of them stand in a window, with the same words', async () => {
  await publishARound()
  const seen = await app().action('DANA', ACTION.waitingPage, { value: `${programId}/1` })
  expect(seen.views[0]?.callback_id).toBe(VIEW.notice)
  expect(read(seen).match(/since Monday, 5 January. Last round: 9 people came to guide and 2 to learn/gu)).toHaveLength(
    7,
  )
})

test('the pages of the window turn in place', async () => {
  for (let i = 10; i <= 14; i++) {
    await aPerson(deps, { person_id: `J${i}`, name: `Junior ${i}`, level: 1 })
    await enrolled(deps, programId, `J${i}`, 'guide')
  }
  const { views } = await app().action('DANA', `${ACTION.waitingPage}:next`, { value: `${programId}/2`, view: {} })
  expect(read({ views }).match(/no round published since/gu)).toHaveLength(6)
  expect(read({ views })).toContain(`"value":"${programId}/1"`)
})

test('who rests or has left the company is not on the list', async () => {
  await deps.db.updateTable('person').set({ left_at: FEBRUARY }).where('person_id', '=', 'J1').execute()
  await deps.db
    .updateTable('enrollment')
    .set({ state: 'paused', paused_until: '2026-03-02' })
    .where('person_id', '=', 'J2')
    .execute()
  const text = read(await app().command('DANA', 'people'))
  expect(text).toContain('9 people wait')
  expect(text).not.toMatch(/Junior [12]\*/u)
})

test('a waiter reads the same place and reason in their own status', async () => {
  await publishARound()
  const [first] = await deps.db
    .selectFrom('enrollment')
    .select('person_id')
    .where('rounds_waited', '>', 0)
    .orderBy('person_id')
    .execute()
  const status = read(await app().command(first?.person_id ?? '', 'status'))
  expect(status).toContain('Place 1 of 7')
  expect(status).toContain('9 people came to guide and 2 to learn')
})

test('who has had a partner since the round has no reason of that round, here and in the status', async () => {
  await publishARound()
  await deps.db.updateTable('enrollment').set({ waiting_since: '2026-02-03' }).where('rounds_waited', '>', 0).execute()
  const text = read(await app().command('DANA', 'people'))
  expect(text).toContain('since Tuesday, 3 February: no round published since then')
  expect(text).not.toContain('came to guide')
  const waiting = await deps.db.selectFrom('enrollment').select('person_id').where('rounds_waited', '>', 0).execute()
  expect(read(await app().command(waiting[0]?.person_id ?? '', 'status'))).not.toContain('came to guide')
})

test('a small round between rounds takes nobody’s reason away', async () => {
  await publishARound()
  const round = await deps.db
    .selectFrom('round')
    .select(['workspace_id', 'program_id', 'state', 'seed', 'held_on', 'proposed_at', 'published_at', 'published_by'])
    .executeTakeFirstOrThrow()
  const small = { ...round, number: 2, unpaired: '[]', figures: '{}', is_small: true }
  await deps.db.insertInto('round').values(small).execute()
  expect(read(await app().command('DANA', 'people'))).toContain('9 people came to guide and 2 to learn')
  const waiting = await deps.db.selectFrom('enrollment').select('person_id').where('rounds_waited', '>', 0).execute()
  const status = await app().command(waiting[0]?.person_id ?? '', 'status')
  expect(read(status)).toContain('9 people came to guide and 2 to learn')
})

test('a reason never tells of a private list', async () => {
  await deps.db
    .insertInto('exclusion')
    .values(
      ['S1', 'S2'].map((other_id) => ({
        workspace_id: WORKSPACE,
        person_id: 'J1',
        other_id,
        cause: 'private' as const,
        added_at: FEBRUARY,
      })),
    )
    .execute()
  await publishARound()
  const text = read(await app().action('DANA', ACTION.waitingPage, { value: `${programId}/1` }))
  expect(text).toContain('*Junior 1*, since Monday, 5 January. Last round: no partner fits yet')
})

test('a private program names nobody to its own lead either, and gives no number below 5', async () => {
  await deps.db.updateTable('program').set({ is_private: true }).execute()
  const text = read(await app().command('DANA', 'people Generations 2026'))
  expect(text).toContain('*In Generations 2026, 11 people wait for a partner.* It is private, so I name nobody here')
  expect(text).toContain('11 people joined: 9 can guide and fewer than 5 can learn.')
  expect(text).not.toMatch(/Junior|SQL|since/u)
  const window = await app().action('DANA', ACTION.waitingPage, { value: `${programId}/1` })
  expect(read(window)).not.toMatch(/Junior|since/u)
})

test('a lead of another program sees neither list nor window, and a stranger nothing', async () => {
  const other = await aProgram(deps, { name: 'Other', name_key: 'other' })
  await deps.db
    .insertInto('lead')
    .values({ workspace_id: WORKSPACE, person_id: 'EVE', program_id: other, added_by: 'DANA', added_at: FEBRUARY })
    .execute()
  expect(read(await app().command('EVE', 'people Generations 2026'))).not.toContain('Junior')
  const window = await app().action('EVE', ACTION.waitingPage, { value: `${programId}/1` })
  expect(window.views).toEqual([])
  expect(read(window)).toContain('for the people who lead')
  expect(read(await app().command('J1', 'people'))).not.toContain('Junior')
  expect((await app().action('J1', ACTION.waitingPage, { value: `${programId}/1` })).views).toEqual([])
})

test.each([
  { state: 'draft', opened_at: null },
  { state: 'closed', closed_at: FEBRUARY },
] as const)('a program that is $state has nobody waiting to show', async (change) => {
  await deps.db.updateTable('program').set(change).execute()
  expect(read(await app().command('DANA', 'people Generations 2026'))).not.toMatch(/wait|joined:/u)
})
