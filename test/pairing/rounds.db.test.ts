import { beforeEach, describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { nextPartner } from '../../src/pairing/next-partner.ts'
import { pairingMessages, pairingPlanners } from '../../src/pairing/planners.ts'
import { proposeRound } from '../../src/pairing/propose-round.ts'
import { publishRound } from '../../src/pairing/publish-round.ts'
import { findProgram } from '../../src/program/store.ts'
import { ACTION } from '../../src/slack/ids.ts'
import { aLead, aMember, testApp } from '../support/app.ts'
import { aLedProgram, joined } from '../support/program.ts'
import { FEBRUARY, useWorkspace, WORKSPACE } from '../support/world.ts'
import { aSide } from './support/side.ts'

const side = aSide()
const { solve } = side
const deps = useWorkspace()
let programId: number

/** Three juniors who guide, two seniors who learn, and the lead. */
beforeEach(async () => {
  programId = await aLedProgram(deps)
  for (const id of ['J1', 'J2', 'J3']) {
    await joined(deps, programId, 'guide', { person_id: id, level: 1, offers: ['social-media'] })
  }
  for (const id of ['S1', 'S2']) {
    await joined(deps, programId, 'learner', { person_id: id, level: 6, wants: ['social-media'] })
  }
})

const propose = async (by: string | null = 'LEAD') => {
  const proposed = await proposeRound(deps, solve, { workspaceId: WORKSPACE, programId, by }, FEBRUARY)
  if (!proposed.ok) throw new Error(proposed.refusal.code)
  return proposed.value.roundId
}
const publish = (roundId: number, by = 'LEAD') => publishRound(deps, { workspaceId: WORKSPACE, roundId, by }, FEBRUARY)
const standing = () => deps.db.selectFrom('pair').selectAll().where('state', '=', 'active').execute()
const dues = async (kind: string) =>
  (await deps.db.selectFrom('delivery').select('recipient').where('kind', '=', kind).execute())
    .map((d) => d.recipient)
    .toSorted()
const enrollmentOf = (id: string) =>
  deps.db.selectFrom('enrollment').selectAll().where('person_id', '=', id).executeTakeFirstOrThrow()

describe('publishing', () => {
  test('makes the pairs stand, runs the program and tells whoever waits', async () => {
    const result = await publish(await propose())
    expect(result).toEqual({
      ok: true,
      value: {
        pairs: 2,
        dropped: 0,
        undone: [],
        waiting: 1,
        nextRoundOn: '2026-04-02',
        firstTopic: { on: '2026-03-02', introducedBy: '2026-02-20' },
      },
    })
    const pairs = await standing()
    expect(pairs.map((p) => p.started_on)).toEqual(['2026-02-02', '2026-02-02'])
    expect(pairs.every((p) => p.proposer_id?.startsWith('S'))).toBe(true)
    const program = await deps.db.selectFrom('program').selectAll().executeTakeFirstOrThrow()
    expect([program.state, program.next_round_on]).toEqual(['running', '2026-04-02'])
    const [waiter] = await dues('waiting')
    expect(waiter).toMatch(/^J/)
    expect(await enrollmentOf(waiter ?? '')).toMatchObject({ rounds_waited: 1, waiting_since: '2026-01-05' })
    expect(await enrollmentOf('S1')).toMatchObject({ rounds_waited: 0, waiting_since: null })
  })

  test('happens exactly once, by whichever of two leads is first', async () => {
    const roundId = await propose()
    const results = await Promise.all([publish(roundId, 'LEAD'), publish(roundId, 'J1')])
    expect(results.filter((r) => r.ok)).toHaveLength(1)
    expect(results.flatMap((r) => (r.ok ? [] : [r.refusal.code]))).toEqual(['round_published'])
    expect(await standing()).toHaveLength(2)
  })

  test('leaves out who has left since, and the partner keeps waiting', async () => {
    const roundId = await propose()
    await deps.db
      .updateTable('enrollment')
      .set({ state: 'left', left_at: FEBRUARY })
      .where('person_id', '=', 'S1')
      .execute()
    const result = await publish(roundId)
    expect(result).toMatchObject({ ok: true, value: { pairs: 1, dropped: 1, waiting: 2 } })
    const members = await deps.db.selectFrom('pair_member').select('person_id').execute()
    expect(members.map((m) => m.person_id)).not.toContain('S1')
  })

  test('leaves out a pair whom a private list keeps apart since', async () => {
    const roundId = await propose()
    const paired = (
      await deps.db.selectFrom('pair_member').select(['pair_id', 'person_id']).where('role', '=', 'guide').execute()
    )[0]
    const partner = await deps.db
      .selectFrom('pair_member')
      .select('person_id')
      .where('pair_id', '=', paired?.pair_id ?? 0)
      .where('role', '=', 'learner')
      .executeTakeFirstOrThrow()
    await deps.db
      .insertInto('exclusion')
      .values({
        workspace_id: WORKSPACE,
        person_id: partner.person_id,
        other_id: paired?.person_id ?? '',
        cause: 'private',
        added_at: FEBRUARY,
      })
      .execute()
    expect(await publish(roundId)).toMatchObject({ ok: true, value: { pairs: 1, dropped: 1 } })
  })

  test('of a round that was proposed anew publishes nothing', async () => {
    const old = await propose()
    await propose()
    expect(await publish(old)).toMatchObject({ ok: false, refusal: { code: 'round_gone' } })
    expect(await standing()).toEqual([])
  })
})

describe('proposing', () => {
  test('pairs nobody and tells nobody but the leads', async () => {
    await propose(null)
    expect(await standing()).toEqual([])
    expect(await dues('round_proposed')).toEqual(['LEAD'])
    expect(await dues('waiting')).toEqual([])
  })

  test('by hand sends the lead nothing beside the answer', async () => {
    await propose('LEAD')
    expect(await dues('round_proposed')).toEqual([])
  })

  test('keeps standing pairs and refuses when nobody waits', async () => {
    await deps.db.deleteFrom('enrollment').where('person_id', '=', 'J3').execute()
    await publish(await propose())
    const again = await proposeRound(deps, solve, { workspaceId: WORKSPACE, programId, by: 'LEAD' }, FEBRUARY)
    expect(again).toMatchObject({ ok: false, refusal: { code: 'nothing_to_pair' } })
    expect(await standing()).toHaveLength(2)
  })

  test('a newcomer is placed later beside the standing pairs', async () => {
    await publish(await propose())
    await joined(deps, programId, 'learner', { person_id: 'S3', level: 7 })
    expect(await publish(await propose())).toMatchObject({ ok: true, value: { pairs: 1, waiting: 0 } })
    expect(await standing()).toHaveLength(3)
  })

  test('a draft is refused', async () => {
    await deps.db.updateTable('program').set({ state: 'draft', opened_at: null }).execute()
    const refused = await proposeRound(deps, solve, { workspaceId: WORKSPACE, programId, by: 'LEAD' }, FEBRUARY)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'too_early' } })
  })
})

describe('on its day', () => {
  const [planner] = pairingPlanners(solve)
  test('the round proposes itself at nine in the zone of the program, once', async () => {
    const early = new Date('2026-01-20T13:59:00Z')
    const nine = new Date('2026-01-20T14:00:00Z')
    await planner?.plan(deps, WORKSPACE, early)
    expect(await dues('round_proposed')).toEqual([])
    expect(await planner?.nextAt(deps.db, WORKSPACE, early)).toEqual(nine)
    await planner?.plan(deps, WORKSPACE, nine)
    await planner?.plan(deps, WORKSPACE, nine)
    expect(await deps.db.selectFrom('round').select('number').execute()).toEqual([{ number: 1 }])
    expect(await dues('round_proposed')).toEqual(['LEAD'])
    expect(await planner?.nextAt(deps.db, WORKSPACE, nine)).toBeNull()
  })

  test('a round that a lead asked for before its day gives way to one with everybody who has joined since', async () => {
    await deps.db.updateTable('program').set({ next_round_on: '2026-02-10' }).execute()
    await propose('LEAD')
    await joined(deps, programId, 'learner', { person_id: 'S9', level: 7 })
    await planner?.plan(deps, WORKSPACE, new Date('2026-02-10T14:00:00Z'))
    const rounds = await deps.db.selectFrom('round').select(['state', 'proposed_by']).orderBy('number').execute()
    expect(rounds).toEqual([
      { state: 'discarded', proposed_by: 'LEAD' },
      { state: 'proposed', proposed_by: null },
    ])
    expect(await dues('round_proposed')).toEqual(['LEAD'])
    const members = await deps.db.selectFrom('pair_member').select('person_id').execute()
    expect(members.map((m) => m.person_id)).toContain('S9')
  })

  test('the lead reads pairs with their reasons, and whoever waits reads why and when', async () => {
    await propose(null)
    const row = await deps.db.selectFrom('delivery').selectAll().executeTakeFirstOrThrow()
    const due = {
      deliveryId: row.delivery_id,
      workspaceId: WORKSPACE,
      kind: row.kind,
      subject: row.subject,
      cycleOn: row.cycle_on,
      recipient: row.recipient,
      dueAt: row.due_at,
    }
    const proposed = await pairingMessages['round_proposed']?.render({ ...deps, copy: en }, due, FEBRUARY)
    expect(JSON.stringify(proposed)).toContain('offers \\"Social media\\"')
    await publish(Number(row.subject))
    expect(await pairingMessages['round_proposed']?.render({ ...deps, copy: en }, due, FEBRUARY)).toHaveProperty('skip')
    const waiting = await deps.db
      .selectFrom('delivery')
      .selectAll()
      .where('kind', '=', 'waiting')
      .executeTakeFirstOrThrow()
    const told = await pairingMessages['waiting']?.render(
      { ...deps, copy: en },
      { ...due, kind: 'waiting', recipient: waiting.recipient, subject: waiting.subject },
      FEBRUARY,
    )
    expect(JSON.stringify(told)).toContain('Thursday, 2 April')
  })
})

/** What the button to publish asks first. */
const confirmOf = (replies: readonly unknown[]): unknown =>
  /"confirm":\{"title":[^}]*\},"text":\{"type":"plain_text","text":"([^"]*)"/u.exec(JSON.stringify(replies))?.[1]

describe('/mentor pair', () => {
  const app = (standing = aLead) =>
    testApp({ deps, listeners: [pairingListeners(deps, side)], now: () => FEBRUARY, standingOf: () => standing })

  test('shows the proposed pairs; the button publishes them and redraws the message', async () => {
    const shown = await app().command('LEAD', 'pair')
    expect(shown.replies[0]?.text).toBe('Generations 2026: 2 pairs to read and publish')
    const round = await deps.db
      .selectFrom('round')
      .select('round_id')
      .where('state', '=', 'proposed')
      .executeTakeFirstOrThrow()
    const clicked = await app().action('LEAD', ACTION.pairPublish, { value: String(round.round_id) })
    expect(clicked.redrawn.map((m) => m.text)).toEqual(['2 pairs are published'])
    const again = await app().action('LEAD', ACTION.pairPublish, { value: String(round.round_id) })
    expect(again.replies.map((m) => m.text)).toEqual([
      'This round is published already: 2 pairs. Nobody was told twice.',
    ])
    // the answer to the first press may have been lost
    expect(again.redrawn).toEqual(clicked.redrawn)
    expect(await standing()).toHaveLength(2)
  })

  test('before the day that people were told says what stays and when topics come, and keeps that day', async () => {
    await deps.db.updateTable('program').set({ next_round_on: '2026-02-10' }).execute()
    const shown = await app().command('LEAD', 'pair')
    expect(confirmOf(shown.replies)).toBe(
      '2 pairs are introduced at once or, outside working hours, the next working morning. People were told Tuesday, 10 February: that round stays, for all who wait. Introduced by Friday, 20 February, a pair gets its first topic on Monday, 2 March. A pair can be ended, not unpublished.',
    )
    const round = await deps.db.selectFrom('round').select('round_id').executeTakeFirstOrThrow()
    const { redrawn } = await app().action('LEAD', ACTION.pairPublish, { value: String(round.round_id) })
    expect(JSON.stringify(redrawn)).toContain('Whoever is introduced by Friday, 20 February gets the first topic')
    expect(JSON.stringify(redrawn)).toContain('the next round is on Tuesday, 10 February')
    const program = await findProgram(deps.db, WORKSPACE, programId)
    expect(program).toMatchObject({ state: 'running', nextRoundOn: '2026-02-10' })
    await joined(deps, programId, 'learner', { person_id: 'S9', level: 7 })
    const next = await nextPartner(deps.db, { workspaceId: WORKSPACE, personId: 'S9', program: program! }, FEBRUARY)
    expect(next.on).toBe('2026-02-10')
    for (const planner of pairingPlanners(solve)) await planner.plan(deps, WORKSPACE, new Date('2026-02-10T14:00:00Z'))
    expect(await dues('round_proposed')).toEqual(['LEAD'])
  })

  test('another equal set is another round; the details open beside it', async () => {
    await propose()
    const round = await deps.db.selectFrom('round').select('round_id').executeTakeFirstOrThrow()
    expect((await app().action('LEAD', ACTION.pairDetails, { value: String(round.round_id) })).views).toHaveLength(1)
    const again = await app().action('LEAD', ACTION.pairRerun, { value: String(round.round_id) })
    expect(again.redrawn).toHaveLength(1)
    expect((await deps.db.selectFrom('round').select('state').orderBy('number').execute()).map((r) => r.state)).toEqual(
      ['discarded', 'proposed'],
    )
  })

  test.each([
    ['a stranger', aMember],
    ['a lead of another program', { ...aMember, leads: [999] }],
  ])('%s publishes nothing', async (_who, standing_) => {
    const roundId = await propose()
    const clicked = await app(standing_).action('J1', ACTION.pairPublish, { value: String(roundId) })
    expect(clicked.replies.map((m) => m.text)).toEqual([en.refusals.not_allowed({})])
    expect(await standing()).toEqual([])
  })

  test.each(['', 'x', '999999', '1e400'])('a button with the value "%s" changes nothing', async (value) => {
    const clicked = await app().action('LEAD', ACTION.pairPublish, { value })
    expect(clicked.replies.map((m) => m.text)).toEqual([en.refusals.round_gone({})])
  })
})
