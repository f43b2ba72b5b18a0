import { beforeEach, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { checkMessageBlocks } from '../../src/sandbox/blocks/check.ts'
import { ACTION, VIEW } from '../../src/slack/ids.ts'
import { aLead, testApp } from '../support/app.ts'
import { aLedProgram, joined } from '../support/program.ts'
import { FEBRUARY, useWorkspace, WORKSPACE } from '../support/world.ts'
import { aSide } from './support/side.ts'

const deps = useWorkspace()
let programId: number

beforeEach(async () => {
  programId = await aLedProgram(deps)
})

const app = () =>
  testApp({ deps, listeners: [pairingListeners(deps, aSide())], now: () => FEBRUARY, standingOf: () => aLead })
const joins = async (id: string, role: 'guide' | 'learner') => {
  await joined(deps, programId, role, { person_id: id, level: role === 'guide' ? 1 : 6 })
}
const reportsTo = (id: string, manager_id: string) =>
  deps.db.updateTable('person').set({ manager_id }).where('person_id', '=', id).execute()
const rowsOf = async () => ({
  rounds: (await deps.db.selectFrom('round').select('round_id').execute()).length,
  pairs: (await deps.db.selectFrom('pair').select('pair_id').execute()).length,
})
const pair = async () => {
  const [answer] = (await app().command('LEAD', 'pair')).replies
  expect(checkMessageBlocks(answer?.blocks)).toEqual([])
  return { text: answer?.text, shown: JSON.stringify(answer) }
}

test('a program that nobody has joined has nothing to pair, and keeps no round', async () => {
  expect((await pair()).text).toBe(en.refusals.nothing_to_pair({ program: 'Generations 2026' }))
  expect(await rowsOf()).toEqual({ rounds: 0, pairs: 0 })
})

test('a program of one person says so, and nothing can be published', async () => {
  await joins('J1', 'guide')
  const { shown } = await pair()
  expect(shown).toContain(en.pairing.noneTitle)
  expect(shown).toContain(`J1 Test: ${en.pairing.unpaired.alone()}`)
  expect(shown).not.toContain(ACTION.pairPublish)
  expect(shown).not.toContain('Pairs that are published')
  expect((await rowsOf()).pairs).toBe(0)
})

test('people who are all kept apart by private lists wait, and nobody reads why', async () => {
  for (const id of ['J1', 'J2']) await joins(id, 'guide')
  for (const id of ['S1', 'S2']) await joins(id, 'learner')
  const lists = ['J1', 'J2'].flatMap((person_id) => ['S1', 'S2'].map((other_id) => ({ person_id, other_id })))
  for (const list of lists)
    await deps.db
      .insertInto('exclusion')
      .values({ workspace_id: WORKSPACE, ...list, cause: 'private', added_at: FEBRUARY })
      .execute()
  const { shown } = await pair()
  expect(shown.split(en.pairing.unpaired.no_partner_fits())).toHaveLength(5)
  expect((await rowsOf()).pairs).toBe(0)
})

test('managers in a circle keep those two levels apart, and the round comes all the same', async () => {
  const circle: [string, string][] = [
    ['J1', 'S1'],
    ['J2', 'S2'],
  ]
  for (const [junior, senior] of circle) {
    await joins(junior, 'guide')
    await joins(senior, 'learner')
    await reportsTo(junior, senior)
    await reportsTo(senior, junior)
  }
  const { text, shown } = await pair()
  expect(text).toContain('2 pairs')
  expect(shown).not.toContain(en.pairing.noneTitle)
  const rows = await deps.db.selectFrom('pair_member').select(['pair_id', 'person_id']).orderBy('person_id').execute()
  const twos = [...Map.groupBy(rows, (row) => row.pair_id).values()].map((two) => two.map((r) => r.person_id).join(' '))
  expect(twos.toSorted()).toEqual(['J1 S2', 'J2 S1'])
})

test.each([
  ['nothing', ''],
  ['nought', '0'],
  ['less than nought', '-1'],
  ['a word', 'x'],
  ['a round that is not there', '999999/2/3'],
  ['a number that no row has', '9'.repeat(30)],
  ['more than a button holds', `x${'/x'.repeat(900)}`],
])('a click that carries %s finds no round, and changes nothing', async (_, value) => {
  await joins('J1', 'guide')
  await joins('S1', 'learner')
  await pair()
  const before = await rowsOf()
  for (const id of [ACTION.pairPublish, ACTION.pairPage, ACTION.pairRerun, ACTION.pairDetails]) {
    const { replies, views } = await app().action('LEAD', id, { value })
    expect([replies.length, views.length, id]).toEqual([1, 0, id])
  }
  for (const metadata of [value, `${value}/x/y/z`])
    expect((await app().submit('LEAD', VIEW.pairHandSure, {}, metadata)).ack).toBeDefined()
  expect(await rowsOf()).toEqual(before)
})
