import type { Method } from './method.ts'
import { TIER } from './rate.ts'

/** A ws:// address that serves once. */
export const connectionsOpen: Method = {
  byApp: true,
  limit: TIER.one,
  run: (world) => ({ url: world.sockets.ticket(world.host.origin()) }),
}
