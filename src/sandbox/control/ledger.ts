import { sendJson } from '../http/answer.ts'
import { decodeArguments } from '../state/ledger.ts'
import { iso } from '../world.ts'
import type { Endpoint } from './endpoint.ts'
import { instant, queryNumber } from './fields.ts'

/** GET /_sandbox/ledger: what the app asked of Slack, after call number `since`. */
export const getLedger: Endpoint = {
  run(world, { query }, response) {
    const method = query.get('method')
    const calls = world.index.calls
      .slice(queryNumber(query, 'since', 0))
      .filter((call) => method === null || call.method === method)
      .map((call) => ({
        n: call.n,
        at: iso(call.at),
        method: call.method,
        arguments: decodeArguments(call),
        to: call.to,
        outcome: call.outcome,
        accepted: call.accepted,
        key: call.key,
      }))
    sendJson(response, 200, { calls })
  },
}

const TRAFFIC_PAGE = 100

/** GET /_sandbox/traffic: what travelled in both directions, newest last. */
export const getTraffic: Endpoint = {
  run(world, { query }, response) {
    const lines = world.traffic.since(queryNumber(query, 'since', 0), queryNumber(query, 'limit', TRAFFIC_PAGE))
    sendJson(
      response,
      200,
      lines.map((line) => ({ ...line, at: iso(line.at) })),
    )
  },
}

/** GET /_sandbox/moments: the days on which the app posted, for the ribbon of the year. */
export const getMoments: Endpoint = {
  run(world, { query }, response) {
    const from = query.has('from') ? instant(query.get('from') ?? '', 'from') : Number.NEGATIVE_INFINITY
    const to = query.has('to') ? instant(query.get('to') ?? '', 'to') : Number.POSITIVE_INFINITY
    const days = [...world.index.days].filter((day) => Date.parse(day) >= startOfDay(from) && Date.parse(day) <= to)
    sendJson(
      response,
      200,
      days.map((day) => iso(Date.parse(day))),
    )
  },
}

const DAY_MS = 86_400_000
const startOfDay = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS
