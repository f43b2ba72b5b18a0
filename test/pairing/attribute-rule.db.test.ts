import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { sealAttribute } from '../../src/enrollment/attribute-store.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { pairingPlanners } from '../../src/pairing/planners.ts'
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
const publishButton = (message: unknown): string =>
  new RegExp(`"action_id":"${ACTION.pairPublish}".*?"value":"(.*?)"`, 'u').exec(JSON.stringify(message))?.[1] ?? ''

describe('a program whose partners answer differently', () => {
  test('pairs only those who do; who did not answer reads that no partner fits yet', async () => {
    await company('differs', { J1: 'ash', J2: null, S1: 'birch', S2: 'ash', S3: null })
    const shown = await app().command('LEAD', 'pair')
    expect(await pairs()).toEqual(['J1 S1'])
    const round = await newest()
    expect(round.unpaired).toEqual(['J2', 'S2', 'S3'].map((id) => ({ id, reason: { code: 'no_partner_fits' } })))
    expect(round.least_change).toBeNull()
    const text = JSON.stringify(shown.replies)
    expect(text).toContain(`J2 Test: ${en.pairing.unpaired.no_partner_fits()}`)
    expect(text).not.toMatch(/ash|birch|count myself/iu)
  })

  test('refuses by hand whom the rule keeps apart, with the sentence of all hard rules', async () => {
    await company('differs', { J1: 'ash', S1: 'birch', J2: 'ash', S2: 'ash', S3: null })
    await propose()
    const one = (await pairs())[0] === 'J1 S1' ? 'J2' : 'J1'
    const ask = (other: string) =>
      app().submit('LEAD', VIEW.pairHand, { one: { user: one }, other: { user: other } }, `${programId}/`)
    for (const other of ['S2', 'S3'])
      expect((await ask(other)).ack).toMatchObject({ errors: { other: en.refusals.pair_forbidden({}) } })
    await app().submit('LEAD', VIEW.pairHandSure, {}, `${programId}//${one}/S2`)
    expect(await pairs()).toHaveLength(1)
    expect(JSON.stringify((await ask('S1')).ack)).toContain(`${one} Test and S1 Test`)
  })

  test('takes out at publishing whoever has withdrawn an answer, and names no cause', async () => {
    await company('differs', { J1: 'ash', S1: 'birch', J2: 'birch', S2: 'ash' })
    const shown = await app().command('LEAD', 'pair')
    await deps.db.updateTable('enrollment').set({ attribute: null }).where('person_id', '=', 'S1').execute()
    const done = await app().action('LEAD', ACTION.pairPublish, { value: publishButton(shown.replies[0]) })
    expect(await pairs()).toEqual(['J2 S2'])
    expect(JSON.stringify(done.redrawn)).toContain('1 pair did not fit any more, because something has changed')
    const waiting = await deps.db.selectFrom('delivery').select('recipient').where('kind', '=', 'waiting').execute()
    expect(waiting.map((due) => due.recipient).toSorted()).toEqual(['J1', 'S1'])
    expect((await newest()).unpaired).toEqual(['J1', 'S1'].map((id) => ({ id, reason: { code: 'no_partner_fits' } })))
  })

  test('keeps to it between rounds too', async () => {
    await company('differs', { J1: 'ash', S1: 'birch' })
    const shown = await app().command('LEAD', 'pair')
    await app().action('LEAD', ACTION.pairPublish, { value: publishButton(shown.replies[0]) })
    await joins('J2', 'birch')
    await joins('J3', 'ash')
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
    expect((await newest()).is_small).toBe(true)
    expect((await pairs()).filter((two) => two !== 'J1 S1')).toEqual(['J3 S1'])
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
      // J1 and J3 fit S1, J2 fits S2: an edge the rule forbids would be one more
      expect(graph.edges).toHaveLength(i === 0 ? 3 : graph.edges.length)
    }
    expect(gunzipSync((await newest()).proof!).toString()).not.toMatch(/ash|birch/u)
  })
})

describe('a program in which guides have answered', () => {
  test('pairs them with anybody who comes to learn, answered or not', async () => {
    await company('guide-declares', { J1: 'ash', J2: null, S1: null, S2: 'birch' })
    await propose()
    const [only, ...others] = await pairs()
    expect(only).toMatch(/^J1 S[12]$/u)
    expect(others).toEqual([])
    const left = (await newest()).unpaired as { reason: { code: string } }[]
    // the learner whom J1 would have fitted reads the same, so that nothing shows who declared nothing
    expect(left.map((u) => u.reason.code)).toEqual(['no_partner_fits', 'no_partner_fits'])
  })
})

test('an answer that nobody asked for decides nothing', async () => {
  programId = await aProgram(deps)
  await joins('J1', 'ash')
  await joins('S1', 'ash')
  await propose()
  expect(await pairs()).toEqual(['J1 S1'])
})
