import { beforeEach, expect, test } from 'vitest'
import { addWorkingDays, atLocal } from '../../src/delivery/working-time.ts'
import { en } from '../../src/copy/en/en.ts'
import { homeListeners } from '../../src/home/listeners.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { pairingPlanners } from '../../src/pairing/planners.ts'
import { ACTION, member } from '../../src/slack/ids.ts'
import { aLead, testApp } from '../support/app.ts'
import { aLedProgram, aProgram, joined } from '../support/program.ts'
import { useWorkspace, WORKSPACE } from '../support/world.ts'
import { aSide } from './support/side.ts'

const DAY = '2026-01-20'
const TZ = 'America/Detroit'
const { solve } = aSide()
const deps = useWorkspace()
let now = atLocal(DAY, '09:00', TZ)

/** J1 and S1 are a published pair; J2 has joined since and waits alone; the lead has looked, and there was no pair. */
beforeEach(async () => {
  now = atLocal(DAY, '09:00', TZ)
  const programId = await aLedProgram(deps, { LEAD: 'Dana Whitfield' }, { ends_on: '2026-09-01' })
  await joined(deps, programId, 'guide', { person_id: 'J1', level: 2, offers: ['excel'] })
  await joined(deps, programId, 'learner', { person_id: 'S1', level: 6, wants: ['excel'] })
  const first = JSON.stringify((await app().command('LEAD', 'pair')).replies)
  const value = new RegExp(`"action_id":"${ACTION.pairPublish}".*?"value":"(.*?)"`, 'u').exec(first)?.[1] ?? ''
  await app().action('LEAD', ACTION.pairPublish, { value })
  await joined(deps, programId, 'guide', { person_id: 'J2', level: 2, offers: ['excel'] })
  const looked = JSON.stringify((await app().command('LEAD', 'pair')).replies)
  expect(looked).toContain('No new pair can be made now')
  expect(looked).toContain('Pairs that are published stay as they are.')
})

const app = () =>
  testApp({
    deps,
    workspaceId: WORKSPACE,
    listeners: [pairingListeners(deps, aSide()), homeListeners(deps)],
    now: () => now,
    standingOf: () => aLead,
  })
const plan = async (workingDays: number) => {
  now = atLocal(addWorkingDays(DAY, workingDays, []), '09:00', TZ)
  for (const planner of pairingPlanners(solve)) await planner.plan(deps, WORKSPACE, now)
}
const told = async (kind: string) =>
  (await deps.db.selectFrom('delivery').select('recipient').where('kind', '=', kind).execute()).map((d) => d.recipient)

test('a lead who looked, and found no pair, is not reminded of 0 pairs', async () => {
  for (const days of [2, 5, 10]) await plan(days)
  expect(await told('round_reminder')).toEqual([])
  const status = JSON.stringify((await app().command('LEAD', 'status')).replies)
  expect(status).not.toMatch(/proposed round waits|Read the proposed pairs/u)
  expect(status).toContain('The next round is on')
})

test('and whoever loses a partner meanwhile has another proposed the next working day, also at the same instant', async () => {
  const { pair_id } = await deps.db
    .selectFrom('pair')
    .select('pair_id')
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow()
  await app().action('LEAD', member(ACTION.pairEnd, pair_id), { value: `${pair_id}/1` })
  expect(JSON.stringify((await app().command('S1', 'status')).replies)).toContain('by Thursday, 22 January, I look for')
  await plan(1)
  expect(await told('round_proposed')).toEqual(['LEAD'])
  expect(JSON.stringify((await app().command('S1', 'status')).replies)).toContain('are being looked at by Dana')
})

test('where nobody has joined by the day the next day is set, and whoever joins then reads it and is paired on it', async () => {
  const id = await aProgram(deps, { name: 'Nobody yet', next_round_on: DAY, ends_on: '2026-09-01' })
  await plan(0)
  await plan(1)
  expect(await told('waiting')).toEqual([])
  await joined(deps, id, 'guide', { person_id: 'J9', level: 2, offers: ['excel'] })
  const first = JSON.stringify((await app().command('J9', 'status')).replies)
  expect(first).toContain('Pairs are made on Friday, 20 March.')
  expect(first).not.toContain('looked at')
  await joined(deps, id, 'learner', { person_id: 'S9', level: 6, wants: ['excel'] })
  now = atLocal('2026-03-20', '09:00', TZ)
  for (const planner of pairingPlanners(solve)) await planner.plan(deps, WORKSPACE, now)
  const { program_id, state } = await deps.db
    .selectFrom('pair')
    .innerJoin('pair_member', 'pair_member.pair_id', 'pair.pair_id')
    .select(['program_id', 'state'])
    .where('person_id', '=', 'J9')
    .executeTakeFirstOrThrow()
  expect({ program_id, state }).toEqual({ program_id: id, state: 'proposed' })
})

test('a round without pairs that a lead asked for holds up nobody: on the day pairs are made of those who are there', async () => {
  await deps.db.updateTable('program').set({ next_round_on: DAY }).execute()
  now = atLocal(addWorkingDays(DAY, 1, []), '08:00', TZ)
  const before = JSON.stringify((await app().command('J2', 'status')).replies)
  expect(before).toContain(en.enrollment.dueRound)
  expect(before).not.toContain('looked at')
  await plan(1)
  expect(await told('waiting')).toEqual(['J2'])
  expect(JSON.stringify((await app().command('J2', 'status')).replies)).toContain('Pairs are made on Monday, 23 March.')
})
