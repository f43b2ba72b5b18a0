import { beforeEach, describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { declineInvitation } from '../../src/enrollment/decline-invitation.ts'
import { inviteEligible } from '../../src/enrollment/invite-eligible.ts'
import { enrollmentMessages, enrollmentPlanners } from '../../src/enrollment/planners.ts'
import { findProgram } from '../../src/program/store.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { useStaff } from '../support/staff.ts'
import { addPeople, dueOf, JANUARY, makeLead, WORKSPACE } from '../support/world.ts'

const deps = useStaff()
let programId: number

beforeEach(async () => {
  await addPeople(deps, [
    { person_id: 'UMEI', name: 'Mei Chen', team: 'Estimating' },
    { person_id: 'ULUIS', name: 'Luis Ortega', team: 'Estimating' },
    { person_id: 'USALES', team: 'Sales' },
    { person_id: 'UGONE', team: 'Estimating', left_at: JANUARY },
    { person_id: 'UGUEST', team: 'Estimating', is_guest: true },
  ])
  programId = await aProgram(deps, { invited: JSON.stringify({ teams: ['Estimating'] }) })
})

const program = async (id = programId) => {
  const found = await findProgram(deps.db, WORKSPACE, id)
  if (!found) throw new Error('no such program')
  return found
}
const invite = async (id = programId, now = JANUARY) => inviteEligible(deps.db, WORKSPACE, await program(id), now)
const decline = (personId: string) => declineInvitation(deps, { workspaceId: WORKSPACE, personId, programId }, JANUARY)

async function rendered(personId: string) {
  const kind = enrollmentMessages.invitation
  if (!kind) throw new Error('no such kind')
  const row = {
    deliveryId: 1,
    workspaceId: WORKSPACE,
    kind: 'invitation',
    subject: String(programId),
    cycleOn: '2026-01-15',
    recipient: personId,
    dueAt: JANUARY,
  }
  return kind.render({ ...deps, copy: en }, row, JANUARY)
}

describe('inviting', () => {
  test('everybody eligible who has not joined is invited, once', async () => {
    expect(await invite()).toBe(2)
    expect(await dueOf(deps, 'invitation')).toEqual(['ULUIS', 'UMEI'])
    expect(await invite()).toBe(0)
    expect(await dueOf(deps, 'invitation')).toHaveLength(2)
  })

  test('for a later round those who have not answered are invited again, never who said no or joined', async () => {
    await addPeople(deps, [{ person_id: 'UANA', team: 'Estimating' }])
    expect(await invite()).toBe(3)
    await decline('UMEI')
    await enrolled(deps, programId, 'UANA')
    await deps.db.updateTable('program').set({ next_round_on: '2026-03-16' }).execute()
    expect(await invite()).toBe(1)
    expect(await dueOf(deps, 'invitation')).toEqual(['UANA', 'ULUIS', 'ULUIS', 'UMEI'])
  })

  test('who was in and left is not written to', async () => {
    await enrolled(deps, programId, 'UMEI', 'guide', { state: 'left', left_at: JANUARY })
    expect(await invite()).toBe(1)
  })

  test.each([
    ['a private program', { is_private: true }],
    ['a draft', { state: 'draft' as const, opened_at: null }],
    ['a closed one', { state: 'closed' as const, closed_at: JANUARY }],
  ])('%s invites nobody', async (_what, over) => {
    expect(await invite(await aProgram(deps, { name: 'Other', ...over }))).toBe(0)
    expect(await dueOf(deps, 'invitation')).toEqual([])
  })

  test('"not this year" is remembered, twice is the same, and a stranger has nothing to decline', async () => {
    await invite()
    expect(await decline('UMEI')).toEqual({ ok: true, value: { programName: 'Generations 2026' } })
    expect(await decline('UMEI')).toMatchObject({ ok: true })
    expect(await decline('USALES')).toMatchObject({ ok: false, refusal: { code: 'message_out_of_date' } })
    await enrolled(deps, programId, 'ULUIS')
    expect(await decline('ULUIS')).toMatchObject({ ok: false, refusal: { code: 'already_joined' } })
  })

  test('looked at again when it goes out', async () => {
    await invite()
    expect(await rendered('UMEI')).toMatchObject({ to: { person: 'UMEI' } })
    await decline('UMEI')
    expect(await rendered('UMEI')).toEqual({ skip: 'not this year' })
    await enrolled(deps, programId, 'ULUIS')
    expect(await rendered('ULUIS')).toEqual({ skip: 'joined already' })
    expect(await rendered('USALES')).toEqual({ skip: 'not eligible any more' })
    await deps.db.updateTable('program').set({ state: 'closed', closed_at: JANUARY }).execute()
    expect(await rendered('UMEI')).toEqual({ skip: 'the program is closed' })
  })
})

test('a lead who is invited reads "you", and is not told to ask themselves', async () => {
  await deps.db.updateTable('program').set({ invited: '{}' }).execute()
  const read = async (id: string) => JSON.stringify(await rendered(id))
  expect(await read('UDANA')).toContain('It is voluntary. You see who joins')
  expect(await read('UDANA')).not.toContain('Questions:')
  await makeLead(deps, 'UTOM')
  expect(await read('UDANA')).toContain('You and Tom see who joins')
  expect(await read('UDANA')).toContain('Questions: Tom.')
  expect(await read('UTOM')).toContain('Questions: Dana.')
  expect(await read('UMEI')).toContain('Dana and Tom see who joins')
})

describe('newcomers', () => {
  const [planner] = enrollmentPlanners
  const plan = async (now: Date) => planner?.plan(deps, WORKSPACE, now)
  const nextAt = async (now: Date) => planner?.nextAt(deps.db, WORKSPACE, now)
  // 10 working days before Monday, 16 March is Monday, 2 March, 09:00 in Detroit
  const BEFORE_ROUND = new Date('2026-03-02T14:00:00Z')

  beforeEach(async () => {
    await invite()
    await deps.db
      .updateTable('program')
      .set({ state: 'running', next_round_on: '2026-03-16', ends_on: '2026-09-01' })
      .execute()
    await addPeople(deps, [{ person_id: 'UNEW', team: 'Estimating' }])
  })

  test('who has become eligible is invited ten working days before the next round, and nobody else again', async () => {
    expect(await nextAt(JANUARY)).toEqual(BEFORE_ROUND)
    await plan(new Date(BEFORE_ROUND.getTime() - 1))
    expect(await dueOf(deps, 'invitation')).toEqual(['ULUIS', 'UMEI'])
    await plan(BEFORE_ROUND)
    await plan(BEFORE_ROUND)
    expect(await dueOf(deps, 'invitation')).toEqual(['ULUIS', 'UMEI', 'UNEW'])
    expect(await nextAt(BEFORE_ROUND)).toBeNull()
  })

  test('reads the last day on which joining is in time: that before the round', async () => {
    expect(JSON.stringify(await rendered('UNEW'))).toContain('of those who join by Sunday, 15 March.')
  })

  test('after the round’s day nobody is invited to it', async () => {
    await plan(new Date('2026-03-16T14:00:00Z'))
    expect(await dueOf(deps, 'invitation')).toEqual(['ULUIS', 'UMEI'])
  })
})
