import { sendJson, sendLate } from '../http/answer.ts'
import { sendEvent } from '../inbound/events.ts'
import { actionTs } from '../people/payload.ts'
import { userObject } from '../web-api/user-object.ts'
import { addIm } from '../state/conversations.ts'
import { companyOf, setSettings, type World } from '../world.ts'
import { BadCall } from '../http/answer.ts'
import type { SandboxUser } from '../host.ts'
import { person, type Endpoint } from './endpoint.ts'
import type { Fields } from './fields.ts'

/** POST /_sandbox/simulate: stays so over a change of company. */
export const postSimulate: Endpoint = {
  run(world, { body }, response) {
    const simulate = body.boolean('on')
    setSettings(world, { simulate })
    sendJson(response, 200, { simulate })
  },
}

/** POST /_sandbox/deactivate: a person leaves the company; their conversations stay, and nobody can write to them. */
export const postDeactivate: Endpoint = {
  needsCompany: true,
  async run(world, { body }, response) {
    const id = person(world, body.string('user'))
    const user = world.store.rows.user.get(id)
    await sendLate(response, async () => {
      if (user && !user.deleted) {
        const gone = { ...user, deleted: true }
        world.store.put('user', id, gone)
        const at = world.host.clock.now()
        const cache_ts = Math.floor(at / 1000)
        await sendEvent(world, { type: 'user_change', user: userObject(world, gone), cache_ts, event_ts: actionTs(at) })
      }
      await world.host.clock.idle()
      return { user: id, deleted: true }
    })
  },
}

/** POST /_sandbox/arrive `{"id", "name", "title"?, "tz"?}`: somebody new joins the company (team_join). */
export const postArrive: Endpoint = {
  needsCompany: true,
  async run(world, { body }, response) {
    const user = newcomer(world, body)
    await sendLate(response, async () => {
      world.store.change(() => {
        world.store.put('user', user.id, user)
        addIm(world, user.id)
      })
      const event_ts = actionTs(world.host.clock.now())
      await sendEvent(world, { type: 'team_join', user: userObject(world, user), event_ts })
      await world.host.clock.idle()
      return { user: user.id }
    })
  },
}

function newcomer(world: World, body: Fields): SandboxUser {
  const id = body.string('id')
  if (!/^[UW][A-Z0-9]{1,20}$/.test(id)) throw new BadCall('"id" must look like U0123.')
  if (world.store.rows.user.has(id)) throw new BadCall(`${id} is here already.`)
  const tz = body.optionalString('tz') ?? companyOf(world).tz
  if (!isZone(tz)) throw new BadCall(`"tz" must be a zone such as Europe/Berlin, not ${tz}.`)
  const shown = { id, name: body.string('name'), title: body.optionalString('title') ?? '', tz }
  const unknown = { level: null, team: null, site: null, manager: null, external_id: null }
  const email = `${id.toLowerCase()}@example.com`
  return { ...shown, ...unknown, email, is_owner: false, is_lead: false, deleted: false }
}

function isZone(tz: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: tz }).format()
    return true
  } catch {
    return false
  }
}
