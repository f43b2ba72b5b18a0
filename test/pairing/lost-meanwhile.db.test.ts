import { beforeEach, expect, test } from 'vitest'
import { addWorkingDays, atLocal } from '../../src/delivery/working-time.ts'
import { homeListeners } from '../../src/home/listeners.ts'
import { lastLeftOver } from '../../src/pairing/last-round-store.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { pairingPlanners } from '../../src/pairing/planners.ts'
import { findProgram } from '../../src/program/store.ts'
import { ACTION, member } from '../../src/slack/ids.ts'
import type { Message } from '../../src/slack/message.ts'
import { aLead, testApp } from '../support/app.ts'
import { aLedProgram, enrolled, joined } from '../support/program.ts'
import { aPerson, useWorkspace, WORKSPACE } from '../support/world.ts'
import { aSide } from './support/side.ts'

const DAY = '2026-01-20'
const TZ = 'America/Detroit'
let now = atLocal(DAY, '09:00', TZ)
const deps = useWorkspace()
let programId: number

/** J1 and S1 are a published pair; J2 and S2 have joined since, and are proposed. */
beforeEach(async () => {
  now = atLocal(DAY, '09:00', TZ)
  programId = await aLedProgram(deps, { LEAD: 'Dana Whitfield' }, { ends_on: '2026-09-01' })
  await joins('1')
  await press(await propose(), ACTION.pairPublish)
})

async function joins(n: string) {
  await joined(deps, programId, 'guide', { person_id: `J${n}`, level: 2, offers: ['excel'] })
  await joined(deps, programId, 'learner', { person_id: `S${n}`, level: 6, wants: ['excel'] })
}
const app = () =>
  testApp({
    deps,
    workspaceId: WORKSPACE,
    listeners: [pairingListeners(deps, aSide()), homeListeners(deps)],
    now: () => now,
    standingOf: () => aLead,
  })
const propose = async () => (await app().command('LEAD', 'pair')).replies[0]
const press = (message: Message | undefined, id: string) => {
  const value = new RegExp(`"action_id":"${id}".*?"value":"(.*?)"`, 'u').exec(JSON.stringify(message))?.[1] ?? ''
  return app().action('LEAD', id, { value })
}
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
async function endTheFirstPair() {
  const { pair_id } = await deps.db
    .selectFrom('pair')
    .select('pair_id')
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow()
  await app().action('LEAD', member(ACTION.pairEnd, pair_id), { value: `${pair_id}/1` })
}
const told = async (kind: string) =>
  (
    await deps.db.selectFrom('delivery').select('recipient').where('kind', '=', kind).orderBy('recipient').execute()
  ).map((due) => due.recipient)

test('who loses a partner after a round was proposed is looked after within two working days, not put off to the next', async () => {
  await joins('2')
  const proposal = await propose()
  later(10)
  await endTheFirstPair()
  later(10)
  await press(proposal, ACTION.pairPublish)
  expect(await told('waiting')).toEqual([])
  now = atLocal(addWorkingDays(DAY, 2, []), '09:00', TZ)
  for (const planner of pairingPlanners(aSide().solve)) await planner.plan(deps, WORKSPACE, now)
  const looked = [...(await told('none_between')), ...(await told('round_proposed'))]
  expect(looked.length).toBeGreaterThan(0)
})

test('and never reads that no pair came about', async () => {
  await joins('2')
  const proposal = await propose()
  later(10)
  await endTheFirstPair()
  await press(proposal, ACTION.pairPublish)
  const status = JSON.stringify((await app().command('J1', 'status')).replies)
  expect(status).toContain('on the waiting list')
  expect(status).not.toMatch(/no pair came about|Last round/u)
})

test('who joins after a round was proposed reads that the pairs were drawn up before', async () => {
  await joins('2')
  const proposal = await propose()
  later(10)
  await aPerson(deps, { person_id: 'J3', level: 2, offers: ['sql'] })
  await enrolled(deps, programId, 'J3', 'guide', { joined_at: now })
  await press(proposal, ACTION.pairPublish)
  expect(await told('waiting')).toEqual(['J3'])
  const program = await findProgram(deps.db, WORKSPACE, programId)
  const left = program && (await lastLeftOver(deps.db, WORKSPACE, program))
  expect(left?.unpaired.get('J3')?.reason).toEqual({ code: 'came_later' })
  expect(JSON.stringify((await app().command('J3', 'status')).replies)).toContain(
    'these pairs were drawn up before you were on the list',
  )
})
