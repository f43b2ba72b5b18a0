import { sendJson } from '../http/answer.ts'
import type { SandboxUser } from '../host.ts'
import { companyOf, settingsOf, teamOf, tellNow, type World } from '../world.ts'
import type { Endpoint } from './endpoint.ts'

/** What the sandbox is now: company, people, clock. */
export function overview(world: World): object {
  const { name, title, about, seed } = companyOf(world)
  const { transport } = world.host
  const { simulate } = settingsOf(world)
  // The owner stands last, whoever joined later.
  const people = [...world.store.rows.user.values()].toSorted((a, b) => Number(a.is_owner) - Number(b.is_owner))
  const users = people.map(shown)
  return {
    company: name,
    title,
    about,
    seed,
    team_id: teamOf(world),
    now: tellNow(world),
    transport,
    simulate,
    users,
  }
}

const shown = ({ id, name, title, tz, level, team, site, manager, is_lead, deleted, external_id }: SandboxUser) => ({
  id,
  name,
  title,
  tz,
  level,
  team,
  site,
  manager,
  is_lead,
  deleted,
  external_id,
})

/** GET /_sandbox */
export const getOverview: Endpoint = {
  needsCompany: true,
  run: (world, _input, response) => sendJson(response, 200, overview(world)),
}
