import { beforeEach, describe, expect, test } from 'vitest'
import type { Filled } from '../../src/enrollment/check-answers.ts'
import { join } from '../../src/enrollment/join.ts'
import { joinAgain } from '../../src/enrollment/join-again.ts'
import { markLeft } from '../../src/enrollment/store.ts'
import { findProfile } from '../../src/enrollment/profile-store.ts'
import { privateList } from '../../src/enrollment/exclusion-store.ts'
import { nextPartner } from '../../src/pairing/next-partner.ts'
import { aProgram } from '../support/program.ts'
import { useStaff } from '../support/staff.ts'
import { addPeople, JANUARY, WORKSPACE } from '../support/world.ts'

const deps = useStaff()
let programId: number

beforeEach(async () => {
  await addPeople(deps, [
    { person_id: 'UMEI', name: 'Mei Chen', level: 2 },
    { person_id: 'ULUIS', name: 'Luis Ortega', level: 8 },
    { person_id: 'UNEW', name: 'New Person' },
    { person_id: 'UGUEST', is_guest: true },
    { person_id: 'UBOT2', is_bot: true },
    { person_id: 'UGONE', left_at: JANUARY },
  ])
  programId = await aProgram(deps)
})

const joining = (personId: string, said: Partial<Filled> = {}, typed = '', program = programId) =>
  join(deps, { workspaceId: WORKSPACE, personId, programId: program, typed, said }, JANUARY, nextPartner)

const enrollments = () => deps.db.selectFrom('enrollment').selectAll().orderBy('person_id').execute()

const codes = (result: Awaited<ReturnType<typeof joining>>) =>
  result.ok ? 'ok' : result.refusals.map(({ code, field }) => [code, field ?? null])

describe('join', () => {
  test('joining keeps the answers, accepts the conduct note and begins to wait', async () => {
    const joined = await joining('UMEI', { offers: ['excel'], wants: ['leading'], bio: 'Builds things', capacity: 2 })
    expect(joined).toMatchObject({ ok: true, value: { next: { on: '2026-01-20', isLate: false, lead: 'Dana' } } })
    expect(await enrollments()).toMatchObject([
      {
        person_id: 'UMEI',
        role: 'guide',
        capacity: 2,
        state: 'active',
        conduct_accepted_at: JANUARY,
        waiting_since: '2026-01-05',
        rounds_waited: 0,
      },
    ])
    expect(await findProfile(deps.db, deps.cipher, WORKSPACE, 'UMEI')).toMatchObject({
      offers: ['excel'],
      wants: ['leading'],
      bio: 'Builds things',
      level: null,
    })
  })

  test('who is here for the first time rings no bell, who comes back does: a partner may be missing', async () => {
    await joining('UMEI')
    expect(deps.rings()).toBe(0)
    await markLeft(deps.db, WORKSPACE, programId, 'UMEI', JANUARY)
    await joining('UMEI')
    expect(deps.rings()).toBe(1)
  })

  test('joining twice leaves one enrollment and changes no answer', async () => {
    await joining('UMEI', { offers: ['excel'] })
    expect(codes(await joining('UMEI', { offers: ['hiring'], role: 'learner' }))).toEqual([['already_joined', null]])
    expect(await enrollments()).toMatchObject([{ role: 'guide' }])
    expect(await findProfile(deps.db, deps.cipher, WORKSPACE, 'UMEI')).toMatchObject({ offers: ['excel'] })
  })

  test('of twenty joins at once one succeeds and nineteen say "already in"', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => joining('UMEI')))
    expect(all.filter((one) => one.ok)).toHaveLength(1)
    const refused = all.filter((one) => !one.ok)
    expect(refused.map(codes)).toEqual(refused.map(() => [['already_joined', null]]))
    expect(await enrollments()).toHaveLength(1)
  })

  test.each([
    ['a guest', 'UGUEST'],
    ['a bot', 'UBOT2'],
    ['a deactivated account', 'UGONE'],
    ['somebody nobody knows', 'UNOBODY'],
  ])('%s cannot join', async (_who, id) => {
    expect(codes(await joining(id))).toEqual([['guest_or_bot', null]])
    expect(await enrollments()).toEqual([])
  })

  test('who is not invited cannot join', async () => {
    const seniors = await aProgram(deps, { name: 'Seniors', invited: JSON.stringify({ levels: { from: 5, to: 99 } }) })
    expect(codes(await joining('UMEI', {}, '', seniors))).toEqual([['not_eligible', null]])
    expect(codes(await joining('ULUIS', {}, '', seniors))).toBe('ok')
  })

  test('a draft does not exist for who joins', async () => {
    const draft = await aProgram(deps, { name: 'Draft', state: 'draft', opened_at: null })
    expect(codes(await joining('UMEI', {}, 'draft', draft))).toEqual([['program_not_found', null]])
  })

  test('a private program opens to its exact name only, and its id is no key', async () => {
    const secret = await aProgram(deps, { name: 'Pride Circle', is_private: true })
    expect(codes(await joining('UMEI', {}, '', secret))).toEqual([['program_not_found', null]])
    expect(codes(await joining('UMEI', {}, 'pride', secret))).toEqual([['program_not_found', null]])
    expect(codes(await joining('UMEI', {}, '  PRIDE   circle ', secret))).toBe('ok')
  })

  test('joining closes with the program, and with fewer than two contacts', async () => {
    const closed = await aProgram(deps, { name: 'Over', state: 'closed', closed_at: JANUARY })
    expect(codes(await joining('UMEI', {}, '', closed))).toEqual([['program_closed', null]])
    await deps.db.deleteFrom('contact').where('person_id', '=', 'UTOM').execute()
    expect(codes(await joining('UMEI'))).toEqual([['joining_closed', null]])
  })

  test('in a program of skills a guide needs an offer, a learner a wish, who is both needs both', async () => {
    const skills = await aProgram(deps, { name: 'Skills', curriculum: 'new-technology' })
    expect(codes(await joining('UMEI', { role: 'guide' }, '', skills))).toEqual([['offer_needed', 'offers']])
    expect(codes(await joining('UMEI', { role: 'learner' }, '', skills))).toEqual([['wish_needed', 'wants']])
    expect(codes(await joining('UMEI', { role: 'both' }, '', skills))).toEqual([
      ['offer_needed', 'offers'],
      ['wish_needed', 'wants'],
    ])
    expect(codes(await joining('UMEI', { role: 'guide', offersOther: 'Beekeeping' }, '', skills))).toBe('ok')
  })

  test('in generations and inclusion both may stay empty', async () => {
    expect(codes(await joining('UMEI', { role: 'both', offers: [], wants: [] }))).toBe('ok')
  })

  test('the level is asked where no file said it, and needed where the kind pairs by level', async () => {
    expect(codes(await joining('UNEW'))).toEqual([['level_needed', 'level']])
    expect(codes(await joining('UNEW', { level: 99 }))).toEqual([['value_unknown', 'level']])
    expect(codes(await joining('UNEW', { level: 4 }))).toBe('ok')
    const takingTurns = await aProgram(deps, { name: 'Turns', kind: 'reciprocal' })
    await addPeople(deps, [{ person_id: 'UNOLEVEL' }])
    expect(codes(await joining('UNOLEVEL', {}, '', takingTurns))).toBe('ok')
  })

  test('everybody is both where partners take turns, whatever the form said', async () => {
    const turns = await aProgram(deps, { name: 'Turns', kind: 'reciprocal' })
    await joining('UMEI', { role: 'learner' }, '', turns)
    expect(await enrollments()).toMatchObject([{ role: 'both' }])
  })

  test.each<[string, Partial<Filled>, string, string]>([
    ['a skill that is not in the list', { offers: ['<script>'] }, 'value_unknown', 'offers'],
    ['four skills', { wants: ['excel', 'sql', 'hiring', 'leading'] }, 'too_many_skills', 'wants'],
    [
      'three skills and one more in own words',
      { wants: ['excel', 'sql', 'hiring'], wantsOther: 'Bees' },
      'too_many_skills',
      'wants',
    ],
    ['a skill of signs alone', { offersOther: '???' }, 'value_unknown', 'offers_other'],
    ['no partner', { capacity: 0 }, 'value_unknown', 'capacity'],
    ['eleven partners', { capacity: 11 }, 'value_unknown', 'capacity'],
    ['half a partner', { capacity: 1.5 }, 'value_unknown', 'capacity'],
    ['a language nobody offered', { languages: ['xx-nope'] }, 'value_unknown', 'languages'],
    ['half a working day', { hours: { from: 540, to: Number.NaN } }, 'value_unknown', 'hours_to'],
    ['an empty working day', { hours: { from: 540, to: 540 } }, 'value_unknown', 'hours_to'],
    ['a working day the wrong way round', { hours: { from: 1080, to: 540 } }, 'hours_long', 'hours_to'],
    ['oneself as manager', { managerId: 'UMEI' }, 'value_unknown', 'manager'],
    ['a stranger as manager', { managerId: 'U999' }, 'value_unknown', 'manager'],
    ['a line of 151 characters', { bio: 'x'.repeat(151) }, 'too_long', 'bio'],
    ['an answer to a question not asked', { attribute: 'woman' }, 'value_unknown', 'attribute'],
  ])('%s gets an error beside its field and nothing is kept', async (_what, said, code, field) => {
    expect(codes(await joining('UMEI', said))).toEqual([[code, field]])
    expect(await enrollments()).toEqual([])
    expect(await deps.db.selectFrom('skill').selectAll().execute()).toEqual([])
  })

  test('a skill in own words joins the catalog once, and one that exists is used', async () => {
    await joining('UMEI', { offersOther: 'Bee keeping', wantsOther: 'bee-keeping' })
    await joining('ULUIS', { offersOther: 'EXCEL' })
    expect(await deps.db.selectFrom('skill').select(['skill_id', 'source']).execute()).toEqual([
      { skill_id: 'bee-keeping', source: 'person' },
    ])
    expect(await findProfile(deps.db, deps.cipher, WORKSPACE, 'UMEI')).toMatchObject({
      offers: ['bee-keeping'],
      wants: ['bee-keeping'],
    })
    expect(await findProfile(deps.db, deps.cipher, WORKSPACE, 'ULUIS')).toMatchObject({ offers: ['excel'] })
  })

  test('the private list keeps known people and never oneself', async () => {
    await joining('UMEI', { privateList: ['ULUIS', 'UMEI', 'U999'] })
    expect(await privateList(deps.db, WORKSPACE, 'UMEI')).toEqual(['ULUIS'])
  })

  test('what people wrote is unreadable in the database', async () => {
    const asks = await aProgram(deps, {
      name: 'Lab',
      kind: 'cross-group',
      attribute: JSON.stringify({ label: 'I am', options: ['a woman', 'a man'] }),
    })
    await joining('UMEI', { bio: 'canary-bio', attribute: 'a woman' }, '', asks)
    const dump = await deps.db.selectFrom('profile').select('bio').executeTakeFirstOrThrow()
    const row = (await enrollments())[0]
    expect(dump.bio?.toString('latin1')).not.toContain('canary')
    expect(row?.attribute).toBeInstanceOf(Buffer)
    expect(row?.attribute?.toString('latin1')).not.toContain('woman')
  })

  test('SQL in words is words', async () => {
    await joining('UMEI', { bio: "'; drop table person;--", offersOther: "x'; delete from person;--" })
    expect(await findProfile(deps.db, deps.cipher, WORKSPACE, 'UMEI')).toMatchObject({ bio: "'; drop table person;--" })
    expect(await enrollments()).toHaveLength(1)
  })
})

describe('join again', () => {
  const again = (personId: string) =>
    joinAgain(deps, { workspaceId: WORKSPACE, personId, programId }, JANUARY, nextPartner)

  test('comes back with role, partners and profile as they were', async () => {
    await joining('UMEI', { role: 'both', capacity: 3, offers: ['excel'] })
    await markLeft(deps.db, WORKSPACE, programId, 'UMEI', JANUARY)
    expect(await again('UMEI')).toMatchObject({ ok: true })
    expect(await enrollments()).toMatchObject([{ role: 'both', capacity: 3, state: 'active', left_at: null }])
    expect(await findProfile(deps.db, deps.cipher, WORKSPACE, 'UMEI')).toMatchObject({ offers: ['excel'] })
  })

  test('is for who was in before, and twice says "already in"', async () => {
    expect(await again('UMEI')).toMatchObject({ ok: false, refusal: { code: 'message_out_of_date' } })
    await joining('UMEI')
    expect(await again('UMEI')).toMatchObject({ ok: false, refusal: { code: 'already_joined' } })
  })

  test('a private program lets back in who was in it', async () => {
    const secret = await aProgram(deps, { name: 'Pride Circle', is_private: true })
    await joining('UMEI', {}, 'pride circle', secret)
    await markLeft(deps.db, WORKSPACE, secret, 'UMEI', JANUARY)
    const back = await joinAgain(
      deps,
      { workspaceId: WORKSPACE, personId: 'UMEI', programId: secret },
      JANUARY,
      nextPartner,
    )
    expect(back).toMatchObject({ ok: true })
  })
})
