import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { alikeMembers, memberRange } from '../../src/people/member-store.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { seedPeople, seedWorkspace, slackUser, T1 } from './seed.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
  const deps = testDeps(database)
  await seedWorkspace(deps)
  await seedPeople(deps, [
    ...['U1', 'U2', 'U3', 'U4'].map((id) => slackUser(id)),
    slackUser('U5', { deleted: true }),
    slackUser('U6', { is_restricted: true }),
    slackUser('U7', { is_bot: true }),
  ])
  const facts: [string, number | null, string | null, string[]][] = [
    ['U1', 3, 'Finance', ['en', 'de']],
    ['U2', 3, 'Finance', ['pl']],
    ['U3', 7, 'Legal', []],
    ['U5', 90, 'Legal', ['fr']],
    ['U6', 91, 'Legal', ['it']],
    ['U7', 92, 'Legal', ['es']],
  ]
  for (const [person_id, level, team, languages] of facts) {
    await database.db.updateTable('person').set({ level, team, languages }).where('person_id', '=', person_id).execute()
  }
})
afterAll(() => database.close())

const counted = async (among: readonly string[] | null) =>
  (await alikeMembers(database.db, T1, among))
    .map(({ id, team, level, count }) => `${count}: ${id} ${team} ${level}`)
    .toSorted()

test('members who are alike are one row; who left, guests and bots are none', async () => {
  expect(await counted(null)).toEqual(['1: U3 Legal 7', '1: U4 null null', '2: U1 Finance 3'])
  expect(await counted(['U2', 'U3', 'U5'])).toEqual(['1: U2 Finance 3', '1: U3 Legal 7'])
  expect(await counted([])).toEqual([])
})

test('the highest level and the languages of those who are here', async () => {
  expect(await memberRange(database.db, T1)).toEqual({ topLevel: 7, languages: ['de', 'en', 'pl'] })
  expect(await memberRange(database.db, 'T2')).toEqual({ topLevel: 0, languages: [] })
})
