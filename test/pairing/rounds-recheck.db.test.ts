import { beforeEach, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { pairingMessages } from '../../src/pairing/planners.ts'
import { ACTION } from '../../src/slack/ids.ts'
import type { Message } from '../../src/slack/message.ts'
import { aLead, testApp } from '../support/app.ts'
import { aLedProgram, enrolled } from '../support/program.ts'
import { aPerson, FEBRUARY, useWorkspace, WORKSPACE } from '../support/world.ts'
import { aSide } from './support/side.ts'

const deps = useWorkspace()
let programId: number
/** J1 and S1 are made for each other by a skill, and so are J2 and S2: two pairs, whatever the seed. */
beforeEach(async () => {
  programId = await aLedProgram(deps)
  for (const [n, skill] of [
    ['1', 'excel'],
    ['2', 'sql'],
  ] as const) {
    await aPerson(deps, { person_id: `J${n}`, level: 2, offers: [skill] })
    await enrolled(deps, programId, `J${n}`, 'guide')
    await aPerson(deps, { person_id: `S${n}`, level: 6, wants: [skill] })
    await enrolled(deps, programId, `S${n}`, 'learner')
  }
})

const app = () =>
  testApp({ deps, listeners: [pairingListeners(deps, aSide())], now: () => FEBRUARY, standingOf: () => aLead })
const person = (id: string, values: object) => () =>
  deps.db.updateTable('person').set(values).where('person_id', '=', id).execute()
const enrollment = (id: string, values: object) => () =>
  deps.db.updateTable('enrollment').set(values).where('person_id', '=', id).execute()
const publishValue = (message: Message | undefined): string =>
  new RegExp(`"action_id":"${ACTION.pairPublish}".*?"value":"(.*?)"`, 'u').exec(JSON.stringify(message))?.[1] ?? ''
const standing = async () => {
  const rows = await deps.db
    .selectFrom('pair_member as m')
    .innerJoin('pair', 'pair.pair_id', 'm.pair_id')
    .select(['m.pair_id', 'm.person_id'])
    .where('pair.state', '=', 'active')
    .orderBy('m.person_id')
    .execute()
  return [...Map.groupBy(rows, (row) => row.pair_id).values()].map((two) => two.map((row) => row.person_id).join(' '))
}

/** Proposes, lets something change, and presses Publish in the message as it was. */
async function publishAfter(change: () => Promise<unknown>): Promise<string> {
  const { replies } = await app().command('LEAD', 'pair')
  await change()
  const { redrawn } = await app().action('LEAD', ACTION.pairPublish, { value: publishValue(replies[0]) })
  return JSON.stringify(redrawn)
}

const OUT =
  /1 pair did not fit any more, because something has changed since the round was proposed, and was taken out|, so this pair was not made\./u

test('where nothing has changed all pairs are published, and nothing is said about it', async () => {
  expect(await publishAfter(async () => {})).not.toContain('did not fit')
  expect((await standing()).toSorted()).toEqual(['J1 S1', 'J2 S2'])
})

test.each<[string, () => Promise<unknown>, string[]]>([
  ['a level comes too near', person('J1', { level: 5 }), ['J1', 'S1']],
  ['a level is forgotten', person('S1', { level: null }), ['J1', 'S1']],
  ['the two come into one team', person('J1', { team: 'team of S1' }), ['J1', 'S1']],
  ['the two share no language', person('S1', { languages: ['de'] }), ['J1', 'S1']],
  ['the two share too few hours', person('S1', { hours_from: 960, hours_to: 1380 }), ['J1', 'S1']],
  ['one comes to report to the other', person('J1', { manager_id: 'S1' }), ['J1', 'S1']],
  [
    'one comes to report to a report of the other',
    async () => {
      await person('J1', { manager_id: 'LEAD' })()
      await person('LEAD', { manager_id: 'S1' })()
    },
    ['J1', 'S1'],
  ],
  ['somebody leaves the company', person('S1', { left_at: FEBRUARY }), ['J1']],
  ['somebody becomes a guest', person('J1', { is_guest: true }), ['S1']],
  ['somebody pauses', enrollment('J1', { state: 'paused', paused_until: '2026-04-01' }), ['S1']],
  ['somebody comes to guide only', enrollment('S1', { role: 'guide' }), ['J1', 'S1']],
])('a pair is taken out where %s, and whoever is still here reads that they wait', async (_, change, waiting) => {
  expect(await publishAfter(change)).toMatch(OUT)
  expect(await standing()).toEqual(['J2 S2'])
  const dues = await deps.db.selectFrom('delivery').selectAll().where('kind', '=', 'waiting').execute()
  expect(dues.map((due) => due.recipient).toSorted()).toEqual(waiting)
  for (const due of dues) {
    const row = {
      deliveryId: due.delivery_id,
      workspaceId: WORKSPACE,
      kind: 'waiting',
      subject: due.subject,
      cycleOn: due.cycle_on,
      recipient: due.recipient,
      dueAt: due.due_at,
    }
    // that somebody is gone may be told; all else that came between the two is one and the same
    const why = waiting.length === 1 ? en.pairing.unpaired.not_placed() : en.pairing.unpaired.no_partner_fits()
    const rendered = await pairingMessages.waiting?.render({ ...deps, copy: en }, row, FEBRUARY)
    expect(JSON.stringify(rendered)).toContain(`you are still waiting for a partner in Generations 2026: ${why}.`)
  }
})
