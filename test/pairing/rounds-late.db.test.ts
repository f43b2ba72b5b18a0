import { beforeEach, describe, expect, test } from 'vitest'
import { endOnePair } from '../../src/care/end-one-pair.ts'
import { en } from '../../src/copy/en/en.ts'
import { pairById } from '../../src/pairing/pair-store.ts'
import { pairingMessages, pairingPlanners } from '../../src/pairing/planners.ts'
import { proposeRound } from '../../src/pairing/propose-round.ts'
import { publishRound } from '../../src/pairing/publish-round.ts'
import { insertPairs } from '../../src/pairing/round-pair-store.ts'
import { findProgram } from '../../src/program/store.ts'
import { aLedProgram, enrolled } from '../support/program.ts'
import { aPerson, useWorkspace, WORKSPACE } from '../support/world.ts'
import { aSide } from './support/side.ts'

const { solve } = aSide()
const planners = pairingPlanners(solve)
const deps = useWorkspace()
let programId: number

const NO_REASON = { skills: [], sharedHours: null, levelGap: null, otherTeam: false, otherSite: false, languages: [] }

/** 09:00 in Detroit on that day. */
const nine = (on: string) => new Date(`${on}T${on < '2026-03-08' ? '14' : '13'}:00:00Z`)
const ROUND_DAY = nine('2026-01-20')

/** Two leads, two juniors who guide, three seniors who learn; the round is due on Tuesday, 20 January. */
beforeEach(async () => {
  programId = await aLedProgram(deps, { LEAD: 'Dana Whitfield', LEAD2: 'Kofi Mensah' })
  for (const id of ['J1', 'J2']) await joins(id, 'guide')
  for (const id of ['S1', 'S2', 'S3']) await joins(id, 'learner')
})

async function joins(id: string, role: 'guide' | 'learner'): Promise<void> {
  await aPerson(deps, {
    person_id: id,
    level: role === 'guide' ? 1 : 6,
    offers: ['social-media'],
    wants: ['social-media'],
  })
  await enrolled(deps, programId, id, role)
}
const plan = async (at: Date) => {
  for (const planner of planners) await planner.plan(deps, WORKSPACE, at)
}
/** The next instant at which any planner has something to do. */
const next = async (after: Date) =>
  (await Promise.all(planners.map((p) => p.nextAt(deps.db, WORKSPACE, after))))
    .filter((at) => at !== null)
    .toSorted((a, b) => a.getTime() - b.getTime())[0]
const dues = async (kind: string) =>
  (await deps.db.selectFrom('delivery').selectAll().where('kind', '=', kind).execute())
    .map((d) => `${d.recipient} ${d.cycle_on}`)
    .toSorted()
const render = async (kind: string, recipient: string, at: Date) => {
  const row = await deps.db
    .selectFrom('delivery')
    .selectAll()
    .where('kind', '=', kind)
    .where('recipient', '=', recipient)
    .executeTakeFirstOrThrow()
  const due = {
    deliveryId: row.delivery_id,
    workspaceId: WORKSPACE,
    kind,
    subject: row.subject,
    cycleOn: row.cycle_on,
    recipient,
    dueAt: row.due_at,
  }
  return JSON.stringify(await pairingMessages[kind]?.render({ ...deps, copy: en }, due, at))
}
const proposedRound = () =>
  deps.db.selectFrom('round').selectAll().where('state', '=', 'proposed').executeTakeFirstOrThrow()
const publish = async (at: Date) =>
  publishRound(deps, { workspaceId: WORKSPACE, roundId: (await proposedRound()).round_id, by: 'LEAD' }, at)

describe('a round that waits for its lead', () => {
  test('goes to its own lead first, and to all leads after two working days', async () => {
    await plan(ROUND_DAY)
    expect(await dues('round_proposed')).toEqual(['LEAD 2026-01-20'])
    expect(await next(ROUND_DAY)).toEqual(nine('2026-01-22'))
    await plan(nine('2026-01-22'))
    await plan(nine('2026-01-22'))
    expect(await dues('round_reminder')).toEqual(['LEAD 2026-01-22', 'LEAD2 2026-01-22'])
    expect(await dues('round_late')).toEqual([])
    expect(await render('round_reminder', 'LEAD2', nine('2026-01-22'))).toContain('still wait for you to publish')
  })

  test('that takes the place of pairs a lead has read before says so', async () => {
    await proposeRound(deps, solve, { workspaceId: WORKSPACE, programId, by: 'LEAD' }, nine('2026-01-12'))
    await plan(ROUND_DAY)
    const text = await render('round_proposed', 'LEAD', ROUND_DAY)
    expect(text).toContain('these take the place of what was proposed on Monday, 12 January')
    await deps.db.updateTable('round').set({ figures: '{"paired": 0}' }).where('state', '=', 'discarded').execute()
    expect(await render('round_proposed', 'LEAD', ROUND_DAY)).not.toContain('take the place')
  })

  test('after five working days everybody waiting reads that pairs are late, with a date, once', async () => {
    await plan(ROUND_DAY)
    expect(await next(nine('2026-01-22'))).toEqual(nine('2026-01-27'))
    await plan(nine('2026-01-27'))
    await plan(nine('2026-01-28'))
    expect(await dues('round_late')).toEqual(['J1', 'J2', 'S1', 'S2', 'S3'].map((id) => `${id} 2026-01-27`))
    const text = await render('round_late', 'S1', nine('2026-01-27'))
    expect(text).toContain('pairs are a few days late')
    expect(text).toContain('Tuesday, 20 January')
    expect(text).toContain('Tuesday, 3 February')
  })

  test('that is proposed anew keeps the days it has waited', async () => {
    await plan(ROUND_DAY)
    await proposeRound(deps, solve, { workspaceId: WORKSPACE, programId, by: 'LEAD' }, nine('2026-01-26'))
    await plan(nine('2026-01-27'))
    expect(await dues('round_late')).toHaveLength(5)
  })

  test('once published nobody is reminded, and nobody reads that it is late', async () => {
    await plan(ROUND_DAY)
    await publish(ROUND_DAY)
    await plan(nine('2026-02-03'))
    expect(await dues('round_reminder')).toEqual([])
    expect(await dues('round_late')).toEqual([])
  })
})

describe('a round without a pair', () => {
  test('goes to no lead: whoever waits reads why and when next, and the next day is set', async () => {
    await deps.db.updateTable('person').set({ level: 3 }).execute()
    await plan(ROUND_DAY)
    expect(await dues('round_proposed')).toEqual([])
    const round = await deps.db.selectFrom('round').selectAll().executeTakeFirstOrThrow()
    expect(round).toMatchObject({ state: 'published', published_by: 'app' })
    expect(await dues('waiting')).toHaveLength(5)
    expect(await render('waiting', 'S1', ROUND_DAY)).toContain('Friday, 20 March')
    const program = await deps.db.selectFrom('program').selectAll().executeTakeFirstOrThrow()
    expect(program.next_round_on).toBe('2026-03-20')
  })

  test('is published at the next tick where the first ended between proposing and publishing', async () => {
    await deps.db.updateTable('person').set({ level: 3 }).execute()
    await proposeRound(deps, solve, { workspaceId: WORKSPACE, programId, by: null }, ROUND_DAY)
    await plan(nine('2026-01-21'))
    expect((await deps.db.selectFrom('round').select('state').execute()).map((r) => r.state)).toEqual(['published'])
  })
})

describe('between rounds', () => {
  /** The pair of J1 ends on Monday, 2 February, by its lead. */
  const MONDAY_NOON = new Date('2026-02-02T17:00:00Z')
  async function aPairEnds(): Promise<string[]> {
    await plan(ROUND_DAY)
    await publish(ROUND_DAY)
    const { pair_id } = await deps.db
      .selectFrom('pair_member')
      .select('pair_id')
      .where('person_id', '=', 'J1')
      .executeTakeFirstOrThrow()
    const pair = (await pairById(deps.db, WORKSPACE, pair_id))!
    const program = (await findProgram(deps.db, WORKSPACE, programId))!
    await endOnePair(deps.db, { workspaceId: WORKSPACE, program, pair }, MONDAY_NOON)
    return pair.members.map((m) => m.personId)
  }

  test('on the next working day the lead gets one proposed pair for each, and publishing it moves no date', async () => {
    const [, senior] = await aPairEnds()
    expect(await next(MONDAY_NOON)).toEqual(nine('2026-02-03'))
    await plan(nine('2026-02-03'))
    const round = await proposedRound()
    expect(round.is_small).toBe(true)
    expect(await dues('round_proposed')).toEqual(['LEAD 2026-01-20', 'LEAD 2026-02-03'])
    expect(await dues('none_between')).toEqual([`${senior} 2026-02-03`])
    expect(await render('none_between', senior!, nine('2026-02-03'))).toContain('Friday, 20 March')
    const before = await deps.db.selectFrom('program').select('next_round_on').executeTakeFirstOrThrow()
    expect(await publish(nine('2026-02-03'))).toMatchObject({ ok: true, value: { pairs: 1, waiting: 0 } })
    expect(await deps.db.selectFrom('program').select('next_round_on').executeTakeFirstOrThrow()).toEqual(before)
  })

  test('after five working days the two whose pair its lead has not read are told so, once', async () => {
    const [junior, senior] = await aPairEnds()
    await joins('J9', 'guide')
    await plan(nine('2026-02-03'))
    const between = await proposedRound()
    const those = await deps.db
      .selectFrom('pair_member')
      .select('person_id')
      .where('pair_id', 'in', (eb) => eb.selectFrom('pair').select('pair_id').where('round_id', '=', between.round_id))
      .execute()
    await plan(nine('2026-02-10'))
    await plan(nine('2026-02-11'))
    const told = (await dues('round_late')).map((due) => due.slice(0, -11))
    expect(told).toEqual(those.map((m) => m.person_id).toSorted())
    expect(told.some((id) => id === junior || id === senior)).toBe(true)
    const text = await render('round_late', told[0]!, nine('2026-02-10'))
    expect(text).toContain('since Tuesday, 3 February')
    expect(text).toContain('again on Tuesday, 17 February')
    await publish(nine('2026-02-10'))
    expect(await render('round_late', told[0]!, nine('2026-02-10'))).toContain('"skip"')
  })

  test('asked twice it looks once', async () => {
    await aPairEnds()
    await plan(nine('2026-02-03'))
    await plan(nine('2026-02-03'))
    await plan(nine('2026-02-04'))
    expect(await deps.db.selectFrom('round').select('round_id').execute()).toHaveLength(2)
    expect(await dues('none_between')).toHaveLength(1)
  })

  test('where a round waits for its lead meanwhile, everybody hears by the second working day', async () => {
    await aPairEnds()
    await joins('J3', 'guide')
    await joins('S4', 'learner')
    await deps.db.updateTable('round').set({ published_at: ROUND_DAY }).execute()
    const { round_id } = await deps.db
      .insertInto('round')
      .values({
        workspace_id: WORKSPACE,
        program_id: programId,
        number: 9,
        state: 'proposed',
        seed: 1,
        held_on: '2026-01-30',
        proposed_at: nine('2026-01-30'),
        figures: '{"paired": 2}',
      })
      .returning('round_id')
      .executeTakeFirstOrThrow()
    const two = [
      { id: 'J3', role: 'guide' },
      { id: 'S4', role: 'learner' },
    ] as const
    const pair = { members: two, score: 1, reasons: [NO_REASON] } as const
    await deps.db.transaction().execute((trx) => insertPairs(trx, WORKSPACE, programId, round_id, [pair]))
    await plan(nine('2026-02-03'))
    expect(await dues('none_between')).toEqual([])
    await plan(nine('2026-02-04'))
    expect(await dues('none_between')).toHaveLength(2)
  })

  test('shortly before a round nobody is asked twice: the round places them', async () => {
    await aPairEnds()
    await deps.db.updateTable('program').set({ next_round_on: '2026-02-04' }).execute()
    expect(await next(MONDAY_NOON)).toEqual(nine('2026-02-04'))
    await plan(nine('2026-02-03'))
    expect(await dues('none_between')).toEqual([])
  })

  test('on its day the full round takes the place of a small one, and whoever was in it is in this', async () => {
    await aPairEnds()
    await plan(nine('2026-02-03'))
    await deps.db.updateTable('program').set({ next_round_on: '2026-02-05' }).execute()
    await plan(nine('2026-02-05'))
    expect((await proposedRound()).is_small).toBe(false)
    expect(await publish(nine('2026-02-05'))).toMatchObject({ ok: true, value: { pairs: 1, waiting: 1 } })
  })
})
