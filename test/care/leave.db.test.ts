import { beforeEach, describe, expect, test } from 'vitest'
import { leave } from '../../src/care/leave.ts'
import { lookAtLeaving } from '../../src/care/look-at-leaving.ts'
import { careMessages } from '../../src/care/planners.ts'
import { wantPartner } from '../../src/care/want-partner.ts'
import { en } from '../../src/copy/en/en.ts'
import { lookAtHome } from '../../src/home/look-at-home.ts'
import { standingOf } from '../../src/program/lead-store.ts'
import { waitingList } from '../../src/enrollment/waiting-store.ts'
import { tellNoneFound } from '../../src/pairing/tell-waiting.ts'
import { aPair } from '../support/a-pair.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { useStaff } from '../support/staff.ts'
import { dueOf, JANUARY, WORKSPACE } from '../support/world.ts'
import { aRunningProgram } from './running-program.ts'

const deps = useStaff()
let programId: number

beforeEach(async () => {
  programId = await aRunningProgram(deps, 'UMEI', 'ULUIS', 'UANA')
})

/** a pair whose people have been introduced */
const BEGUN = { kickoff_on: '2026-01-16' } as const
const leaving = (personId: string, program = programId) =>
  leave(deps, { workspaceId: WORKSPACE, personId, programId: program }, JANUARY)
const pairs = () => deps.db.selectFrom('pair').select(['state', 'ended_because']).orderBy('pair_id').execute()
const stateOf = async (id: string) =>
  (await deps.db.selectFrom('enrollment').select('state').where('person_id', '=', id).executeTakeFirst())?.state
const waiting = async () => (await waitingList(deps.db, WORKSPACE, programId)).map((one) => one.personId)

async function ending(personId: string, pairId: number) {
  const kind = careMessages.ending
  if (!kind) throw new Error('no such kind')
  const row = {
    deliveryId: 1,
    workspaceId: WORKSPACE,
    kind: 'ending',
    subject: String(pairId),
    cycleOn: '2026-01-05',
    recipient: personId,
    dueAt: JANUARY,
  }
  return kind.render({ ...deps, copy: en }, row, JANUARY)
}

describe('leaving', () => {
  test('mid-pair ends the pair, tells the partner once and puts them on the waiting list', async () => {
    await aPair(deps, programId, ['UMEI', 'ULUIS'], BEGUN)
    expect(await leaving('UMEI')).toMatchObject({ ok: true, value: { partners: ['Luis'] } })
    expect(await pairs()).toEqual([{ state: 'ended', ended_because: 'left' }])
    expect(await dueOf(deps, 'ending')).toEqual(['ULUIS'])
    expect(await stateOf('UMEI')).toBe('left')
    expect(await waiting()).toEqual(['UANA', 'ULUIS'])
    expect(deps.rings()).toBe(1)
  })

  test('twice, or when never in, is a kind no-op', async () => {
    await aPair(deps, programId, ['UMEI', 'ULUIS'])
    await leaving('UMEI')
    expect(await leaving('UMEI')).toMatchObject({ ok: false, refusal: { code: 'not_joined' } })
    expect(await leaving('UDANA')).toMatchObject({ ok: false, refusal: { code: 'not_joined' } })
    expect(await leaving('UMEI', 0)).toMatchObject({ ok: false, refusal: { code: 'not_joined' } })
    expect(await dueOf(deps, 'ending')).toEqual(['ULUIS'])
    expect(deps.rings()).toBe(1)
  })

  test('ten clicks at once by each of two partners end it once, without a fault', async () => {
    await aPair(deps, programId, ['UMEI', 'ULUIS'])
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => leaving(i % 2 === 0 ? 'UMEI' : 'ULUIS')))
    expect(all.filter((one) => one.ok)).toHaveLength(2)
    expect(await pairs()).toEqual([{ state: 'ended', ended_because: 'left' }])
    expect(await dueOf(deps, 'ending')).toHaveLength(1)
  })

  test('a partner who has another pair in the program is told, and not put on the list', async () => {
    await aPair(deps, programId, ['UMEI', 'ULUIS'])
    await aPair(deps, programId, ['UANA', 'ULUIS'])
    await leaving('UMEI')
    expect(await dueOf(deps, 'ending')).toEqual(['ULUIS'])
    expect(await waiting()).toEqual([])
  })

  test('of a trio both others are told', async () => {
    await aPair(deps, programId, ['UMEI', 'ULUIS', 'UANA'], BEGUN)
    expect(await leaving('UMEI')).toMatchObject({ value: { partners: ['Ana', 'Luis'] } })
    expect(await dueOf(deps, 'ending')).toEqual(['UANA', 'ULUIS'])
  })

  test('one program leaves the others alone', async () => {
    const other = await aProgram(deps, { name: 'Other' })
    await enrolled(deps, other, 'UMEI')
    await enrolled(deps, other, 'UANA')
    await aPair(deps, programId, ['UMEI', 'ULUIS'])
    await aPair(deps, other, ['UMEI', 'UANA'])
    await leaving('UMEI')
    expect(await pairs()).toEqual([
      { state: 'ended', ended_because: 'left' },
      { state: 'active', ended_because: null },
    ])
  })

  test('what was declared for the program is deleted with it', async () => {
    await deps.db
      .updateTable('enrollment')
      .set({ attribute: Buffer.from('sealed') })
      .execute()
    await leaving('UMEI')
    const row = await deps.db
      .selectFrom('enrollment')
      .select('attribute')
      .where('person_id', '=', 'UMEI')
      .executeTakeFirst()
    expect(row?.attribute).toBeNull()
  })

  test('before it, one reads what ends and who is told', async () => {
    const look = () => lookAtLeaving(deps, { workspaceId: WORKSPACE, personId: 'UMEI', programId })
    expect(await look()).toMatchObject({
      value: { partners: [], me: 'Mei', leads: { others: ['Dana'], isReader: false } },
    })
    await aPair(deps, programId, ['UMEI', 'ULUIS'], BEGUN)
    expect(await look()).toMatchObject({ value: { partners: ['Luis'] } })
    await leaving('UMEI')
    expect(await look()).toMatchObject({ ok: false })
  })
})

describe('the ending', () => {
  test('reads the same whatever ended the pair', async () => {
    const causes = ['left', 'rematch', 'lead', 'departed', 'silence'] as const
    const read: unknown[] = []
    for (const ended_because of causes) {
      const pairId = await aPair(deps, programId, ['UMEI', 'ULUIS'], {
        ...BEGUN,
        state: 'ended',
        ended_at: JANUARY,
        ended_because,
      })
      read.push(await ending('ULUIS', pairId))
    }
    expect(new Set(read.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(JSON.stringify(read[0])).toContain('Your pairing with Mei in Generations 2026 has ended.')
  })

  test('is not sent to who has left meanwhile, nor to a stranger', async () => {
    const pairId = await aPair(deps, programId, ['UMEI', 'ULUIS'])
    await leaving('UMEI')
    expect(await ending('UMEI', pairId)).toEqual({ skip: 'not in the program any more' })
    expect(await ending('UANA', pairId)).toEqual({ skip: 'the pair is gone' })
    expect(await ending('ULUIS', 999_999)).toEqual({ skip: 'the pair is gone' })
    await deps.db.updateTable('person').set({ left_at: JANUARY }).where('person_id', '=', 'ULUIS').execute()
    expect(await ending('ULUIS', pairId)).toEqual({ skip: 'not in the program any more' })
  })
})

describe('a pair that ends before it is introduced', () => {
  const introduction = (pairId: number, state: 'due' | 'in_doubt') =>
    deps.db
      .insertInto('delivery')
      .values({
        workspace_id: WORKSPACE,
        kind: 'introduction',
        subject: String(pairId),
        cycle_on: '2026-01-15',
        recipient: `pair:${pairId}`,
        state,
        due_at: JANUARY,
        planned_at: JANUARY,
        doubted_at: state === 'in_doubt' ? JANUARY : null,
        priority: 30,
        is_unasked: true,
      })
      .execute()

  test('names nobody: who leaves reads so, and who stays reads that a partner is still looked for', async () => {
    const pairId = await aPair(deps, programId, ['UMEI', 'ULUIS'])
    await introduction(pairId, 'due')
    const look = await lookAtLeaving(deps, { workspaceId: WORKSPACE, personId: 'UMEI', programId })
    expect(look).toMatchObject({ value: { partners: [], isUnmet: true } })
    expect(await leaving('UMEI')).toMatchObject({ ok: true, value: { partners: [] } })
    const told = JSON.stringify(await ending('ULUIS', pairId))
    expect(told).toContain('Luis, I am still looking for a partner for you in Generations 2026. Within 2 working days')
    expect(told).not.toMatch(/Mei|ended|pairing/u)
    const person = {
      workspaceId: WORKSPACE,
      personId: 'ULUIS',
      standing: await standingOf(deps.db, WORKSPACE, 'ULUIS'),
    }
    expect(await lookAtHome(deps, person, JANUARY)).toMatchObject({ past: [], waits: [{ ended: [] }] })
  })

  test('leaves who stays their days and rounds on the list, and tells them once', async () => {
    const pairId = await aPair(deps, programId, ['UMEI', 'ULUIS'])
    const passedBy = { unpaired: JSON.stringify([{ id: 'ULUIS', reason: { code: 'alone' } }]) }
    await deps.db.updateTable('round').set(passedBy).execute()
    await deps.db
      .updateTable('enrollment')
      .set({ joined_at: new Date('2025-12-11T15:00:00Z') })
      .execute()
    await leaving('UMEI')
    const [first] = await waitingList(deps.db, WORKSPACE, programId)
    expect(first).toEqual({ personId: 'ULUIS', roundsWaited: 1, since: '2025-12-11' })
    await tellNoneFound(
      deps.db,
      { workspaceId: WORKSPACE, program: { id: programId }, on: '2026-01-06' },
      ['ULUIS'],
      JANUARY,
    )
    expect(await ending('ULUIS', pairId)).toHaveProperty('skip')
  })

  test('and whose introduction may have arrived, ends as any other', async () => {
    const pairId = await aPair(deps, programId, ['UMEI', 'ULUIS'])
    await introduction(pairId, 'in_doubt')
    expect(await leaving('UMEI')).toMatchObject({ value: { partners: ['Luis'] } })
    expect(JSON.stringify(await ending('ULUIS', pairId))).toContain('Your pairing with Mei')
  })

  test('is no news to who has another partner', async () => {
    const pairId = await aPair(deps, programId, ['UMEI', 'ULUIS'])
    await aPair(deps, programId, ['UANA', 'ULUIS'], BEGUN)
    await leaving('UMEI')
    expect(await ending('ULUIS', pairId)).toHaveProperty('skip')
  })
})

describe('a new partner', () => {
  const want = (personId: string) => wantPartner(deps, { workspaceId: WORKSPACE, personId, programId }, JANUARY)

  test('is on the waiting list, once, and a break ends by it', async () => {
    await deps.db
      .updateTable('enrollment')
      .set({ state: 'paused', paused_until: '2026-04-01', waiting_since: null })
      .where('person_id', '=', 'UMEI')
      .execute()
    expect(await want('UMEI')).toMatchObject({ ok: true, value: { next: { on: '2026-03-16' } } })
    expect(await want('UMEI')).toMatchObject({ ok: true })
    expect(await stateOf('UMEI')).toBe('active')
    expect(await waiting()).toContain('UMEI')
  })

  test('is not for who has left', async () => {
    await leaving('UMEI')
    expect(await want('UMEI')).toMatchObject({ ok: false, refusal: { code: 'not_joined' } })
  })
})
