import { beforeEach, describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { lockPair } from '../../src/pairing/edit-pair.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import type { RoundInput } from '../../src/pairing/model.ts'
import { proposeRound } from '../../src/pairing/propose-round.ts'
import { ACTION, member, VIEW } from '../../src/slack/ids.ts'
import type { Message } from '../../src/slack/message.ts'
import { checkMessageBlocks, checkView } from '../../src/sandbox/blocks/check.ts'
import { aLead, testApp } from '../support/app.ts'
import { aLedProgram, enrolled, joined } from '../support/program.ts'
import { aPerson, FEBRUARY, useWorkspace, WORKSPACE } from '../support/world.ts'
import { aSide } from './support/side.ts'

const deps = useWorkspace()
let programId: number

/** Two leads, three juniors who guide and four seniors who learn. */
beforeEach(async () => {
  programId = await aLedProgram(deps, { LEAD: 'LEAD Test', OTHER: 'OTHER Test' })
  for (const id of ['J1', 'J2', 'J3']) {
    await joined(deps, programId, 'guide', { person_id: id, level: 1, offers: ['social-media'] })
  }
  for (const id of ['S1', 'S2', 'S3', 'S4']) {
    await joined(deps, programId, 'learner', { person_id: id, level: 6, wants: ['social-media'] })
  }
})

const app = () =>
  testApp({ deps, listeners: [pairingListeners(deps, aSide())], now: () => FEBRUARY, standingOf: () => aLead })

/** The value of the first button or menu of that family in a message. */
const valueOf = (message: Message | undefined, action: string): string =>
  new RegExp(`"action_id":"${action}(?::[^"]*)?","text":.*?"value":"(.*?)"`, 'u').exec(JSON.stringify(message))?.[1] ??
  ''
const look = async () => (await app().command('LEAD', 'pair')).replies[0]
const press = (who: string, message: Message | undefined, action: string) =>
  app().action(who, action, { value: valueOf(message, action) })
const menu = (who: string, verb: string, pairId: number) =>
  newest().then((roundId) =>
    app().action(who, member(ACTION.pairMenu, pairId), { selected: `${verb}/${roundId}/${pairId}/1` }),
  )
const newest = async () =>
  (await deps.db.selectFrom('round').select('round_id').where('state', '=', 'proposed').executeTakeFirstOrThrow())
    .round_id
const pairIds = async () =>
  (await deps.db.selectFrom('pair').select('pair_id').orderBy('pair_id').execute()).map((row) => row.pair_id)
const standing = async () =>
  (await deps.db.selectFrom('pair').select('pair_id').where('state', '=', 'active').execute()).length
const alone = async () =>
  (
    (await deps.db.selectFrom('round').select('unpaired').where('state', '=', 'proposed').executeTakeFirstOrThrow())
      .unpaired as { id: string }[]
  ).map((one) => one.id) // the round's store writes these

describe('two leads at once', () => {
  test('nobody publishes pairs that the other has changed since; they see them, and publish those', async () => {
    const seen = await look()
    const [first] = await pairIds()
    await menu('OTHER', 'unlink', first!)
    const early = await press('LEAD', seen, ACTION.pairPublish)
    expect(await standing()).toBe(0)
    expect(early.replies.map((m) => m.text)).toEqual([en.refusals.round_changed({})])
    expect(early.redrawn.map((m) => m.text)).toEqual(['Generations 2026: 2 pairs to read and publish'])
    expect(checkMessageBlocks(early.redrawn[0]?.blocks)).toEqual([])
    const done = await press('LEAD', early.redrawn[0], ACTION.pairPublish)
    expect(done.redrawn.map((m) => m.text)).toEqual(['2 pairs are published'])
    expect(await standing()).toBe(2)
  })

  test('a lock changes no pair, so it stands in nobody`s way', async () => {
    const seen = await look()
    const [first] = await pairIds()
    await menu('OTHER', 'lock', first!)
    expect((await press('LEAD', seen, ACTION.pairPublish)).redrawn.map((m) => m.text)).toEqual([
      '3 pairs are published',
    ])
  })

  test('a pair that the other took apart is gone from the message, which says so', async () => {
    await look()
    const [first] = await pairIds()
    await menu('OTHER', 'unlink', first!)
    const late = await menu('LEAD', 'lock', first!)
    expect(late.replies.map((m) => m.text)).toEqual([en.refusals.pair_gone({})])
    expect(late.redrawn.map((m) => m.text)).toEqual(['Generations 2026: 2 pairs to read and publish'])
  })

  test('where the other tried another set, the old message turns into the new one and publishes nothing', async () => {
    const seen = await look()
    await press('OTHER', seen, ACTION.pairRerun)
    const late = await press('LEAD', seen, ACTION.pairPublish)
    expect(late.replies.map((m) => m.text)).toEqual([en.refusals.round_gone({})])
    expect(valueOf(late.redrawn[0], ACTION.pairPublish)).toMatch(new RegExp(`^${await newest()}/`, 'u'))
    expect(await standing()).toBe(0)
  })

  test('the second to press reads how many were published, and sees them published', async () => {
    const seen = await look()
    await press('OTHER', seen, ACTION.pairPublish)
    const late = await press('LEAD', seen, ACTION.pairPublish)
    expect(late.replies.map((m) => m.text)).toEqual([
      'This round is published already: 3 pairs. Nobody was told twice.',
    ])
    expect(late.redrawn.map((m) => m.text)).toEqual(['3 pairs are published'])
    for (const action of [ACTION.pairPage, ACTION.pairRerun]) {
      const again = await app().action('LEAD', action, { value: valueOf(seen, ACTION.pairRerun) })
      expect(
        again.redrawn.map((m) => m.text),
        action,
      ).toEqual(['3 pairs are published'])
    }
  })

  test('pairs that were taken out are told again to whoever presses again', async () => {
    const seen = await look()
    await deps.db.updateTable('person').set({ left_at: FEBRUARY }).where('person_id', '=', 'J1').execute()
    const done = await press('LEAD', seen, ACTION.pairPublish)
    expect(JSON.stringify(done.redrawn)).toContain('so this pair was not made')
    const again = await press('LEAD', seen, ACTION.pairPublish)
    expect(again.redrawn).toEqual(done.redrawn)
  })
})

describe('while a round is reckoned anew', () => {
  /** A solver during which the other lead does something, the first time. */
  const meanwhile = (act: () => Promise<unknown>) => {
    const { solve } = aSide()
    let isFirst = true
    return async (input: RoundInput) => {
      if (isFirst) {
        isFirst = false
        await act()
      }
      return solve(input)
    }
  }
  const again = (act: () => Promise<unknown>) =>
    proposeRound(deps, meanwhile(act), { workspaceId: WORKSPACE, programId, by: 'LEAD' }, FEBRUARY)
  const everybody = async () =>
    (await deps.db.selectFrom('pair_member').select('person_id').execute()).map((m) => m.person_id)

  test('the other publishes: nobody is paired a second time', async () => {
    const seen = await look()
    const proposed = await again(() => press('OTHER', seen, ACTION.pairPublish))
    expect(proposed).toMatchObject({ ok: true, value: { pairs: 0 } })
    expect(new Set(await everybody()).size).toBe((await everybody()).length)
    expect(await standing()).toBe(3)
  })

  test('the other locks a pair: it stays', async () => {
    await look()
    const [first] = await pairIds()
    await again(() => menu('OTHER', 'lock', first!))
    expect(await pairIds()).toContain(first)
    expect(new Set(await everybody()).size).toBe((await everybody()).length)
  })

  test('the other takes a locked pair apart: its people are in the new round', async () => {
    await look()
    const [first] = await pairIds()
    await menu('LEAD', 'lock', first!)
    await again(() => menu('OTHER', 'unlink', first!))
    expect(await pairIds()).not.toContain(first)
    expect([...(await everybody()), ...(await alone())].toSorted()).toEqual(['J1', 'J2', 'J3', 'S1', 'S2', 'S3', 'S4'])
  })

  test('the other never stops: the lead reads so, and nothing is lost', async () => {
    await look()
    let isLocked = false
    const proposed = await proposeRound(
      deps,
      async (input) => {
        const round = await newest()
        isLocked = !isLocked
        await lockPair(deps, {
          workspaceId: WORKSPACE,
          roundId: round,
          pairId: (await pairIds())[0]!,
          isLocked,
        })
        return aSide().solve(input)
      },
      { workspaceId: WORKSPACE, programId, by: 'LEAD' },
      FEBRUARY,
    )
    expect(proposed).toMatchObject({ ok: false, refusal: { code: 'round_gone' } })
    expect(await pairIds()).toHaveLength(3)
  })
})

describe('what a window changes', () => {
  test('is seen in the message behind it: two people paired by hand', async () => {
    const seen = await look()
    const opened = await press('LEAD', seen, ACTION.pairHand)
    const [left] = await alone()
    const asked = await app().submit(
      'LEAD',
      VIEW.pairHand,
      { one: { user: 'J2' }, other: { user: left! } },
      opened.views[0]?.private_metadata,
    )
    const { view } = asked.ack as { view: { private_metadata: string } } // the cost, in place of the form
    const made = await app().submit('LEAD', VIEW.pairHandSure, {}, view.private_metadata)
    expect(made.redrawn.map((m) => m.text)).toEqual(['Generations 2026: 3 pairs to read and publish'])
    expect(JSON.stringify(made.redrawn[0])).toContain(en.pairing.lockedNote)
    expect(await alone()).not.toContain(left)
  })

  test('is seen in the message behind it: a pair found and taken apart', async () => {
    const seen = await look()
    const opened = await press('LEAD', seen, ACTION.pairSearch)
    const found = await app().submit('LEAD', VIEW.roundSearch, { name: 'J1' }, opened.views[0]?.private_metadata)
    const { view } = found.ack as { view: { private_metadata: string } } // the same form with what it found
    const row = await deps.db
      .selectFrom('pair_member')
      .select('pair_id')
      .where('person_id', '=', 'J1')
      .executeTakeFirstOrThrow()
    const done = await app().action('LEAD', member(ACTION.pairMenu, row.pair_id), {
      selected: `unlink/${await newest()}/${row.pair_id}/1`,
      view: { metadata: view.private_metadata },
    })
    expect(done.redrawn.map((m) => m.text)).toEqual(['Generations 2026: 2 pairs to read and publish'])
  })

  test('is shown on the page where it stands, and the least change stays where the same people are left over', async () => {
    for (let i = 10; i < 20; i++) {
      await aPerson(deps, { person_id: `J${i}`, level: 1, offers: ['social-media'] })
      await enrolled(deps, programId, `J${i}`, 'guide')
      await aPerson(deps, { person_id: `S${i}`, level: 6, wants: ['social-media'] })
      await enrolled(deps, programId, `S${i}`, 'learner')
    }
    const seen = await look()
    const at = 'https://hooks.slack.com/actions/1'
    const rows = await deps.db
      .selectFrom('pair_member')
      .select(['pair_id', 'person_id', 'role'])
      .orderBy('pair_id')
      .execute()
    const one = rows.find((row) => row.role === 'guide')!
    const other = rows.findLast((row) => row.role === 'learner')!
    const swap = `${programId}/${one.pair_id}/${one.person_id}/${other.person_id}`
    const made = await app().submit('LEAD', VIEW.pairHandSure, {}, `${swap}\n1\n${at}`)
    const text = JSON.stringify(made.redrawn[0])
    expect(text).toContain('Page 2 of 2')
    expect(text).toContain(en.pairing.lockedNote)
    const leastChange = /The least change[^"]*/u.exec(JSON.stringify(seen))?.[0] ?? 'none was shown'
    expect(text).toContain(leastChange)
  })

  test('leads nowhere but to Slack, whatever address the form brings back', async () => {
    await look()
    const [left] = await alone()
    const at = 'https://example.com/actions/1'
    const { redrawn, ack } = await app().submit('LEAD', VIEW.pairHandSure, {}, `${programId}//J2/${left}\n1\n${at}`)
    expect(JSON.stringify(ack)).toContain(en.pairing.handDone)
    expect(redrawn).toEqual([])
  })
})

describe('figures of a changed round', () => {
  const details = async () => {
    const { views } = await app().action('LEAD', ACTION.pairDetails, { value: String(await newest()) })
    expect(checkView(views[0])).toEqual([])
    return JSON.stringify(views[0])
  }

  test('count the pairs as they are; what is proved is said of the proposal', async () => {
    const seen = await look()
    expect(JSON.stringify(seen)).toContain('The least change')
    expect(await details()).toContain('*Paired:* 6 of 7 people')
    const [first] = await pairIds()
    const shown = await menu('LEAD', 'unlink', first!)
    expect(JSON.stringify(shown.redrawn)).toContain('I propose 2 pairs; 3 people wait')
    expect(JSON.stringify(shown.redrawn)).not.toContain('The least change')
    const after = await details()
    expect(after).toContain('*Paired:* 4 of 7 people')
    expect(after).toContain('pairs can place at most 6 of them (proved)')
    expect(after).toContain('the round as I proposed it has')
    expect(after).toContain('A lead has changed this round')
    expect(after).not.toContain('1.000 of the most')
  })

  test('stay those of its publishing', async () => {
    await look()
    const roundId = await newest()
    const [first] = await pairIds()
    const shown = await menu('LEAD', 'unlink', first!)
    await press('LEAD', shown.redrawn[0], ACTION.pairPublish)
    const { views } = await app().action('LEAD', ACTION.pairDetails, { value: String(roundId) })
    expect(JSON.stringify(views[0])).toContain('*Paired:* 4 of 7 people')
  })

  test('of two people paired by hand between rounds claim nothing that was not solved', async () => {
    await press('LEAD', await look(), ACTION.pairPublish)
    await joined(deps, programId, 'guide', { person_id: 'J4', level: 1 })
    const waiting = await deps.db
      .selectFrom('enrollment')
      .select('person_id')
      .where('role', '=', 'learner')
      .where('waiting_since', 'is not', null)
      .executeTakeFirstOrThrow()
    await app().submit('LEAD', VIEW.pairHandSure, {}, `${programId}//J4/${waiting.person_id}`)
    const text = await details()
    expect(text).toContain('*Paired:* 2 of 2 people, by hand')
    expect(text).not.toContain('proved')
  })
})
