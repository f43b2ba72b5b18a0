import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DueRow, MessageKind, RenderDeps } from '../../src/delivery/delivery.ts'
import { once } from '../../src/delivery/together.ts'
import { HOUR, KINDS, MINUTE, MONDAY_NINE, openStage, type Stage } from './support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(async () => {
  await stage.clear()
  await stage.due({ recipient: 'U1' }, { recipient: 'U2' }, { recipient: 'U3' })
})
afterAll(() => stage.close())

const after = (ms: number) => stage.clock.advanceTo(MONDAY_NINE + ms)
const reached = () => stage.slack.accepted.map((message) => message.to)
const reasons = async () => (await stage.rows()).map((row) => row.reason)

/** Prompts that all need what one look at their rows tells. */
const prompts = (read: (deps: RenderDeps, rows: readonly DueRow[]) => Promise<void>): MessageKind => ({
  priority: 40,
  isUnasked: true,
  render: async (deps, row) => {
    await once(deps, 'test.shared', () => read(deps, deps.together?.rows ?? [row]))
    return { to: { person: row.recipient }, message: { text: 'prompt', blocks: [] } }
  },
})

/** A statement that the database refuses: nothing more can be done in its transaction. */
const refusedStatement = ({ db }: RenderDeps) =>
  db
    .selectFrom('person')
    .select('nowhere' as 'name')
    .execute()

describe('what several messages read at once', () => {
  test('fails for one of them: that one waits, and the others go at once', async () => {
    const prompt = prompts(async (deps, rows) => {
      if (rows.some((row) => row.recipient === 'U2')) await refusedStatement(deps)
    })
    stage.started({ kinds: { prompt } })
    await after(30_000)
    expect(reached()).toEqual(['U1', 'U3'])
    expect((await stage.rows()).map((row) => row.state)).toEqual(['sent', 'due', 'sent'])
    expect(await reasons()).toEqual([null, expect.stringMatching(/^fault:[0-9A-F]{6}$/u), null])
    expect(stage.faults).toEqual(['a message of kind prompt could not be made'])
  })

  test('fails for all: it is logged once, other kinds go, and nobody misses anything', async () => {
    let isBroken = true
    const prompt = prompts(async (deps) => void (isBroken && (await refusedStatement(deps))))
    await stage.due({ recipient: 'U4', kind: 'check_in' })
    stage.started({ kinds: { ...KINDS, prompt } })
    await after(30_000)
    expect(reached()).toEqual(['U4'])
    expect(new Set((await reasons()).slice(0, 3)).size).toBe(1)
    expect(stage.faults).toHaveLength(1)
    isBroken = false
    await after(HOUR)
    expect(reached().toSorted()).toEqual(['U1', 'U2', 'U3', 'U4'])
    expect(await reasons()).toEqual([null, null, null, null])
  })

  test('failed for a moment: everything goes at once, and the fault is still logged', async () => {
    let isBroken = true
    const prompt = prompts(async (deps) => {
      if (!isBroken) return
      isBroken = false
      await refusedStatement(deps)
    })
    stage.started({ kinds: { prompt } })
    await after(0)
    expect([reached(), stage.faults.length]).toEqual([['U1', 'U2', 'U3'], 1])
  })
})

test('two messages with different faults are logged each under a reference of its own', async () => {
  const prompt: MessageKind = {
    priority: 40,
    isUnasked: true,
    render: async (_deps, row) => {
      if (row.recipient !== 'U3') throw new Error(`nothing is known of ${row.recipient}`)
      return { to: { person: row.recipient }, message: { text: 'prompt', blocks: [] } }
    },
  }
  stage.started({ kinds: { prompt } })
  await after(MINUTE / 2)
  expect(reached()).toEqual(['U3'])
  expect(stage.faults).toHaveLength(2)
  expect(new Set(await reasons()).size).toBe(3)
})

test('what a message wrote before it failed is not kept', async () => {
  const prompt: MessageKind = {
    priority: 40,
    isUnasked: true,
    render: async (deps, row) => {
      await deps.db.updateTable('workspace').set({ name: row.recipient }).execute()
      if (row.recipient === 'U3') throw new Error('failed after writing')
      return { to: { person: row.recipient }, message: { text: 'prompt', blocks: [] } }
    },
  }
  stage.started({ kinds: { prompt } })
  await after(0)
  const workspace = await stage.database.db.selectFrom('workspace').select('name').executeTakeFirst()
  expect([reached(), workspace?.name]).toEqual([['U1', 'U2'], 'U2'])
})
