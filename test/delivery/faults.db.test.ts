import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE, MONDAY_NINE, openStage, type Stage } from './support/stage.ts'
import { DATABASE_FAULTS, type Planned, type PointFault, runWith, SLACK_FAULTS } from './support/fault-run.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.clear())
afterAll(() => stage.close())

/** Two to one person: the second waits for its turn, set aside. */
const PROMPTS = [
  { recipient: 'U1', subject: '1' },
  { recipient: 'U1', subject: '2' },
  { recipient: 'U2', subject: '3' },
]

interface Ledger {
  readonly lost: number
  readonly twice: number
  readonly inDoubt: number
}

/** Three prompts with these faults; then what Slack holds is compared with what the rows say. */
async function ledgerOf(faults: readonly Planned[], canReadHistory: boolean): Promise<Ledger & { points: number }> {
  await stage.clear()
  await stage.due(...PROMPTS)
  const points = await runWith(stage, faults, { canReadHistory, until: MONDAY_NINE + 20 * MINUTE })
  const rows = await stage.database.db.selectFrom('delivery').select(['subject', 'state', 'ts']).execute()
  const held = (subject: string) => stage.slack.accepted.filter((message) => message.text === `prompt ${subject}`)
  for (const row of rows) {
    if (row.state !== 'sent' && row.state !== 'in_doubt') throw new Error(`${row.subject} is ${row.state}`)
    if (row.state === 'sent' && !held(row.subject).some((m) => m.ts === row.ts))
      throw new Error(`${row.subject} is said to be sent and Slack does not hold it`)
  }
  return {
    lost: rows.filter((row) => row.state === 'sent' && held(row.subject).length === 0).length,
    twice: PROMPTS.filter(({ subject }) => held(subject).length > 1).length,
    inDoubt: rows.filter((row) => row.state === 'in_doubt').length,
    points,
  }
}

/** Every fault at every point. */
async function singles(canReadHistory: boolean): Promise<readonly Planned[]> {
  const { points } = await ledgerOf([], canReadHistory)
  const kinds = [...SLACK_FAULTS, ...DATABASE_FAULTS]
  return Array.from({ length: points }, (_, at) => kinds.map((fault) => ({ at, fault }))).flat()
}

/** After these nobody can know what Slack has. */
const AMBIGUOUS = new Set<PointFault>([
  'crash_before',
  'crash_after',
  'accepted_reset',
  'dropped_reset',
  'accepted_500',
  'dropped_500',
  'accepted_internal_error',
])

describe('every fault at every boundary', () => {
  test('with im:history every message arrives exactly once, and none stays in doubt', {
    timeout: 180_000,
  }, async () => {
    const all = await singles(true)
    expect(all.length).toBeGreaterThan(100)
    const wrong = []
    for (const planned of all) {
      const { lost, twice, inDoubt } = await ledgerOf([planned], true)
      if (lost + twice + inDoubt > 0) wrong.push({ ...planned, lost, twice, inDoubt })
    }
    expect(wrong).toEqual([])
  })

  test('without it at most once, and what is in doubt was made so by a fault', { timeout: 180_000 }, async () => {
    const wrong = []
    for (const planned of await singles(false)) {
      const { lost, twice, inDoubt } = await ledgerOf([planned], false)
      const most = AMBIGUOUS.has(planned.fault) ? 1 : 0
      if (lost + twice > 0 || inDoubt > most) wrong.push({ ...planned, lost, twice, inDoubt })
    }
    expect(wrong).toEqual([])
  })

  test('two faults, 120 pairs drawn with a seed: exactly once', { timeout: 180_000 }, async () => {
    const all = await singles(true)
    const wrong = []
    for (let seed = 1; seed <= 120; seed++) {
      const draw = (n: number) => all[(seed * n) % all.length]
      const faults = [draw(7919), draw(104_729)].filter((planned) => planned !== undefined)
      const { lost, twice, inDoubt } = await ledgerOf(faults, true)
      if (lost + twice + inDoubt > 0) wrong.push({ faults, lost, twice, inDoubt })
    }
    expect(wrong).toEqual([])
  })

  test('the known limit: what Slack accepts after the quarantine comes twice, and is not hidden', async () => {
    await stage.due({ recipient: 'U1' })
    let acceptLate = () => {}
    stage.slack.fault = (call, accept) => {
      if (call.method !== 'chat.postMessage' || stage.slack.posts().length > 1) return undefined
      acceptLate = () => void accept()
      return Promise.reject(new TypeError('fetch failed'))
    }
    stage.started()
    await stage.clock.advanceTo(MONDAY_NINE + 39_000)
    expect((await stage.rows())[0]?.state).toBe('in_doubt')
    await stage.clock.advanceTo(MONDAY_NINE + 5 * MINUTE)
    acceptLate()
    expect(stage.slack.textsTo('U1')).toHaveLength(2)
  })
})
