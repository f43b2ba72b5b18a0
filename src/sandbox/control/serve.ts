import type { IncomingMessage, ServerResponse } from 'node:http'
import { BadCall, sendJson } from '../http/answer.ts'
import { readBody } from '../http/body.ts'
import { isObject } from '../manifest.ts'
import { settingsOf, type World } from '../world.ts'
import { ENDPOINTS } from './endpoints.ts'
import { Fields } from './fields.ts'

/** a company's people.csv may be large */
const MAX_BODY = 60_000_000

/** Answers one call of the control API. @param path what follows /_sandbox */
export async function serveControl(
  world: World,
  path: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const methods = Object.hasOwn(ENDPOINTS, path) ? ENDPOINTS[path] : undefined
  if (!methods) throw new BadCall(`There is no /_sandbox${path}.`, 404)
  const endpoint = methods[request.method ?? '']
  if (!endpoint) throw new BadCall(`/_sandbox${path} takes ${Object.keys(methods).join(' or ')}.`, 405)
  const body = request.method === 'POST' ? parse((await readBody(request, MAX_BODY)).toString('utf8')) : {}
  if (endpoint.needsCompany && !settingsOf(world).ready)
    return sendJson(response, 503, { error: waiting(world) }, { 'retry-after': '1' })
  await endpoint.run(world, { body: new Fields(body), query }, response)
}

const waiting = (world: World): string =>
  world.failure === null ? 'The company is being set up.' : `The company could not be set up: ${world.failure}`

function parse(text: string): Record<string, unknown> {
  if (text.trim() === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (isObject(body)) return body
  } catch {
    throw new BadCall('The body is no JSON.')
  }
  throw new BadCall('The body must be a JSON object.')
}
