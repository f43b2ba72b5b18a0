import { beforeEach, describe, expect, test } from 'vitest'
import { sealAttribute } from '../../src/enrollment/attribute-store.ts'
import { candidatesOf } from '../../src/enrollment/candidate-store.ts'
import { addToList, dropFromList, neverPairs, privateList } from '../../src/enrollment/exclusion-store.ts'
import { saveProfile } from '../../src/enrollment/profile-store.ts'
import { beginWaiting, countRoundWaited, endWaiting, waitingList } from '../../src/enrollment/waiting-store.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { useStaff } from '../support/staff.ts'
import { addPeople, JANUARY, WORKSPACE } from '../support/world.ts'

const deps = useStaff()
let programId: number

beforeEach(async () => {
  programId = await aProgram(deps)
})

const aProfile = {
  level: null,
  managerId: null,
  hours: null,
  languages: [],
  offers: [],
  wants: [],
  isAsyncFirst: false,
  mayBeAsked: false,
  bio: '',
}

describe('candidates', () => {
  const facts = () => candidatesOf(deps.db, deps.cipher, WORKSPACE, programId)

  test('without a profile the file speaks', async () => {
    await addPeople(deps, [
      {
        person_id: 'UMEI',
        level: 2,
        team: 'Estimating',
        site: 'Detroit',
        manager_id: 'UDANA',
        hours_from: 540,
        hours_to: 1020,
        languages: ['en', 'de'],
        offers: ['excel'],
        wants: ['leading'],
      },
    ])
    await enrolled(deps, programId, 'UMEI', 'guide', { capacity: 2, rounds_waited: 3 })
    expect(await facts()).toEqual([
      {
        id: 'UMEI',
        role: 'guide',
        level: 2,
        team: 'Estimating',
        site: 'Detroit',
        managerId: 'UDANA',
        tz: 'America/Detroit',
        hours: { from: 540, to: 1020 },
        languages: ['en', 'de'],
        offers: ['excel'],
        wants: ['leading'],
        capacity: 2,
        asyncFirst: false,
        attribute: null,
        waiting: 3,
      },
    ])
  })

  test('what a person said wins over the file, and what they left open stays the file’s', async () => {
    await addPeople(deps, [
      {
        person_id: 'UMEI',
        level: 2,
        manager_id: 'UDANA',
        hours_from: 540,
        hours_to: 1020,
        languages: ['en'],
        offers: ['excel', 'sql'],
      },
    ])
    await enrolled(deps, programId, 'UMEI')
    const said = { ...aProfile, hours: { from: 1320, to: 360 }, offers: ['hiring'], isAsyncFirst: true }
    await saveProfile(deps.db, deps.cipher, WORKSPACE, 'UMEI', said, JANUARY)
    expect(await facts()).toMatchObject([
      {
        level: 2,
        managerId: 'UDANA',
        hours: { from: 1320, to: 360 },
        languages: ['en'],
        offers: ['hiring'],
        wants: [],
        asyncFirst: true,
      },
    ])
  })

  test('only who is in, not resting and still here is a candidate', async () => {
    await addPeople(deps, [
      { person_id: 'UACTIVE' },
      { person_id: 'UPAUSED' },
      { person_id: 'ULEFT' },
      { person_id: 'UGONE', left_at: JANUARY },
      { person_id: 'UGUEST', is_guest: true },
    ])
    await enrolled(deps, programId, 'UACTIVE')
    await enrolled(deps, programId, 'UPAUSED', 'guide', { state: 'paused', paused_until: '2026-03-01' })
    await enrolled(deps, programId, 'ULEFT', 'guide', { state: 'left', left_at: JANUARY })
    await enrolled(deps, programId, 'UGONE')
    await enrolled(deps, programId, 'UGUEST')
    expect((await facts()).map((one) => one.id)).toEqual(['UACTIVE'])
  })

  test('a declared attribute is opened for its own program, and swapped ciphertext is an error', async () => {
    await addPeople(deps, [{ person_id: 'UMEI' }, { person_id: 'UANA' }])
    const sealed = sealAttribute(deps.cipher, { workspaceId: WORKSPACE, programId, personId: 'UMEI' }, 'a woman')
    await enrolled(deps, programId, 'UMEI', 'guide', { attribute: sealed })
    expect(await facts()).toMatchObject([{ id: 'UMEI', attribute: 'a woman' }])
    await enrolled(deps, programId, 'UANA', 'guide', { attribute: sealed })
    await expect(facts()).rejects.toThrow()
  })
})

describe('who is kept apart', () => {
  test('either side’s list and a rematch keep two apart, each two once', async () => {
    await addPeople(deps, [{ person_id: 'UA' }, { person_id: 'UB' }, { person_id: 'UC' }])
    await addToList(deps.db, WORKSPACE, 'UB', ['UA'], JANUARY)
    await addToList(deps.db, WORKSPACE, 'UA', ['UB', 'UC', 'UA'], JANUARY)
    await deps.db
      .insertInto('exclusion')
      .values({ workspace_id: WORKSPACE, person_id: 'UC', other_id: 'UB', cause: 'rematch', added_at: JANUARY })
      .execute()
    expect(await neverPairs(deps.db, WORKSPACE)).toEqual([
      ['UA', 'UB'],
      ['UA', 'UC'],
      ['UB', 'UC'],
    ])
  })

  test('taking somebody off the list leaves a rematch in place', async () => {
    await addPeople(deps, [{ person_id: 'UA' }, { person_id: 'UB' }, { person_id: 'UC' }])
    await addToList(deps.db, WORKSPACE, 'UA', ['UB', 'UC'], JANUARY)
    await deps.db
      .insertInto('exclusion')
      .values({ workspace_id: WORKSPACE, person_id: 'UA', other_id: 'UB', cause: 'rematch', added_at: JANUARY })
      .execute()
    await dropFromList(deps.db, WORKSPACE, 'UA', [])
    expect(await privateList(deps.db, WORKSPACE, 'UA')).toEqual([])
    expect(await neverPairs(deps.db, WORKSPACE)).toEqual([['UA', 'UB']])
  })
})

describe('the waiting list', () => {
  const order = async () => (await waitingList(deps.db, WORKSPACE, programId)).map((one) => one.personId)

  beforeEach(async () => {
    await addPeople(deps, [{ person_id: 'UA' }, { person_id: 'UB' }, { person_id: 'UC' }, { person_id: 'UD' }])
    await enrolled(deps, programId, 'UA', 'guide', { waiting_since: '2026-01-07' })
    await enrolled(deps, programId, 'UB', 'guide', { waiting_since: '2026-01-06' })
    await enrolled(deps, programId, 'UC', 'guide', { waiting_since: null })
    await enrolled(deps, programId, 'UD', 'guide', { state: 'paused', paused_until: '2026-03-01', waiting_since: null })
  })

  test('rounds waited come first, then days, and who has a partner or rests is not on it', async () => {
    expect(await order()).toEqual(['UB', 'UA'])
    await countRoundWaited(deps.db, WORKSPACE, programId, ['UA'], '2026-01-15')
    expect(await order()).toEqual(['UA', 'UB'])
    expect(await waitingList(deps.db, WORKSPACE, programId)).toMatchObject([
      { roundsWaited: 1, since: '2026-01-07' },
      {},
    ])
  })

  test('a partner ends the wait and forgets it; losing one begins it on that day', async () => {
    await countRoundWaited(deps.db, WORKSPACE, programId, ['UA', 'UB'], '2026-01-15')
    await endWaiting(deps.db, WORKSPACE, programId, ['UA'])
    expect(await order()).toEqual(['UB'])
    await beginWaiting(deps.db, WORKSPACE, programId, ['UA', 'UB', 'UD'], '2026-02-01')
    expect(await waitingList(deps.db, WORKSPACE, programId)).toEqual([
      { personId: 'UB', roundsWaited: 1, since: '2026-01-06' },
      { personId: 'UA', roundsWaited: 0, since: '2026-02-01' },
    ])
  })

  test('who left the company is not waited for', async () => {
    await deps.db.updateTable('person').set({ left_at: JANUARY }).where('person_id', '=', 'UB').execute()
    expect(await order()).toEqual(['UA'])
  })
})
