import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { done } from '../../src/copy/refusal.ts'
import type { Database } from '../../src/database/open.ts'
import { emptyDraft, keepDraft } from '../../src/people/import-store.ts'
import type { PeopleSide } from '../../src/people/people-side.ts'
import { peoplePlanners } from '../../src/people/planners.ts'
import { members } from '../../src/people/store.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { MONDAY, seedWorkspace, slackUser, T1 } from './seed.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())

let reads = 0
const side: PeopleSide = {
  files: { download: async () => done(Buffer.from('')), upload: async () => done(null) },
  directory: {
    listUsers: async () => {
      reads += 1
      return [slackUser('U1')]
    },
  },
  focus: async () => done(null),
  said: async () => ({ facts: {}, programs: [] }),
  waiting: async () => [],
  onChanged: async () => {},
}
const [planner] = peoplePlanners(side)
const hours = (n: number) => new Date(MONDAY.getTime() + n * 3_600_000)

beforeEach(async () => {
  reads = 0
  await deps.db.deleteFrom('workspace').execute()
  await seedWorkspace(deps)
})

test('the directory is read at start and then once a day', async () => {
  for (const n of [0, 1, 23, 24, 25]) await planner?.plan(deps, T1, hours(n))
  expect(reads).toBe(2)
  expect((await members(deps.db, T1)).map((p) => p.id)).toEqual(['U1'])
})

test('the next reading is a day after the last, and never in the past', async () => {
  await planner?.plan(deps, T1, MONDAY)
  expect(await planner?.nextAt(deps.db, T1, hours(1))).toEqual(hours(24))
  expect((await planner?.nextAt(deps.db, T1, hours(30)))?.getTime()).toBeGreaterThan(hours(30).getTime())
})

test('a list that nobody applied is forgotten after a day', async () => {
  await keepDraft(deps.db, deps.cipher, T1, 'U1', emptyDraft, MONDAY)
  await planner?.plan(deps, T1, hours(25))
  expect(await deps.db.selectFrom('people_import').selectAll().execute()).toEqual([])
})
