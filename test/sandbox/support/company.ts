import type { Company, CompanyRequest, Rehearsal, SandboxUser } from '../../../src/sandbox/host.ts'

const aUser = (id: string, name: string, more: Partial<SandboxUser> = {}): SandboxUser => ({
  id,
  name,
  title: 'Estimator',
  tz: 'America/Detroit',
  email: `${id.toLowerCase()}@example.com`,
  is_owner: false,
  is_lead: false,
  deleted: false,
  level: 3,
  team: 'Estimating',
  site: 'Detroit',
  manager: null,
  external_id: null,
  ...more,
})

const PEOPLE: readonly SandboxUser[] = [
  aUser('U01', 'Ana Ruiz'),
  aUser('U02', 'Bo Lind', { tz: 'Europe/Berlin' }),
  aUser('U03', 'Cy Okoro'),
  aUser('U08', 'Dana Kim', { is_lead: true }),
  aUser('U09', 'Eva Stone', { is_owner: true }),
]

/** Invented people and companies of a test; every step can be replaced. */
export function aRehearsal(more: Partial<Rehearsal> = {}): Rehearsal {
  return {
    companies: [{ name: 'sachse-2016', title: 'Sachse', about: 'Invented.', size: PEOPLE.length }],
    make: aCompany,
    setUp: async () => undefined,
    play: () => undefined,
    ...more,
  }
}

function aCompany(request: CompanyRequest): Company {
  if (request.name === 'nowhere') throw new Error('There is no company nowhere.')
  return {
    name: request.name,
    title: 'Sachse',
    about: 'Invented.',
    seed: request.seed,
    tz: 'America/Detroit',
    users: PEOPLE,
    rest: { csv: request.csv ?? null },
  }
}
