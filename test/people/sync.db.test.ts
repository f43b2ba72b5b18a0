import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { findPerson, members } from '../../src/people/store.ts'
import { type PeopleChanges, syncPeople } from '../../src/people/sync.ts'
import { syncedAt } from '../../src/people/sync-store.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { MONDAY, seedPeople, seedWorkspace, slackUser, T1 } from './seed.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  await deps.db.deleteFrom('workspace').execute()
  await seedWorkspace(deps)
})

const TUESDAY = new Date('2026-01-06T14:00:00Z')
const seen: PeopleChanges[] = []
const sync = (users: readonly unknown[], now = TUESDAY) =>
  syncPeople(deps, T1, users, now, {
    isComplete: false,
    onChanged: async (_trx, _ws, changes) => void seen.push(changes),
  })

test('members are those who are here, no bots and no guests, by id', async () => {
  await seedPeople(deps, [
    slackUser('U2'),
    slackUser('U10'),
    slackUser('UB', { is_bot: true }),
    slackUser('UG', { is_restricted: true }),
    slackUser('UX', { deleted: true }),
  ])
  expect((await members(deps.db, T1)).map((p) => p.id)).toEqual(['U10', 'U2'])
})

test('the same directory twice is no news, and nobody is told', async () => {
  await seedPeople(deps, [slackUser('U1')])
  seen.length = 0
  const rings = deps.rings()
  expect(await sync([slackUser('U1')])).toEqual({ arrived: [], left: [], returned: [], movedZone: [] })
  expect(seen).toEqual([])
  expect(deps.rings()).toBe(rings)
})

test('who left keeps the instant of the first word of it, and may come back', async () => {
  await seedPeople(deps, [slackUser('U1')])
  expect(await sync([slackUser('U1', { deleted: true })])).toMatchObject({ left: ['U1'] })
  expect(await sync([slackUser('U1', { deleted: true })], new Date('2026-02-01T00:00:00Z'))).toMatchObject({ left: [] })
  expect((await findPerson(deps.db, T1, 'U1'))?.leftAt).toEqual(TUESDAY)
  expect(await sync([slackUser('U1')])).toMatchObject({ returned: ['U1'] })
  expect((await findPerson(deps.db, T1, 'U1'))?.leftAt).toBeNull()
})

test('moving to another zone is news; a new title is taken over quietly', async () => {
  await seedPeople(deps, [slackUser('U1')])
  expect(await sync([slackUser('U1', { tz: 'Asia/Tokyo' })])).toMatchObject({ movedZone: ['U1'] })
  await sync([slackUser('U1', { tz: 'Asia/Tokyo', profile: { title: 'Estimator' } })])
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ tz: 'Asia/Tokyo', title: 'Estimator' })
})

test('facts of a file stay when Slack is read again', async () => {
  await seedPeople(deps, [slackUser('U1')])
  await deps.db.updateTable('person').set({ level: 4, team: 'Estimating' }).execute()
  await sync([slackUser('U1', { real_name: 'Ana Ruiz' })])
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ name: 'Ana Ruiz', level: 4, team: 'Estimating' })
})

test('only a whole reading counts as the day’s', async () => {
  await sync([slackUser('U1')])
  expect(await syncedAt(deps.db, T1)).toBeNull()
  await seedPeople(deps, [slackUser('U1')])
  expect(await syncedAt(deps.db, T1)).toEqual(MONDAY)
})

test('what follows from a change fails together with it', async () => {
  await seedPeople(deps, [slackUser('U1')])
  const broken = syncPeople(deps, T1, [slackUser('U1', { deleted: true })], TUESDAY, {
    isComplete: false,
    onChanged: () => Promise.reject(new Error('care failed')),
  })
  await expect(broken).rejects.toThrow('care failed')
  expect((await findPerson(deps.db, T1, 'U1'))?.leftAt).toBeNull()
})
