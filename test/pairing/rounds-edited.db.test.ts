import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { proposeRound } from '../../src/pairing/propose-round.ts'
import { publishRound } from '../../src/pairing/publish-round.ts'
import { ACTION, member, VIEW } from '../../src/slack/ids.ts'
import { checkMessageBlocks, checkView } from '../../src/sandbox/blocks/check.ts'
import { aLead, aMember, testApp } from '../support/app.ts'
import { aLedProgram, aProgram, enrolled, joined } from '../support/program.ts'
import { aPerson, FEBRUARY, useWorkspace, WORKSPACE } from '../support/world.ts'
import { whatIsWrong } from '../../bench/checker.ts'
import { aSide } from './support/side.ts'

const deps = useWorkspace()
let programId: number
let side: ReturnType<typeof aSide>

/** Three juniors who guide, four seniors who learn, one of whom is the first junior's manager. */
beforeEach(async () => {
  side = aSide()
  programId = await aLedProgram(deps)
  for (const id of ['J1', 'J2', 'J3']) {
    await aPerson(deps, {
      person_id: id,
      name: `Júnior ${id}`,
      level: 1,
      offers: ['social-media'],
      manager_id: id === 'J1' ? 'S4' : null,
    })
    await enrolled(deps, programId, id, 'guide')
  }
  for (const id of ['S1', 'S2', 'S3', 'S4']) {
    await aPerson(deps, { person_id: id, name: `Senior ${id}`, level: 6, wants: ['social-media'] })
    await enrolled(deps, programId, id, 'learner')
  }
})

const app = (standing = aLead) =>
  testApp({ deps, listeners: [pairingListeners(deps, side)], now: () => FEBRUARY, standingOf: () => standing })
const propose = async () => {
  const proposed = await proposeRound(deps, side.solve, { workspaceId: WORKSPACE, programId, by: 'LEAD' }, FEBRUARY)
  if (!proposed.ok) throw new Error(proposed.refusal.code)
  return proposed.value.roundId
}
const publish = (roundId: number) => publishRound(deps, { workspaceId: WORKSPACE, roundId, by: 'LEAD' }, FEBRUARY)

/** Pairs that stand or are proposed, guide first, as "J1 S2". */
async function pairs(): Promise<{ id: number; who: string; locked: boolean; state: string }[]> {
  const rows = await deps.db
    .selectFrom('pair')
    .innerJoin('pair_member as m', 'm.pair_id', 'pair.pair_id')
    .select(['pair.pair_id', 'pair.is_locked', 'pair.state', 'm.person_id'])
    .orderBy('pair.pair_id')
    .orderBy('m.person_id')
    .execute()
  return [...Map.groupBy(rows, (r) => r.pair_id)].map(([id, all]) => ({
    id,
    who: all.map((r) => r.person_id).join(' '),
    locked: all[0]?.is_locked ?? false,
    state: all[0]?.state ?? '',
  }))
}
const unpaired = async () =>
  (await deps.db.selectFrom('round').select('unpaired').orderBy('round_id', 'desc').executeTakeFirstOrThrow()).unpaired
const menu = (verb: string, roundId: number, pairId: number) =>
  app().action('LEAD', member(ACTION.pairMenu, pairId), { selected: `${verb}/${roundId}/${pairId}/1` })

describe('a proposed pair', () => {
  test('that is locked stays when the rest is paired anew, and is published with it', async () => {
    const roundId = await propose()
    const [first] = await pairs()
    const shown = await menu('lock', roundId, first!.id)
    expect(JSON.stringify(shown.redrawn[0])).toContain(en.pairing.lockedNote)
    for (let again = 0; again < 3; again++)
      await app().action('LEAD', ACTION.pairRerun, { value: String(await newest()) })
    expect((await pairs()).find((p) => p.id === first!.id)).toMatchObject({ who: first!.who, locked: true })
    expect(await publish(await newest())).toMatchObject({ ok: true, value: { pairs: 3, waiting: 1 } })
    const people = (await pairs()).flatMap((p) => p.who.split(' '))
    expect(new Set(people).size).toBe(people.length)
  })

  test('comes out again where there is no other, and the lead is told so', async () => {
    const roundId = await propose()
    const rerun = async () => app().action('LEAD', ACTION.pairRerun, { value: String(await newest()) })
    for (const pair of await pairs()) await menu('lock', roundId, pair.id)
    const same = await rerun()
    expect(same.replies.map((m) => m.text)).toEqual([en.pairing.sameAgain])
    const [first] = await pairs()
    await menu('unlink', await newest(), first!.id)
    expect((await rerun()).replies).toEqual([])
  })

  test('that is unlocked is paired anew like the rest', async () => {
    const roundId = await propose()
    const [first] = await pairs()
    await menu('lock', roundId, first!.id)
    await menu('unlock', roundId, first!.id)
    await app().action('LEAD', ACTION.pairRerun, { value: String(roundId) })
    expect((await pairs()).map((p) => p.id)).not.toContain(first!.id)
  })

  test('that is taken apart leaves both without a partner, with a reason that is true', async () => {
    const roundId = await propose()
    const [first] = await pairs()
    await menu('unlink', roundId, first!.id)
    expect(await pairs()).toHaveLength(2)
    const left = await unpaired()
    for (const id of first!.who.split(' ')) expect(left).toContainEqual({ id, reason: { code: 'not_placed' } })
    expect(await publish(roundId)).toMatchObject({ ok: true, value: { pairs: 2, waiting: 3 } })
  })

  test('is nobody else`s to change, and a published one is not changed by its old menu', async () => {
    const roundId = await propose()
    const [first] = await pairs()
    const value = `unlink/${roundId}/${first!.id}/1`
    await app({ ...aMember, leads: [999] }).action('J1', member(ACTION.pairMenu, first!.id), { selected: value })
    expect(await pairs()).toHaveLength(3)
    await publish(roundId)
    const late = await menu('unlink', roundId, first!.id)
    expect(late.replies.map((m) => m.text)).toEqual([en.refusals.round_published({ pairs: 3 })])
    expect(late.redrawn.map((m) => m.text)).toEqual(['3 pairs are published'])
    expect(await pairs()).toHaveLength(3)
  })
})

const newest = async () =>
  (await deps.db.selectFrom('round').select('round_id').where('state', '=', 'proposed').executeTakeFirstOrThrow())
    .round_id

describe('pairing by hand', () => {
  const ask = (one: string, other: string, from: number | '' = '') =>
    app().submit(
      'LEAD',
      VIEW.pairHand,
      { one: from === '' ? { user: one } : { option: one }, other: { user: other } },
      `${programId}/${from}`,
    )
  const make = (one: string, other: string, from: number | '' = '') =>
    app().submit('LEAD', VIEW.pairHandSure, {}, `${programId}/${from}/${one}/${other}`)
  const partnerOf = async (id: string) =>
    (await pairs())
      .find((p) => p.who.split(' ').includes(id))
      ?.who.split(' ')
      .find((other) => other !== id)

  test('swaps two pairs, having shown the cost, and locks the one that was chosen', async () => {
    await propose()
    const from = (await pairs()).find((p) => p.who.startsWith('J2'))!
    const wanted = (await partnerOf('J3'))!
    const sure = await ask('J2', wanted, from.id)
    expect(JSON.stringify(sure.ack)).toContain('2 proposed pairs come apart')
    expect(JSON.stringify(sure.ack)).toContain(en.pairing.handWords.priceKept)
    expect(await pairs()).toHaveLength(3)
    await make('J2', wanted, from.id)
    expect(await partnerOf('J2')).toBe(wanted)
    expect(await partnerOf('J3')).toBe(from.who.split(' ')[1])
    expect((await pairs()).filter((p) => p.locked).map((p) => p.who)).toEqual([`J2 ${wanted}`])
  })

  test('takes in who was left over, and says who waits for it', async () => {
    await propose()
    const [left] = (await unpaired()) as { id: string }[]
    const alone = left!.id
    const gives = (await partnerOf('J2'))!
    await make('J2', alone)
    expect(await partnerOf('J2')).toBe(alone)
    expect(await unpaired()).toEqual([{ id: gives, reason: { code: 'not_placed' } }])
  })

  test.each([
    ['somebody not enrolled', 'LEAD', en.refusals.pair_not_here({})],
    ['oneself', 'J1', en.refusals.pair_of_one({})],
  ])('%s is refused by name: there is nothing to keep from a lead', async (_what, other, sentence) => {
    await propose()
    const before = await pairs()
    expect((await ask('J1', other)).ack).toMatchObject({ errors: { other: sentence } })
    await make('J1', other)
    expect(await pairs()).toEqual(before)
  })

  test('a locked pair comes apart for nobody', async () => {
    await propose()
    const [one, two] = (await pairs()).map((p) => p.who.split(' '))
    await make(one![0]!, two![1]!)
    const locked = await pairs()
    expect((await ask(one![0]!, one![1]!)).ack).toMatchObject({ errors: { other: en.refusals.pair_locked({}) } })
    await make(one![0]!, one![1]!)
    expect(await pairs()).toEqual(locked)
  })

  test.each([
    ['a manager', async () => {}, 'J1', 'S4'],
    ['the same side', async () => {}, 'J1', 'J2'],
    [
      'somebody on a private list',
      async () =>
        void (await deps.db
          .insertInto('exclusion')
          .values({ workspace_id: WORKSPACE, person_id: 'S1', other_id: 'J1', cause: 'private', added_at: FEBRUARY })
          .execute()),
      'J1',
      'S1',
    ],
  ])('%s is refused, each with the same sentence', async (_what, given, one, other) => {
    await given()
    await propose()
    const before = await pairs()
    const answer = await ask(one, other)
    const errors = answer.ack as { errors?: Record<string, string>; view?: unknown }
    expect(errors.errors).toEqual({ other: en.refusals.pair_forbidden({}) })
    await make(one, other)
    expect(await pairs()).toEqual(before)
  })

  test('after publishing opens a small round of its own, which moves no date and tells nobody else', async () => {
    await publish(await propose())
    await joined(deps, programId, 'guide', { person_id: 'J4', level: 1, offers: ['social-media'] })
    const [left] = (await unpaired()) as { id: string }[]
    const program = () => deps.db.selectFrom('program').select('next_round_on').executeTakeFirstOrThrow()
    const before = await program()
    await make('J4', left!.id)
    const waitingBefore = await deps.db.selectFrom('delivery').selectAll().where('kind', '=', 'waiting').execute()
    expect(await publish(await newest())).toMatchObject({ ok: true, value: { pairs: 1, dropped: 0 } })
    expect(await program()).toEqual(before)
    const waiting = await deps.db.selectFrom('delivery').selectAll().where('kind', '=', 'waiting').execute()
    expect(waiting).toHaveLength(waitingBefore.length)
  })
})

describe('refused tries to pair by hand', () => {
  const at = (now: Date) =>
    testApp({ deps, listeners: [pairingListeners(deps, side)], now: () => now, standingOf: () => aLead })
  const ask = (one: string, other: string, by = 'LEAD', now = FEBRUARY) =>
    at(now).submit(by, VIEW.pairHand, { one: { user: one }, other: { user: other } }, `${programId}/`)
  const tries = () => deps.db.selectFrom('audit').selectAll().where('verb', '=', 'pair.refused').execute()
  const FORBIDDEN = { errors: { other: en.refusals.pair_forbidden({}) } }
  const SPENT = { errors: { other: en.refusals.tries_spent({ until: '2026-03-04' }) } }
  const days = (n: number) => new Date(FEBRUARY.getTime() + n * 86_400_000)

  const of = async (id: string) => (await pairs()).find((pair) => pair.who.split(' ').includes(id))!

  /** J2 may get the partner of J3; whoever J2 had is then kept from J3 by a private list. */
  async function aSwapThatTells(): Promise<{ gives: string; gets: string }> {
    await propose()
    const [gives, gets] = [(await of('J2')).who.split(' ')[1]!, (await of('J3')).who.split(' ')[1]!]
    await deps.db
      .insertInto('exclusion')
      .values({ workspace_id: WORKSPACE, person_id: gives, other_id: 'J3', cause: 'private', added_at: FEBRUARY })
      .execute()
    return { gives, gets }
  }

  test('are three, of all leads together; then nobody is looked at, not even two who fit', async () => {
    await propose()
    const before = await pairs()
    expect((await ask('J1', 'S4')).ack).toMatchObject(FORBIDDEN)
    expect((await ask('J2', 'S2', 'LEAD2')).ack).toHaveProperty('view')
    expect((await ask('J1', 'J2', 'LEAD2')).ack).toMatchObject(FORBIDDEN)
    await app().submit('LEAD', VIEW.pairHandSure, {}, `${programId}//J1/S4`)
    for (const [one, other] of [
      ['J1', 'S4'],
      ['J2', 'S2'],
      ['J1', 'NOBODY'],
    ])
      expect((await ask(one!, other!, 'LEAD2')).ack).toMatchObject(SPENT)
    const made = await app().submit('LEAD', VIEW.pairHandSure, {}, `${programId}//J2/S2`)
    expect(JSON.stringify(made.ack)).toContain(en.refusals.tries_spent({ until: '2026-03-04' }))
    expect(await pairs()).toEqual(before)
    expect(await tries()).toHaveLength(3)
  })

  test('are said where they could be made: before the first, and in place of the form after the third', async () => {
    const roundId = await propose()
    const [first] = await pairs()
    const open = async () => [
      await app().action('LEAD', ACTION.pairHand, { value: `${programId}/1` }),
      await menu('other', roundId, first!.id),
    ]
    for (const { views } of await open()) expect(JSON.stringify(views)).toContain(en.pairing.handTries)
    for (let i = 0; i < 3; i++) await ask('J1', 'S4')
    for (const { views, replies } of await open()) {
      expect(views).toEqual([])
      expect(replies.map((m) => m.text)).toEqual([en.refusals.tries_spent({ until: '2026-03-04' })])
    }
  })

  test('say who and when, and never which two', async () => {
    await propose()
    await ask('J1', 'S4', 'LEAD2')
    const kept = await tries()
    expect(kept).toMatchObject([{ actor_id: 'LEAD2', at: FEBRUARY, subject: String(programId), detail: {} }])
    expect(JSON.stringify(kept)).not.toMatch(/J1|S4/u)
  })

  test('are not more when leads try at once', async () => {
    await propose()
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? ask('J1', 'S4', 'LEAD2') : ask('J1', 'J2'))),
    )
    const said = all.map(({ ack }) => (ack as { errors: { other: string } }).errors.other)
    expect(said.filter((sentence) => sentence === en.refusals.pair_forbidden({}))).toHaveLength(3)
    expect(said.filter((sentence) => sentence === SPENT.errors.other)).toHaveLength(5)
    expect(await tries()).toHaveLength(3)
  })

  test('are forgotten one by one, thirty days after each', async () => {
    await propose()
    for (const n of [0, 10, 20]) await ask('J1', 'S4', 'LEAD', days(n))
    expect((await ask('J2', 'S2', 'LEAD', days(29))).ack).toMatchObject(SPENT)
    expect((await ask('J2', 'S2', 'LEAD', days(30))).ack).toHaveProperty('view')
    expect((await ask('J1', 'S4', 'LEAD', days(30))).ack).toMatchObject(FORBIDDEN)
    expect((await ask('J1', 'S4', 'LEAD', days(31))).ack).toMatchObject({
      errors: { other: en.refusals.tries_spent({ until: '2026-03-14' }) },
    })
  })

  test('of one program are not counted in another', async () => {
    const other = await aProgram(deps, { name: 'Another' })
    for (const id of ['J2', 'S2']) await enrolled(deps, other, id, id === 'J2' ? 'guide' : 'learner')
    for (let i = 0; i < 4; i++) await ask('J1', 'S4')
    const asked = await app().submit('LEAD', VIEW.pairHand, { one: { user: 'J2' }, other: { user: 'S2' } }, `${other}/`)
    expect(asked.ack).toHaveProperty('view')
  })

  test('are also read from a swap whose two others may not be paired: once, with the look', async () => {
    const { gives, gets } = await aSwapThatTells()
    const asked = await ask('J2', gets)
    expect(JSON.stringify(asked.ack)).toContain(en.pairing.handWords.isTry)
    expect(await tries()).toHaveLength(1)
    const { view } = asked.ack as { view: { private_metadata: string } } // the cost, in place of the form
    await app().submit('LEAD', VIEW.pairHandSure, {}, view.private_metadata)
    expect((await of('J2')).who).toBe(`J2 ${gets}`)
    expect(await tries()).toHaveLength(1)
    expect((await pairs()).some((pair) => pair.who === `J3 ${gives}`)).toBe(false)
  })

  test('are counted too where the pairs have changed since the swap was looked at', async () => {
    const { gets } = await aSwapThatTells()
    await app().submit('LEAD', VIEW.pairHandSure, {}, `${programId}//J2/${gets}/other`)
    expect(await tries()).toHaveLength(1)
  })

  test('cost nothing where the swap comes out even; among ten free people and more the price is named', async () => {
    for (const id of ['J4', 'S5', 'S6'])
      await joined(deps, programId, id.startsWith('J') ? 'guide' : 'learner', {
        person_id: id,
        level: id === 'J4' ? 1 : 6,
      })
    await propose()
    const asked = await ask('J2', (await of('J3')).who.split(' ')[1]!)
    expect(JSON.stringify(asked.ack)).toContain('Beside the best round there is')
    expect(await tries()).toEqual([])
  })
})

describe('a published pair', () => {
  test('is ended by a lead: all of it read the neutral words and wait again', async () => {
    await publish(await propose())
    await deps.db.updateTable('pair').set({ kickoff_on: '2026-02-03' }).execute()
    const [first] = await pairs()
    const ended = await app().action('LEAD', member(ACTION.pairEnd, first!.id), { value: `${first!.id}/1` })
    expect(ended.replies.map((m) => m.text)).toEqual([en.pairing.standing.ended])
    const row = await deps.db
      .selectFrom('pair')
      .select(['state', 'ended_because'])
      .where('pair_id', '=', first!.id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ state: 'ended', ended_because: 'lead' })
    const told = await deps.db.selectFrom('delivery').select('recipient').where('kind', '=', 'ending').execute()
    expect(told.map((d) => d.recipient).toSorted()).toEqual(first!.who.split(' '))
    const waiting = await deps.db
      .selectFrom('enrollment')
      .select('waiting_since')
      .where('person_id', 'in', first!.who.split(' '))
      .execute()
    expect(waiting.map((w) => w.waiting_since)).toEqual(['2026-02-02', '2026-02-02'])
    const again = await app().action('LEAD', member(ACTION.pairEnd, first!.id), { value: `${first!.id}/1` })
    expect(again.replies.map((m) => m.text)).toEqual([en.refusals.pair_gone({})])
  })

  test('is ended by nobody who does not lead its program', async () => {
    await publish(await propose())
    const [first] = await pairs()
    const other = app({ ...aMember, leads: [999] })
    await other.action('J1', member(ACTION.pairEnd, first!.id), { value: `${first!.id}/1` })
    expect((await pairs()).every((p) => p.state === 'active')).toBe(true)
  })

  test('is shown by the command once nobody waits', async () => {
    await deps.db.deleteFrom('enrollment').where('person_id', '=', 'S4').execute()
    await publish(await propose())
    const shown = await app().command('LEAD', 'pair')
    expect(shown.replies[0]?.text).toBe('Generations 2026: 3 pairs published')
    expect(JSON.stringify(shown.replies[0])).toContain(en.pairing.standing.nobodyWaits)
    expect(checkMessageBlocks(shown.replies[0]?.blocks)).toEqual([])
  })
})

describe('finding a person', () => {
  const find = async (name: string, metadata: string) =>
    (await app().submit('LEAD', VIEW.roundSearch, { name }, metadata)).ack as { view?: object } | undefined

  test.each(['junior j2', 'JÚNIOR J2', 'r j2'])('by "%s" shows the pair with its menu', async (name) => {
    const roundId = await propose()
    const found = await find(name, `round/${roundId}/`)
    expect(JSON.stringify(found)).toContain('Júnior J2')
    expect(JSON.stringify(found)).not.toContain('Júnior J3')
    expect(checkView(found?.view)).toEqual([])
  })

  test('who waits shows why; nobody of that name says so', async () => {
    const roundId = await propose()
    const [left] = (await unpaired()) as { id: string }[]
    expect(JSON.stringify(await find(left!.id, `round/${roundId}/`))).toContain('there are 3 places')
    expect(JSON.stringify(await find('Zoe', `round/${roundId}/`))).toContain('Nobody here is called')
  })

  test('a pair found is locked in the window, which shows it again', async () => {
    const roundId = await propose()
    const [first] = await pairs()
    const seen = await app().action('LEAD', member(ACTION.pairMenu, first!.id), {
      selected: `lock/${roundId}/${first!.id}/1`,
      view: { metadata: `round/${roundId}/${first!.who.split(' ')[0]}` },
    })
    expect(JSON.stringify(seen.views[0])).toContain(en.pairing.lockedNote)
  })

  test('among published pairs finds them too', async () => {
    await publish(await propose())
    expect(JSON.stringify(await find('J2', `program/${programId}/`))).toContain(en.pairing.standing.end)
  })
})

describe('details', () => {
  test('hold every figure, and the files hold pairs without a score and a proof without a name', async () => {
    const roundId = await propose()
    const opened = await app().action('LEAD', ACTION.pairDetails, { value: String(roundId) })
    const text = JSON.stringify(opened.views[0])
    for (const word of ['Paired:', 'Fit:', 'Score', 'Against everybody', 'Rules broken', 'met before', 'Longest wait'])
      expect(text).toContain(word)
    for (const word of ['New partners', 'Would rather', 'Price of fairness', 'Seed']) expect(text).toContain(word)
    expect(checkView(opened.views[0])).toEqual([])
    await app().action('LEAD', ACTION.pairExport, { value: String(roundId), view: { metadata: '' } })
    const [csv, ...proof] = side.uploads
    expect(csv?.text.split('\r\n').filter(Boolean)).toHaveLength(1 + 3 + 1)
    expect(proof.length).toBeGreaterThan(1)
    expect(proof.length % 2).toBe(0)
    for (const { text: file } of proof) expect(file).not.toMatch(/[JS]\d|nior/)
    for (let i = 0; i < proof.length; i += 2)
      expect(whatIsWrong({ graph: JSON.parse(proof[i]!.text), result: JSON.parse(proof[i + 1]!.text) })).toBeNull()
  })

  test('what is kept of the proof names nobody', async () => {
    const roundId = await propose()
    const { proof } = await deps.db
      .selectFrom('round')
      .select('proof')
      .where('round_id', '=', roundId)
      .executeTakeFirstOrThrow()
    expect(gunzipSync(proof!).toString()).not.toMatch(/[JS]\d|nior/)
  })
})
