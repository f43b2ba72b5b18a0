import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { sealAttribute } from '../../src/enrollment/attribute-store.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { pairingMessages, pairingPlanners } from '../../src/pairing/planners.ts'
import { proposeRound } from '../../src/pairing/propose-round.ts'
import type { DeclaredRule } from '../../src/program/attribute-rule.ts'
import { ACTION, VIEW } from '../../src/slack/ids.ts'
import { aLead, testApp } from '../support/app.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { aPerson, FEBRUARY, makeLead, useWorkspace, WORKSPACE } from '../support/world.ts'
import { whatIsWrong } from '../../bench/checker.ts'
import { aSide } from './support/side.ts'

const deps = useWorkspace()
let programId: number
const side = aSide()
beforeEach(async () => {
  side.uploads.length = 0
  await aPerson(deps, { person_id: 'LEAD', name: 'Dana Whitfield' })
  await makeLead(deps, 'LEAD')
})

/** A reverse program whose lead asked a question; J guide, S learn, each with what they declared. */
async function company(rule: DeclaredRule, people: Readonly<Record<string, string | null>>): Promise<void> {
  const question = { label: 'I count myself among', options: ['ash', 'birch'], rule, isShownByBelonging: false }
  programId = await aProgram(deps, { attribute: JSON.stringify(question) })
  for (const [id, declared] of Object.entries(people)) await joins(id, declared)
}

async function joins(id: string, declared: string | null): Promise<void> {
  const isGuide = id.startsWith('J')
  await aPerson(deps, { person_id: id, name: `${id} Test`, level: isGuide ? 1 : 6 })
  await enrolled(deps, programId, id, isGuide ? 'guide' : 'learner', { attribute: sealed(id, declared) })
}

const sealed = (personId: string, declared: string | null) =>
  declared === null ? null : sealAttribute(deps.cipher, { workspaceId: WORKSPACE, programId, personId }, declared)
const app = (now = FEBRUARY) =>
  testApp({ deps, listeners: [pairingListeners(deps, side)], now: () => now, standingOf: () => aLead })
const pairs = async () => {
  const rows = await deps.db.selectFrom('pair_member').select(['pair_id', 'person_id']).orderBy('person_id').execute()
  return [...Map.groupBy(rows, (row) => row.pair_id).values()]
    .map((two) => two.map((row) => row.person_id).join(' '))
    .toSorted()
}
const newest = () => deps.db.selectFrom('round').selectAll().orderBy('round_id', 'desc').executeTakeFirstOrThrow()
const propose = async () => {
  const proposed = await proposeRound(deps, side.solve, { workspaceId: WORKSPACE, programId, by: 'LEAD' }, FEBRUARY)
  if (!proposed.ok) throw new Error(proposed.refusal.code)
  return proposed.value.roundId
}
const told = async (kind: string) =>
  (await deps.db.selectFrom('delivery').select('recipient').where('kind', '=', kind).execute()).map((d) => d.recipient)
const rendered = async (kind: string, recipient: string, now: Date) => {
  const due = await deps.db
    .selectFrom('delivery')
    .selectAll()
    .where('kind', '=', kind)
    .where('recipient', '=', recipient)
    .executeTakeFirstOrThrow()
  const row = {
    deliveryId: due.delivery_id,
    workspaceId: WORKSPACE,
    kind,
    subject: due.subject,
    cycleOn: due.cycle_on,
    recipient,
    dueAt: now,
  }
  return JSON.stringify(await pairingMessages[kind]?.render({ ...deps, copy: en }, row, now))
}
const publishButton = (message: unknown): string =>
  new RegExp(`"action_id":"${ACTION.pairPublish}".*?"value":"(.*?)"`, 'u').exec(JSON.stringify(message))?.[1] ?? ''

describe('a program whose partners answer differently', () => {
  test('pairs only those who do; who did not answer reads that no partner fits yet', async () => {
    await company('differs', { J1: 'ash', J2: null, S1: 'birch', S2: 'ash', S3: null, S4: 'ash', S5: 'ash' })
    const shown = await app().command('LEAD', 'pair')
    expect(await pairs()).toEqual(['J1 S1'])
    const round = await newest()
    const alone = ['J2', 'S2', 'S3', 'S4', 'S5']
    expect(round.unpaired).toEqual(alone.map((id) => ({ id, reason: { code: 'no_partner_fits' } })))
    expect(round.least_change).toBeNull()
    const text = JSON.stringify(shown.replies)
    expect(text).toContain(`J2 Test: ${en.pairing.unpaired.no_partner_fits()}`)
    expect(text).not.toMatch(/ash|birch|count myself/iu)
  })

  test('refuses by hand whom the rule keeps apart, with the sentence of all hard rules', async () => {
    await company('differs', { J1: 'ash', S1: 'birch', J2: 'ash', S2: 'ash', S3: null, S4: 'ash' })
    await propose()
    const one = (await pairs())[0] === 'J1 S1' ? 'J2' : 'J1'
    const ask = (other: string) =>
      app().submit('LEAD', VIEW.pairHand, { one: { user: one }, other: { user: other } }, `${programId}/`)
    expect(JSON.stringify((await ask('S1')).ack)).toContain(`${one} Test and S1 Test`)
    for (const other of ['S2', 'S3'])
      expect((await ask(other)).ack).toMatchObject({ errors: { other: en.refusals.pair_forbidden({}) } })
    await app().submit('LEAD', VIEW.pairHandSure, {}, `${programId}//${one}/S2`)
    expect(await pairs()).toHaveLength(1)
  })

  test('takes out at publishing whoever has withdrawn an answer, and names no cause', async () => {
    await company('differs', { J1: 'ash', S1: 'birch', J2: 'birch', S2: 'ash', J3: 'birch', S3: null })
    const shown = await app().command('LEAD', 'pair')
    await deps.db.updateTable('enrollment').set({ attribute: null }).where('person_id', '=', 'S1').execute()
    const done = await app().action('LEAD', ACTION.pairPublish, { value: publishButton(shown.replies[0]) })
    const [kept, ...others] = await pairs()
    expect(kept).toMatch(/^J[23] S2$/u)
    expect(others).toEqual([])
    expect(JSON.stringify(done.redrawn)).toContain('1 pair did not fit any more, because something has changed')
    const alone = [kept === 'J2 S2' ? 'J3' : 'J2', 'S3', 'J1', 'S1']
    expect((await told('waiting')).toSorted()).toEqual(alone.toSorted())
    expect((await newest()).unpaired).toEqual(alone.map((id) => ({ id, reason: { code: 'no_partner_fits' } })))
  })

  test.each([
    ['five answers of those who are free', 'birch', ['J3 S1'], []],
    ['fewer', null, [], ['S1']],
  ])('keeps to it between rounds too: %s', async (_what, declared, placed, none) => {
    await company('differs', { J1: 'ash', S1: 'birch', J5: 'birch', J6: 'birch', J7: 'birch' })
    const shown = await app().command('LEAD', 'pair')
    await app().action('LEAD', ACTION.pairPublish, { value: publishButton(shown.replies[0]) })
    await joins('J2', 'birch')
    await joins('J3', 'ash')
    for (const id of ['J6', 'J7'])
      await deps.db
        .updateTable('enrollment')
        .set({ attribute: sealed(id, declared) })
        .where('person_id', '=', id)
        .execute()
    await deps.db
      .updateTable('enrollment')
      .set({ state: 'left', left_at: FEBRUARY })
      .where('person_id', '=', 'J1')
      .execute()
    await deps.db
      .updateTable('pair')
      .set({ state: 'ended', ended_at: new Date(FEBRUARY.getTime() + 60_000), ended_because: 'left' })
      .execute()
    await deps.db.updateTable('enrollment').set({ waiting_since: '2026-02-02' }).where('person_id', '=', 'S1').execute()
    const later = new Date('2026-02-04T15:00:00Z')
    for (const planner of pairingPlanners(side.solve)) await planner.plan(deps, WORKSPACE, later)
    expect((await newest()).is_small).toBe(placed.length > 0)
    expect((await pairs()).filter((two) => two !== 'J1 S1')).toEqual(placed)
    expect(await told('none_between')).toEqual(none)
  })

  test('exports a proof that holds and tells nobody`s answer', async () => {
    await company('differs', { J1: 'ash', J2: 'birch', J3: 'ash', S1: 'birch', S2: 'ash', S3: null })
    const roundId = await propose()
    await app().action('LEAD', ACTION.pairExport, { value: String(roundId), view: { metadata: '' } })
    const [csv, ...proof] = side.uploads
    expect(csv?.text).not.toMatch(/ash|birch|count myself/iu)
    for (let i = 0; i < proof.length; i += 2) {
      const [graph, result] = [JSON.parse(proof[i]!.text), JSON.parse(proof[i + 1]!.text)]
      expect(whatIsWrong({ graph, result })).toBeNull()
      // J1 and J3 fit S1, J2 fits S2: an edge the rule forbids would be one more; one that is not used may be missing
      expect(graph.edges.length).toSatisfy((edges: number) => edges === 2 || edges === 3)
    }
    expect(gunzipSync((await newest()).proof!).toString()).not.toMatch(/ash|birch/u)
  })
})

describe('a program in which guides have answered', () => {
  test('pairs them with anybody who comes to learn, answered or not', async () => {
    const guides = { J1: 'ash', J2: null, J3: null, J4: null, J5: null }
    await company('guide-declares', { ...guides, S1: null, S2: 'birch', S3: 'ash', S4: 'birch', S5: 'ash' })
    await propose()
    const [only, ...others] = await pairs()
    expect(only).toMatch(/^J1 S[1-5]$/u)
    expect(others).toEqual([])
    const left = (await newest()).unpaired as { reason: { code: string } }[]
    // learners whom J1 would have fitted read the same, so that nothing shows who declared nothing
    expect(left.map((u) => u.reason.code)).toEqual(Array.from({ length: 8 }, () => 'no_partner_fits'))
  })
})

describe('where fewer than five of those to be paired have answered', () => {
  const FEW = en.refusals.too_few_answers({ program: 'Generations 2026' })
  beforeEach(() => company('differs', { J1: 'ash', S1: 'birch', J2: 'birch', S2: 'ash', S3: null }))

  test('a lead reads so, without a number, and no round is made; the fifth answer makes one', async () => {
    expect((await app().command('LEAD', 'pair')).replies.map((m) => m.text)).toEqual([FEW])
    expect(await deps.db.selectFrom('round').select('round_id').execute()).toEqual([])
    await deps.db
      .updateTable('enrollment')
      .set({ attribute: sealed('S3', 'ash') })
      .where('person_id', '=', 'S3')
      .execute()
    expect((await app().command('LEAD', 'pair')).replies[0]?.text).toContain('2 pairs')
  })

  test('nobody is looked at by hand either, which is no try', async () => {
    for (const [one, other] of [
      ['J1', 'S1'],
      ['J1', 'S2'],
    ])
      expect(
        (await app().submit('LEAD', VIEW.pairHand, { one: { user: one! }, other: { user: other! } }, `${programId}/`))
          .ack,
      ).toMatchObject({ errors: { other: FEW } })
    await app().submit('LEAD', VIEW.pairHandSure, {}, `${programId}//J1/S1`)
    expect(await pairs()).toEqual([])
    expect(await deps.db.selectFrom('audit').select('verb').execute()).toEqual([])
  })

  test('on its day all wait with the words of every round, and the lead reads why', async () => {
    const day = new Date('2026-01-20T14:00:00Z')
    for (const planner of pairingPlanners(side.solve)) await planner.plan(deps, WORKSPACE, day)
    expect(await pairs()).toEqual([])
    expect((await told('waiting')).toSorted()).toEqual(['J1', 'J2', 'S1', 'S2', 'S3'])
    expect(await told('answers_few')).toEqual(['LEAD'])
    expect(await rendered('waiting', 'S1', day)).toContain(en.pairing.unpaired.no_partner_fits())
    expect(await rendered('answers_few', 'LEAD', day)).toContain('from 5 answers on')
    for (const planner of pairingPlanners(side.solve)) await planner.plan(deps, WORKSPACE, day)
    expect(await told('answers_few')).toHaveLength(1)
  })
})

test('an answer that nobody asked for decides nothing', async () => {
  programId = await aProgram(deps)
  await joins('J1', 'ash')
  await joins('S1', 'ash')
  await propose()
  expect(await pairs()).toEqual(['J1 S1'])
})
