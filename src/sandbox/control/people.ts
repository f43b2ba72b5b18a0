import { sendJson, sendLate } from '../http/answer.ts'
import { sendEvent } from '../inbound/events.ts'
import { actionTs } from '../people/payload.ts'
import { userObject } from '../web-api/user-object.ts'
import { setSettings } from '../world.ts'
import { person, type Endpoint } from './endpoint.ts'

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
