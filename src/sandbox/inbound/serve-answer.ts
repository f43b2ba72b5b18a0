import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson } from '../http/answer.ts'
import { readBody } from '../http/body.ts'
import { isObject } from '../manifest.ts'
import { recordCall } from '../state/ledger.ts'
import type { Json } from '../state/rows.ts'
import { Refused } from '../web-api/refused.ts'
import type { World } from '../world.ts'
import { answer, asArguments } from './answer.ts'
import { ANSWER_USES, findAnswerUrl } from './answer-url.ts'

const MAX_BODY = 2_000_000

/** POST /response/<token>: the app answers through a response_url. In the ledger its method is `response_url`. */
export async function serveAnswer(
  world: World,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now()
  const body = parse((await readBody(request, MAX_BODY)).toString('utf8'))
  const outcome = world.store.change(() => {
    const { status, error, channel } = attempt(world, token, body)
    const args = { ...asArguments(body ?? {}), ...(channel && { channel }) }
    recordCall(world, 'response_url', args, error ? `error:${error}` : 'ok', !error)
    return { status, error }
  })
  sendJson(response, outcome.status, outcome.error ? { ok: false, error: outcome.error } : { ok: true })
  const user = world.store.rows.answer.get(token)?.user ?? null
  const ms = Math.round(performance.now() - started)
  const told = outcome.error ? `error:${outcome.error}` : 'ok'
  world.traffic.add({
    at: world.host.clock.now(),
    direction: 'to-slack',
    what: 'response_url',
    user,
    ms,
    outcome: told,
    body,
  })
}

function attempt(world: World, token: string, body: Json | null): { status: number; error?: string; channel?: string } {
  const url = findAnswerUrl(world, token)
  if (!url) return { status: 404, error: isUsedUp(world, token) ? 'used_url' : 'expired_url' }
  const { channel } = url
  if (!body) return { status: 400, error: 'invalid_payload', channel }
  try {
    answer(world, url, body)
    world.store.put('answer', token, { ...url, uses: url.uses + 1 })
    return { status: 200, channel }
  } catch (problem) {
    if (problem instanceof Refused) return { status: 400, error: problem.code, channel }
    throw problem
  }
}

const isUsedUp = (world: World, token: string): boolean =>
  (world.store.rows.answer.get(token)?.uses ?? 0) >= ANSWER_USES

function parse(text: string): Json | null {
  try {
    const body: unknown = JSON.parse(text)
    return isObject(body) ? body : null
  } catch {
    return null
  }
}
