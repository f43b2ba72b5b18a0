import { isTrue, required } from './arguments.ts'
import type { Method } from './method.ts'
import { TIER } from './rate.ts'
import { Refused } from './refused.ts'
import { botObjects, userObject } from './user-object.ts'

const MAX_PAGE = 1000

export const usersList: Method = {
  scope: 'users:read',
  limit: TIER.two,
  run: (world, args) => {
    const limit = Number(args['limit'] ?? 0)
    if (!Number.isInteger(limit) || limit < 0 || limit > MAX_PAGE) throw new Refused('invalid_limit')
    // In the company's order; who came later stands at the end.
    const people = [...world.store.rows.user.values()]
    const bots = botObjects(world)
    const total = people.length + bots.length
    if (limit === 0 && total > MAX_PAGE) throw new Refused('limit_required')
    const from = args['cursor'] ? readCursor(args['cursor'], total) : 0
    const to = limit === 0 ? total : Math.min(total, from + limit)
    const withLocale = isTrue(args['include_locale'])
    const page = people.slice(from, to).map((user) => userObject(world, user, withLocale))
    const members = [...page, ...bots.slice(Math.max(0, from - people.length), Math.max(0, to - people.length))]
    const cache_ts = Math.floor(world.host.clock.now() / 1000)
    return { members, cache_ts, response_metadata: { next_cursor: to < total ? writeCursor(to) : '' } }
  },
}

export const usersInfo: Method = {
  scope: 'users:read',
  limit: TIER.four,
  run: (world, args) => {
    const id = required(args, 'user')
    const user = world.store.rows.user.get(id)
    const found = user
      ? userObject(world, user, isTrue(args['include_locale']))
      : botObjects(world).find((bot) => bot['id'] === id)
    if (!found) throw new Refused('user_not_found')
    return { user: found }
  },
}

const writeCursor = (at: number): string => Buffer.from(`user:${at}`).toString('base64')

function readCursor(cursor: string, total: number): number {
  const at = Number(/^user:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1])
  if (!Number.isInteger(at) || at >= total) throw new Refused('invalid_cursor')
  return at
}
