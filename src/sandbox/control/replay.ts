import { sendLate } from '../http/answer.ts'
import { sendAgain } from '../inbound/deliver.ts'
import type { Endpoint } from './endpoint.ts'

const MOST = 200

/** POST /_sandbox/replay: sends the app's last requests again, byte for byte, with the signature they had. */
export const postReplay: Endpoint = {
  needsCompany: true,
  async run(world, { body }, response) {
    const last = body.integer('last', 1, MOST)
    const requests = world.requests.last(last)
    await sendLate(response, async () => {
      const replayed = []
      for (const request of requests) {
        const ack = await world.host.clock.work(`replay ${request.n}`, () => sendAgain(world, request))
        replayed.push({ n: request.n, what: request.what, status: ack.status, ms: ack.ms, failure: ack.failure })
      }
      await world.host.clock.idle()
      return { replayed }
    })
  },
}
