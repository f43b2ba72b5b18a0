import { beforeEach, describe, expect, test } from 'vitest'
import { carePlanners, careMessages } from '../../src/care/planners.ts'
import { takeBreak } from '../../src/care/take-break.ts'
import { en } from '../../src/copy/en/en.ts'
import { waitingList } from '../../src/enrollment/waiting-store.ts'
import { aPair } from '../support/a-pair.ts'
import { useStaff } from '../support/staff.ts'
import { dueOf, JANUARY, WORKSPACE } from '../support/world.ts'
import { aRunningProgram } from './running-program.ts'

const deps = useStaff()
let programId: number

beforeEach(async () => {
  programId = await aRunningProgram(deps, 'UMEI', 'ULUIS')
})

const detroit = (date: string, hour = '09') => new Date(`${date}T${hour}:00:00-05:00`)
const planned = async (now: Date) => {
  for (const planner of carePlanners) await planner.plan(deps, WORKSPACE, now)
}
const nextAt = async (now: Date) => {
  const all = await Promise.all(carePlanners.map((planner) => planner.nextAt(deps.db, WORKSPACE, now)))
  return all.filter((at) => at !== null).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
}
const enrollmentOf = (id: string) =>
  deps.db
    .selectFrom('enrollment')
    .select(['state', 'paused_until', 'waiting_since'])
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow()

describe('a break', () => {
  const rest = (until: string, personId = 'UMEI') =>
    takeBreak(deps, { workspaceId: WORKSPACE, personId, programId, until }, JANUARY)

  test('ends by itself on its day, told the working day before', async () => {
    expect(await rest('2026-02-02')).toMatchObject({ ok: true, value: { until: '2026-02-02', lead: 'Dana' } })
    expect(await enrollmentOf('UMEI')).toEqual({ state: 'paused', paused_until: '2026-02-02', waiting_since: null })
    const due = await deps.db.selectFrom('delivery').select(['kind', 'recipient', 'due_at']).execute()
    expect(due).toEqual([{ kind: 'pause_ends', recipient: 'UMEI', due_at: detroit('2026-01-30') }]) // the Friday before
    expect(await nextAt(JANUARY)).toEqual(detroit('2026-02-02', '00'))
    await planned(new Date(detroit('2026-02-02', '00').getTime() - 1))
    expect(await enrollmentOf('UMEI')).toMatchObject({ state: 'paused' })
    await planned(detroit('2026-02-02', '00'))
    await planned(detroit('2026-02-02', '00'))
    expect(await enrollmentOf('UMEI')).toEqual({ state: 'active', paused_until: null, waiting_since: '2026-02-02' })
    expect(await nextAt(detroit('2026-02-02'))).toBeNull()
  })

  test('taken again moves its end, and only the last end is told', async () => {
    await rest('2026-02-02')
    await rest('2026-03-02')
    expect(await enrollmentOf('UMEI')).toMatchObject({ paused_until: '2026-03-02' })
    const kind = careMessages.pause_ends
    const row = {
      deliveryId: 1,
      workspaceId: WORKSPACE,
      kind: 'pause_ends',
      subject: String(programId),
      recipient: 'UMEI',
      dueAt: JANUARY,
    }
    expect(await kind?.render({ ...deps, copy: en }, { ...row, cycleOn: '2026-02-02' }, JANUARY)).toEqual({
      skip: 'the break was moved or ended',
    })
    expect(await kind?.render({ ...deps, copy: en }, { ...row, cycleOn: '2026-03-02' }, JANUARY)).toMatchObject({
      to: { person: 'UMEI' },
    })
  })

  test.each([
    ['yesterday', '2026-01-04', 'date_past'],
    ['today', '2026-01-05', 'date_past'],
    ['no day at all', '', 'date_past'],
    ['ten years ahead', '2036-01-05', 'date_too_far'],
  ])('until %s is refused beside the field', async (_what, until, code) => {
    expect(await rest(until)).toMatchObject({ ok: false, refusal: { code, field: 'until' } })
    expect(await enrollmentOf('UMEI')).toMatchObject({ state: 'active' })
  })

  test('is not for who is not in', async () => {
    expect(await rest('2026-02-02', 'UDANA')).toMatchObject({ ok: false, refusal: { code: 'not_joined' } })
  })

  test('who kept a partner through it is not put on the list', async () => {
    await aPair(deps, programId, ['UMEI', 'ULUIS'])
    await rest('2026-02-02')
    await planned(detroit('2026-02-02'))
    expect(await enrollmentOf('UMEI')).toEqual({ state: 'active', paused_until: null, waiting_since: null })
  })
})

describe('a deactivated account', () => {
  const deactivate = (id: string, at: Date | null) =>
    deps.db.updateTable('person').set({ left_at: at }).where('person_id', '=', id).execute()
  const pairStates = () => deps.db.selectFrom('pair').select(['state', 'ended_because']).execute()
  const tuesday = detroit('2026-01-06', '15')
  const thirdWorkingDay = detroit('2026-01-09')
  const fourteenthDay = detroit('2026-01-20')

  test('holds its pair for three working days, then it ends like any other', async () => {
    await aPair(deps, programId, ['UMEI', 'ULUIS'])
    await deactivate('UMEI', tuesday)
    expect(await nextAt(tuesday)).toEqual(thirdWorkingDay)
    await planned(new Date(thirdWorkingDay.getTime() - 1))
    expect(await pairStates()).toEqual([{ state: 'active', ended_because: null }])
    expect(await dueOf(deps, 'ending')).toEqual([])
    await planned(thirdWorkingDay)
    await planned(thirdWorkingDay)
    expect(await pairStates()).toEqual([{ state: 'ended', ended_because: 'departed' }])
    expect(await dueOf(deps, 'ending')).toEqual(['ULUIS'])
    expect((await waitingList(deps.db, WORKSPACE, programId)).map((one) => one.personId)).toEqual(['ULUIS'])
  })

  test('that comes back in time finds the pair as it was', async () => {
    await aPair(deps, programId, ['UMEI', 'ULUIS'])
    await deactivate('UMEI', tuesday)
    await deactivate('UMEI', null)
    await planned(fourteenthDay)
    expect(await pairStates()).toEqual([{ state: 'active', ended_because: null }])
    expect(await nextAt(tuesday)).toBeNull()
  })

  test('keeps its place for fourteen days, listed to nobody, then it is free', async () => {
    await deactivate('UMEI', tuesday)
    expect((await waitingList(deps.db, WORKSPACE, programId)).map((one) => one.personId)).toEqual(['ULUIS'])
    expect(await nextAt(tuesday)).toEqual(fourteenthDay)
    await planned(thirdWorkingDay)
    expect(await enrollmentOf('UMEI')).toMatchObject({ state: 'active', waiting_since: '2026-01-05' })
    await planned(fourteenthDay)
    expect(await enrollmentOf('UMEI')).toMatchObject({ state: 'left', waiting_since: null })
    expect(await nextAt(fourteenthDay)).toBeNull()
  })
})
