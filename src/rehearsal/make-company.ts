import type { Company, CompanyRequest, SandboxUser } from '../sandbox/host.ts'
import type { CompanySpec } from './companies/spec.ts'
import { SPECS } from './companies/specs.ts'
import { csvCompany } from './csv-company.ts'
import { withJoiners } from './joiners.ts'
import { peopleOf } from './people-of.ts'
import type { CompanyRest, Resident } from './resident.ts'

/**
 * A company from its name and a seed: the same again for the same two.
 * @throws an Error whose message is for the caller: no such company, or a file that cannot be read
 */
export function makeCompany(request: CompanyRequest): Company {
  if (request.name === 'csv') return csvCompany(request)
  const spec = SPECS.find((s) => s.name === request.name)
  if (!spec)
    throw new Error(
      `there is no company "${request.name.slice(0, 40)}"; there are ${[...SPECS.map((s) => s.name), 'csv'].join(', ')}`,
    )
  return invented(spec, request.seed)
}

function invented(spec: CompanySpec, seed: number): Company {
  const people = officials(peopleOf(spec, seed), spec)
  const [lead, first, second, owner] = [people.at(1), people.at(2), people.at(3), people.at(-1)]
  if (!lead || !first || !second || !owner) throw new Error(`${spec.name} is too small`)
  const offices = new Set([lead.id, first.id, second.id, owner.id])
  const { name, kind, curriculum, joinBy, firstMonth, isPrivate, sponsor, attribute } = spec.program
  return companyOf(
    { name: spec.name, title: spec.title, about: spec.about, seed },
    {
      residents: withJoiners(people, spec.program, seed, offices),
      ownerId: owner.id,
      leadId: lead.id,
      contactIds: [first.id, second.id],
      program: {
        name,
        kind,
        curriculum,
        joinBy,
        firstMonth,
        isPrivate: isPrivate ?? false,
        sponsor: sponsor ?? null,
        attribute: attribute ?? null,
      },
    },
  )
}

/** Lead, contacts and owner are people of the company like all others, in its first zone. */
function officials(people: readonly Resident[], spec: CompanySpec): Resident[] {
  const home = spec.sites[0]
  if (!home) throw new Error(`${spec.name} has no site`)
  const office = (person: Resident, title: string, team: string): Resident => ({
    ...person,
    title,
    team,
    level: 3,
    site: home.site,
    tz: home.tz,
  })
  return people.map((person, i) => {
    if (i === 0) return { ...person, site: home.site, tz: home.tz }
    if (i === 1) return office(person, 'Training Associate', 'People')
    if (i === 2) return office(person, 'Ombudsperson', 'People')
    if (i === 3) return office(person, 'Counsel', 'Legal')
    return i === people.length - 1 ? office(person, 'IT Manager', 'IT') : person
  })
}

/** What the sandbox is given. The rest it keeps and hands back untouched. */
export function companyOf(head: Pick<Company, 'name' | 'title' | 'about' | 'seed'>, rest: CompanyRest): Company {
  const lead = rest.residents.find((p) => p.id === rest.leadId)
  return { ...head, tz: lead?.tz ?? 'UTC', rest, users: rest.residents.map((p) => userOf(p, rest)) }
}

const userOf = (person: Resident, rest: CompanyRest): SandboxUser => ({
  id: person.id,
  name: person.name,
  title: person.title,
  tz: person.tz,
  email: person.email,
  is_owner: person.id === rest.ownerId,
  is_lead: person.id === rest.leadId,
  deleted: false,
  level: person.level,
  team: person.team,
  site: person.site,
  manager: person.managerId,
  external_id: person.externalId,
})
