import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { createDelivery } from '../../src/delivery/create-delivery.ts'
import { frozenClock } from './support/frozen-clock.ts'
import { DAY, MINUTE, MONDAY_NINE, openStage, type Stage } from './support/stage.ts'
import { refused } from './support/fake-slack.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.clear())
afterAll(() => stage.close())

const after = (ms: number) => stage.clock.advanceTo(MONDAY_NINE + ms)
const until = async (isSo: () => Promise<boolean> | boolean) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('a replica that was frozen', () => {
  test('writes nothing over what another found out meanwhile', async () => {
    await stage.due({ recipient: 'U1' })
    let answer: (response: Response) => void = () => {}
    const client = stage.slack.client((inner) => async (input, init) => {
      await inner(input, init) // Slack has it, and the answer does not come
      return new Promise<Response>((resolve) => {
        answer = resolve
      })
    })
    const frozen = frozenClock(stage.clock)
    const zombie = createDelivery(stage.options({ clock: frozen.clock, client, holder: 'zombie' }))
    zombie.start()
    await until(() => stage.slack.accepted.length === 1)
    stage.started({ holder: 'next' })
    await after(31_000)
    expect(await stage.stateOf('1')).toBe('in_doubt')
    await after(5 * MINUTE)
    expect(await stage.stateOf('1')).toBe('sent')
    answer(refused('user_disabled'))
    frozen.thaw()
    await zombie.stop()
    expect([await stage.stateOf('1'), stage.slack.accepted.length]).toEqual(['sent', 1])
  })

  test('posts nothing once its lease is over', async () => {
    await stage.due(
      { recipient: 'U1', kind: 'answer', subject: '1' },
      { recipient: 'U1', kind: 'answer', subject: '2' },
    )
    const frozen = frozenClock(stage.clock)
    const zombie = createDelivery(stage.options({ clock: frozen.clock, holder: 'zombie' }))
    zombie.start()
    // the first has gone out; the second waits a second for the conversation's turn, and there it freezes
    await until(async () => (await stage.stateOf('1')) === 'sent')
    stage.started({ holder: 'next' })
    await after(10 * MINUTE)
    frozen.thaw()
    // its tick and its sender have done what they would do, and sleep again
    await until(() => frozen.asleep() === 2)
    await zombie.stop()
    await after(DAY)
    expect(stage.slack.textsTo('U1')).toEqual(['answer 1', 'answer 2'])
  })
})

describe('several processes', () => {
  test('while one holds the lease another sends nothing, and takes over when it ends', async () => {
    const first = stage.started({ holder: 'first' })
    await after(0)
    const second = stage.started({ holder: 'second', client: stage.slack.client() })
    await stage.due({ recipient: 'U1' })
    second.wake()
    await after(1_000)
    expect(stage.slack.accepted).toEqual([])
    await first.stop()
    second.wake()
    await after(MINUTE)
    expect(stage.slack.textsTo('U1')).toEqual(['prompt 1'])
  })

  test('the only process of an embedded database does not wait for a dead one', async () => {
    await stage.due({ recipient: 'U1' })
    const frozen = frozenClock(stage.clock)
    const never = stage.slack.client(() => () => new Promise<Response>(() => {}))
    createDelivery(stage.options({ clock: frozen.clock, holder: 'dead', client: never })).start()
    await until(async () => (await stage.stateOf('1')) === 'sending')
    stage.started({ holder: 'next', isSole: true })
    await after(0)
    expect(await stage.stateOf('1')).toBe('in_doubt')
  })

  test.skipIf(inject('postgres') === null)('three at once: 200 messages, each exactly once', async () => {
    await stage.due(...Array.from({ length: 200 }, (_, i) => ({ recipient: `U${i}` })))
    for (const holder of ['a', 'b', 'c']) stage.started({ holder, parallel: 4 })
    await after(10 * MINUTE)
    expect(stage.slack.accepted).toHaveLength(200)
    expect(new Set(stage.slack.accepted.map((m) => m.to)).size).toBe(200)
    expect(new Set((await stage.rows()).map((row) => row.state))).toEqual(new Set(['sent']))
  })
})

describe('live', () => {
  test("a replica whose clock is not the database's does not send, and says so", async () => {
    await stage.due({ recipient: 'U1' })
    stage.started({ hasRealClock: true })
    await after(MINUTE)
    expect(stage.slack.calls).toEqual([])
    const words = await stage.database.db.selectFrom('heartbeat').select('note').where('name', '=', 'clock').execute()
    expect(words).toEqual([{ note: 'wrong' }])
  })
})
