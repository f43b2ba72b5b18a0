import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createDelivery } from '../../src/delivery/create-delivery.ts'
import { frozenClock } from './support/frozen-clock.ts'
import { DAY, MONDAY_NINE, openStage, type Stage } from './support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.clear())
afterAll(() => stage.close())

const after = (ms: number) => stage.clock.advanceTo(MONDAY_NINE + ms)
const rowOf = (subject: string) =>
  stage.database.db
    .selectFrom('delivery')
    .select(['state', 'attempt', 'reason', 'sent_at'])
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow()

test('what waits for its turn when its sender dies goes out once, without a doubt, also where nothing can be read back', async () => {
  await stage.due(...['1', '2'].map((subject) => ({ recipient: 'U1', kind: 'answer', subject })))
  const frozen = frozenClock(stage.clock)
  const dead = createDelivery(
    stage.options({ clock: frozen.clock, holder: 'dead', canReadHistory: () => Promise.resolve(false) }),
  )
  dead.start()
  // the first has gone out; the second waits a second for the conversation's turn, and there its sender stops
  await vi.waitFor(async () =>
    expect(await rowOf('2')).toMatchObject({ state: 'sending', reason: 'waits for its turn' }),
  )
  stage.started({ holder: 'next', canReadHistory: () => false })
  await after(31_000)
  expect(await rowOf('2')).toMatchObject({ state: 'sent', attempt: 1, reason: null })
  frozen.thaw()
  await dead.stop()
  await after(DAY)
  expect(stage.slack.textsTo('U1')).toEqual(['answer 1', 'answer 2'])
})
