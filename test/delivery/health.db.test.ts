import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import nock from 'nock'
import { deliveryListeners } from '../../src/delivery/listeners.ts'
import type { Message } from '../../src/slack/message.ts'
import { messageLooksLike } from '../enrollment/golden.ts'
import { aLead, aMember, testApp } from '../support/app.ts'
import { testDeps } from '../support/database.ts'
import { refused, reset, unreachable } from './support/fake-slack.ts'
import { HOUR, MINUTE, MONDAY_NINE, openStage, type Stage } from './support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.clear())
afterEach(() => nock.cleanAll())
afterAll(() => stage.close())

async function health(standing = aLead): Promise<Message> {
  const app = testApp({
    deps: testDeps(stage.database),
    listeners: [deliveryListeners(testDeps(stage.database))],
    now: () => new Date(stage.clock.now()),
    standingOf: () => standing,
  })
  const seen = await app.command('ULEAD', 'health')
  const [reply] = [...seen.replies, ...seen.acks.filter((ack) => typeof ack === 'object')]
  return reply as Message // the answer, by whichever way it was given
}

test('all is well: figures and no names', async () => {
  await stage.due({ recipient: 'U1' }, { recipient: 'U2', dueAt: new Date(MONDAY_NINE + HOUR) })
  stage.started()
  await stage.clock.advanceTo(MONDAY_NINE + MINUTE)
  const message = await health()
  await messageLooksLike('delivery', 'health.well', message)
  expect(JSON.stringify(message)).not.toContain('<@')
})

test('who did not get theirs is named with the reason, and never what it was', async () => {
  await stage.due({ recipient: 'U1', kind: 'ending' }, { recipient: 'U2' }, { recipient: 'U3' })
  stage.slack.fault = ({ body }) =>
    body.get('channel') === 'U1' ? refused('user_disabled') : body.get('channel') === 'U2' ? reset() : undefined
  stage.started({ canReadHistory: () => false })
  await stage.clock.advanceTo(MONDAY_NINE + 20 * MINUTE)
  const message = await health()
  await messageLooksLike('delivery', 'health.trouble', message)
  const text = JSON.stringify(message)
  expect([text.includes('<@U1>'), text.includes('<@U2>'), text.includes('<@U3>')]).toEqual([true, true, false])
  expect(text).not.toMatch(/ending|prompt/u)
})

test('a token that was revoked is said first', async () => {
  await stage.due({ recipient: 'U1' })
  stage.slack.fault = () => refused('token_revoked')
  stage.started()
  await stage.clock.advanceTo(MONDAY_NINE + MINUTE)
  await messageLooksLike('delivery', 'health.stopped', await health())
})

test('what could not be sent for an hour is counted', async () => {
  await stage.due({ recipient: 'U1' })
  stage.slack.fault = () => unreachable()
  stage.started()
  await stage.clock.advanceTo(MONDAY_NINE + 2 * HOUR)
  expect(JSON.stringify(await health())).toContain('1 message could not be sent for over an hour')
  stage.slack.fault = () => undefined
  await stage.clock.advanceTo(MONDAY_NINE + 3 * HOUR)
  expect(stage.slack.textsTo('U1')).toEqual(['prompt 1'])
})

test('somebody who leads nothing is refused', async () => {
  await stage.due({ recipient: 'U1' })
  stage.started()
  await stage.clock.advanceTo(MONDAY_NINE + MINUTE)
  expect(JSON.stringify(await health(aMember))).not.toContain('Sent')
})
