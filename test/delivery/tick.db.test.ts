import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Planner } from '../../src/delivery/delivery.ts'
import { enqueue } from '../../src/delivery/store.ts'
import { startHeartbeat } from '../../src/delivery/heartbeat.ts'
import { WORKSPACE } from '../support/world.ts'
import { DAY, MINUTE, MONDAY_NINE, openStage, type Stage } from './support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.clear())
afterAll(() => stage.close())

const after = (ms: number) => stage.clock.advanceTo(MONDAY_NINE + ms)

/** Plans one prompt a day at nine; remembers when it was asked. */
function daily(asked: number[]): Planner {
  return {
    name: 'daily',
    plan: async (deps, workspaceId, now) => {
      asked.push(now.getTime())
      const cycleOn = now.toISOString().slice(0, 10)
      const due = { workspaceId, kind: 'prompt', subject: '1', cycleOn, recipient: 'U1', dueAt: now }
      await enqueue(deps.db, [due], now)
      deps.wake()
    },
    nextAt: async (_db, _workspaceId, now) =>
      new Date(MONDAY_NINE + (Math.floor((now.getTime() - MONDAY_NINE) / DAY) + 1) * DAY),
  }
}

test('a tick comes when a planner has something to do, and what it plans goes out at that instant', async () => {
  const asked: number[] = []
  stage.started({ planners: [daily(asked)] })
  await after(2 * DAY)
  expect(asked).toEqual([0, 1, 2].map((day) => MONDAY_NINE + day * DAY))
  expect(stage.slack.accepted.map((m) => m.at)).toEqual(asked)
})

test('the same tick twice sends once', async () => {
  const delivery = stage.started({ planners: [daily([])] })
  const next = await delivery.tickOnce(new Date(MONDAY_NINE))
  await delivery.tickOnce(new Date(MONDAY_NINE))
  await after(MINUTE)
  expect([next, stage.slack.accepted.length]).toEqual([new Date(MONDAY_NINE + DAY), 1])
})

test('bells within a minute of a tick are one', async () => {
  const asked: number[] = []
  const delivery = stage.started({ planners: [daily(asked)] })
  for (const ms of [10_000, 20_000, 30_000]) {
    await after(ms)
    delivery.wake()
  }
  await after(5 * MINUTE)
  expect(asked).toEqual([MONDAY_NINE, MONDAY_NINE + MINUTE])
})

test('a planner that throws is asked again a minute later, logged once each time, and stops no other', async () => {
  const asked: number[] = []
  let tries = 0
  const broken: Planner = {
    name: 'broken',
    plan: async () => {
      tries += 1
      if (tries < 3) throw new Error('no plan')
    },
    nextAt: async () => null,
  }
  const delivery = stage.started({ planners: [broken, daily(asked)] })
  await after(1_000)
  delivery.wake()
  await after(59_000)
  await delivery.tickOnce(new Date(MONDAY_NINE + 59_000))
  expect([tries, stage.faults, asked.length]).toEqual([1, ['no plan'], 2])
  const note = () =>
    stage.database.db.selectFrom('heartbeat').select('note').where('name', '=', 'tick').executeTakeFirst()
  expect((await note())?.note).toMatch(/^[0-9A-F]{6}$/u)
  await after(2 * MINUTE)
  expect([tries, stage.faults.length, (await note())?.note]).toEqual([3, 2, null])
  expect(stage.slack.accepted).toHaveLength(1)
})

test('down for 40 days: what has expired is skipped, what holds goes out once', async () => {
  const monday = (week: number) => new Date(MONDAY_NINE + week * 7 * DAY).toISOString().slice(0, 10)
  for (const week of [0, 4]) {
    await enqueue(
      stage.database.db,
      ['U1', 'U2'].map((recipient) => ({
        workspaceId: WORKSPACE,
        kind: 'prompt',
        subject: '1',
        cycleOn: monday(week),
        recipient,
        dueAt: new Date(MONDAY_NINE + week * 7 * DAY),
        expiresOn: monday(week + 3),
      })),
      new Date(MONDAY_NINE),
    )
  }
  await after(42 * DAY)
  stage.started()
  await after(50 * DAY)
  expect(stage.slack.accepted.map((m) => m.to)).toEqual(['U1', 'U2'])
  expect((await stage.rows()).map((row) => row.state)).toEqual(['skipped', 'skipped', 'sent', 'sent'])
})

test('the heartbeat can be ended, and then rings no more', async () => {
  const stop = startHeartbeat(() => {})
  await expect(stop()).resolves.toBeUndefined()
})
