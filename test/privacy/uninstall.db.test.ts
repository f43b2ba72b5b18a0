import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { privacyListeners } from '../../src/privacy/listeners.ts'
import { privacyPlanners } from '../../src/privacy/planners.ts'
import { receive } from '../../src/slack/store.ts'
import { aMember, testApp } from '../support/app.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { aPerson, aWorkspace, FEBRUARY, makeLead, useWorkspace, WORKSPACE } from '../support/world.ts'

const deps = useWorkspace()
let stopped = 0
beforeEach(async () => {
  stopped = 0
  await aWorkspace(deps, 'T2')
  await aPerson(deps, { person_id: 'U1' })
  await aPerson(deps, { person_id: 'U2', workspace_id: 'T2' })
  await makeLead(deps, 'U1')
  await enrolled(deps, await aProgram(deps), 'U1', 'guide')
})

const app = () =>
  testApp({
    deps,
    listeners: [
      privacyListeners(deps, async () => {
        stopped += 1
      }),
    ],
    now: () => FEBRUARY,
    standingOf: () => aMember,
  })

/** Rows of that workspace in every table that has the column; a new table is looked at without being named here. */
async function rowsOf(workspaceId: string): Promise<Record<string, number>> {
  const tables = await sql<{ table_name: string }>`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id'`.execute(deps.db)
  expect(tables.rows.length).toBeGreaterThan(20)
  const counts: Record<string, number> = {}
  for (const { table_name } of tables.rows) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table_name)} where workspace_id = ${workspaceId}`.execute(deps.db)
    if (rows[0] && rows[0].n > 0) counts[table_name] = rows[0].n
  }
  return counts
}

test('when the app is removed everything of that workspace is gone, and nothing of another', async () => {
  expect(Object.keys(await rowsOf(WORKSPACE)).length).toBeGreaterThan(3)
  await app().event({ type: 'app_uninstalled' })
  // the event itself is remembered as dealt with, without its content
  expect(Object.keys(await rowsOf(WORKSPACE)).filter((table) => table !== 'inbox')).toEqual([])
  expect(await rowsOf('T2')).toMatchObject({ workspace: 1, person: 1 })
  expect(stopped).toBe(1)
})

test('a second time is harmless', async () => {
  await app().event({ type: 'app_uninstalled' })
  await app().event({ type: 'app_uninstalled' })
  expect(await rowsOf('T2')).toMatchObject({ workspace: 1, person: 1 })
})

test("a person's revoked token takes nothing away; the bot's does", async () => {
  await app().event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } })
  expect(await rowsOf(WORKSPACE)).toMatchObject({ workspace: 1 })
  await app().event({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } })
  expect(await rowsOf(WORKSPACE)).not.toHaveProperty('workspace')
})

test('what Slack sent is forgotten once a week, but for the newest thousand and what is still to be done', async () => {
  const [planner] = privacyPlanners
  const at = (hours: number) => new Date(FEBRUARY.getTime() + hours * 3_600_000)
  const inbound = (key: string, body: string | null) => ({ workspaceId: WORKSPACE, key, body })
  await receive(deps.db, deps.cipher, inbound('old', null), at(0))
  await receive(deps.db, deps.cipher, inbound('open', 'to be finished'), at(0))
  for (let n = 0; n < 1_000; n++) await receive(deps.db, deps.cipher, inbound(`new ${n}`, null), at(1))
  await planner?.plan(deps, WORKSPACE, at(48))
  const left = await deps.db.selectFrom('inbox').select('inbox_key').execute()
  const keys = left.map((row) => row.inbox_key)
  expect([keys.includes('old'), keys.includes('open'), keys.includes('new 0')]).toEqual([false, true, true])
  const next = await planner?.nextAt(deps.db, WORKSPACE, FEBRUARY)
  expect(next?.getTime()).toBeGreaterThan(FEBRUARY.getTime())
})
