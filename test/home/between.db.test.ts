import { beforeAll, beforeEach, expect, test } from 'vitest'
import { careListeners } from '../../src/care/listeners.ts'
import { endOnePair } from '../../src/care/end-one-pair.ts'
import { enrollmentListeners } from '../../src/enrollment/listeners.ts'
import { homeListeners } from '../../src/home/listeners.ts'
import { correctPair } from '../../src/pairing/correct-pair.ts'
import { nextPartner } from '../../src/pairing/next-partner.ts'
import { planRound } from '../../src/pairing/plan/plan-round.ts'
import { pairingPlanners } from '../../src/pairing/planners.ts'
import { standingOf } from '../../src/program/lead-store.ts'
import { ACTION, VIEW } from '../../src/slack/ids.ts'
import { aPair } from '../support/a-pair.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { useStaff } from '../support/staff.ts'
import { addPeople, WORKSPACE } from '../support/world.ts'
import { testApp, type TestApp } from '../support/app.ts'

const deps = useStaff()
const WEDNESDAY = new Date('2026-01-21T15:00:00Z')
let app: TestApp
let now = WEDNESDAY
let programId: number
let pairId: number

beforeAll(() => {
  app = testApp({
    deps,
    workspaceId: WORKSPACE,
    listeners: [homeListeners(deps), enrollmentListeners(deps, nextPartner), careListeners(deps)],
    now: () => now,
    standingOf: (user) => standingOf(deps.db, WORKSPACE, user),
  })
})
beforeEach(async () => {
  now = WEDNESDAY
  await addPeople(deps, [
    { person_id: 'UMEI', name: 'Mei Chen', level: 2, team: 'Field', offers: ['sql'] },
    { person_id: 'ULUIS', name: 'Luis Ortega', level: 6, team: 'Sales', wants: ['sql'] },
  ])
  programId = await aProgram(deps, { state: 'running', ends_on: '2026-09-01', next_round_on: '2026-03-16' })
  await enrolled(deps, programId, 'UMEI', 'guide', { waiting_since: null })
  await enrolled(deps, programId, 'ULUIS', 'learner', { waiting_since: null })
  pairId = await aPair(deps, programId, ['UMEI', 'ULUIS'], { kickoff_on: '2026-01-16' })
})

const status = async (user: string) => JSON.stringify((await app.command(user, 'status')).replies)
const BY_FRIDAY =
  'Within 2 working days, by Friday, 23 January, I look for a partner for you. If somebody fits, Dana reads the pair first and then you are introduced. If not, I tell you so; the next pairs are made on Monday, 16 March.'

const ends: [string, () => Promise<unknown>][] = [
  ['the lead', () => correctPair(deps, endOnePair, { workspaceId: WORKSPACE, pairId }, now)],
  ['the partner', () => app.submit('ULUIS', VIEW.leave, {}, String(programId))],
]
test.each(ends)(
  'a pair that %s ended reads the same: it has ended, and what comes next, as the lead reads it',
  async (_, end) => {
    await end()
    const text = await status('UMEI')
    expect(text).toContain('Your pairing with Luis has ended.')
    expect(text).toContain(BY_FRIDAY)
    expect(text).not.toMatch(/Pairs are made on|no pair came about|left|Dana ended/u)
  },
)

test('whoever leaves and comes back reads the same day in the answer as in their status', async () => {
  await app.submit('UMEI', VIEW.leave, {}, String(programId))
  const back = await app.action('UMEI', ACTION.joinAgain, { value: String(programId) })
  expect(JSON.stringify(back.replies)).toContain(BY_FRIDAY)
  expect(await status('UMEI')).toContain(BY_FRIDAY)
})

test('"A new partner" answers with the same day', async () => {
  await app.submit('ULUIS', VIEW.leave, {}, String(programId))
  const asked = await app.action('UMEI', ACTION.endingNewPartner, { value: String(programId) })
  expect(JSON.stringify([asked.replies, asked.redrawn])).toContain(BY_FRIDAY)
})

test('a pair that is proposed between rounds is with the lead; without one, the next round is', async () => {
  await addPeople(deps, [{ person_id: 'UANA', name: 'Ana Ruiz', level: 7, team: 'Office', wants: ['sql'] }])
  await enrolled(deps, programId, 'UANA', 'learner')
  await ends[1]?.[1]()
  now = new Date('2026-01-22T15:00:00Z')
  for (const planner of pairingPlanners(async (input) => planRound(input))) await planner.plan(deps, WORKSPACE, now)
  expect(await status('UMEI')).toContain('The next pairs are being looked at by Dana.')
  await deps.db.deleteFrom('pair').where('state', '=', 'proposed').execute()
  await deps.db.updateTable('round').set({ state: 'discarded' }).where('state', '=', 'proposed').execute()
  now = new Date('2026-01-26T15:00:00Z')
  expect(await status('UMEI')).toContain('Pairs are made on Monday, 16 March.')
})
