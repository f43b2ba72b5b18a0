import type { CompanySpec, ProgramPlan, TeamPlan } from './companies/spec.ts'
import { NEW_WAYS, OLD_WAYS, PERSPECTIVES } from './companies/teams.ts'
import { draw, pick, several, weighted } from './draw.ts'
import { FIRST_NAMES, LAST_NAMES } from './names.ts'
import type { Resident } from './resident.ts'
import { temperament } from './temperament.ts'

/** What people count themselves among, where a company says nothing else. */
const GROUPS: NonNullable<ProgramPlan['declared']> = [
  ['women', 46],
  ['men', 46],
  [null, 8],
]

/** Everybody of an invented company, in the order of their ids; who joins is settled elsewhere. */
export function peopleOf(spec: CompanySpec, seed: number): Resident[] {
  const width = String(spec.size).length < 2 ? 2 : String(spec.size).length
  const drafts = Array.from({ length: spec.size }, (_, i) =>
    draft(spec, seed, `U${String(i + 1).padStart(width, '0')}`, i),
  )
  return withManagers(drafts, seed)
}

function draft(spec: CompanySpec, seed: number, id: string, index: number): Resident {
  const site = weighted(
    spec.sites.map((s) => [s, s.weight]),
    draw(seed, id, 'site'),
  )
  const team = weighted(
    spec.teams.map((t) => [t, t.weight]),
    draw(seed, id, 'team'),
  )
  // the first person is somebody new, so that the page opens on an employee to whom the program is offered
  const level =
    index === 0
      ? 1
      : weighted(
          spec.levels.map((share, i) => [i + 1, share]),
          draw(seed, id, 'level'),
        )
  const name = nameOf(seed, index)
  const start = 7 * 60 + 30 * Math.floor(draw(seed, id, 'start') * 5)
  return {
    id,
    externalId: null,
    name,
    title: titleOf(team, level, spec.levels.length),
    email: `${name.toLowerCase().replaceAll(/[^a-z]+/gu, '.')}@${spec.name}.example`,
    level,
    team: team.team,
    site: site.site,
    managerId: null,
    startOn: `${2025 - Math.floor(draw(seed, id, 'tenure') ** 2 * 20) - (level > 4 ? 4 : 0)}-0${1 + Math.floor(draw(seed, id, 'month') * 9)}-01`,
    tz: site.tz,
    hours: { from: start, to: start + 9 * 60 },
    languages: draw(seed, id, 'language') < 0.15 ? ['en', pick(['es', 'de', 'fr', 'pl'], seed, id, 'second')] : ['en'],
    ...wishes(seed, id, team, level, spec.levels.length),
    attribute: weighted(spec.program.declared ?? GROUPS, draw(seed, id, 'declares')),
    joins: false,
    ...temperament(seed, id),
  }
}

/** No two people of a company share a whole name until every mixture is used. */
function nameOf(seed: number, index: number): string {
  const [firsts, lasts] = [FIRST_NAMES, LAST_NAMES]
  if (index === 0) return `${firsts[0]} ${lasts[0]}`
  // 11 and 105, 7 and 100 share no divisor: every first name comes up before one comes again
  const first = firsts[(index * 11 + Math.floor(draw(seed, 'first') * firsts.length)) % firsts.length]
  const last =
    lasts[(index * 7 + Math.floor(index / 500) + Math.floor(draw(seed, 'last') * lasts.length)) % lasts.length]
  return `${first} ${last}`
}

/** "Senior Estimator", "Director of Estimating": what a level is called there. */
export function titleOf({ team, role }: Pick<TeamPlan, 'team' | 'role'>, level: number, top: number): string {
  const rung = Math.ceil((level / top) * 8)
  return (
    [
      `Junior ${role}`,
      role,
      `Senior ${role}`,
      `Lead ${role}`,
      `Manager, ${team}`,
      `Director of ${team}`,
      `VP, ${team}`,
      `Chief Officer, ${team}`,
    ][rung - 1] ?? role
  )
}

function wishes(
  seed: number,
  id: string,
  team: TeamPlan,
  level: number,
  top: number,
): { offers: string[]; wants: string[] } {
  const isSenior = level > top / 2
  const [known, wished] = isSenior ? [OLD_WAYS, NEW_WAYS] : [NEW_WAYS, OLD_WAYS]
  const offers = [
    ...several(team.skills, 1, seed, id, 'craft'),
    ...several(known, 1, seed, id, 'known'),
    ...several(PERSPECTIVES, 1, seed, id, 'view'),
  ]
  const wants = several([...wished, ...PERSPECTIVES.slice(0, 3)], 3, seed, id, 'wish').filter(
    (skill) => !offers.includes(skill),
  )
  return { offers, wants }
}

/** Everybody reports to somebody further up: in their own team where there is one, else to the top. */
function withManagers(people: readonly Resident[], seed: number): Resident[] {
  const above = (person: Resident, pool: readonly Resident[]) =>
    pool.filter((p) => (p.level ?? 0) > (person.level ?? 0))
  return people.map((person) => {
    const team = above(
      person,
      people.filter((p) => p.team === person.team),
    )
    const near = Math.min(...team.map((p) => p.level ?? 99))
    const managers = team.length > 0 ? team.filter((p) => p.level === near) : above(person, people)
    return managers.length === 0 ? person : { ...person, managerId: pick(managers, seed, person.id, 'manager').id }
  })
}
