import type { IncomingMessage, ServerResponse } from 'node:http'
import { serveControl } from './control/serve.ts'
import { BadCall, sendJson } from './http/answer.ts'
import { BodyTooLarge } from './http/body.ts'
import { isLocal } from './http/local.ts'
import { serveAnswer } from './inbound/serve-answer.ts'
import { servePage } from './page-files.ts'
import { serveWebApi } from './web-api/serve.ts'
import { serveDownload, serveUpload } from './web-api/transfer.ts'
import type { World } from './world.ts'

/** where the Web API is, below the sandbox's address */
export const API_PATH = '/api/'

type Serve = (
  world: World,
  rest: string,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => void | Promise<void>

/** HTTP method and beginning of the path -> who answers; `rest` is what follows it. */
const ROUTES: readonly (readonly [method: string, path: string, serve: Serve])[] = [
  ['POST', API_PATH, serveWebApi],
  ['GET', API_PATH, serveWebApi],
  ['POST', '/response/', serveAnswer],
  ['POST', '/upload/', serveUpload],
  [
    'GET',
    '/files/',
    (world, rest, request, response) => serveDownload(world, rest.split('/')[0] ?? '', request, response),
  ],
  [
    '*',
    '/_sandbox',
    (world, rest, request, response, url) => serveControl(world, rest, url.searchParams, request, response),
  ],
  ['GET', '/page/', (_world, _rest, _request, response, url) => servePage(url.pathname, response)],
]

/** @returns false when the request is none of the sandbox's; else it is answered, whatever happens */
export async function route(world: World, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const task = find(request.method ?? '', url)
  if (!task) return false
  if (!isLocal(request)) {
    sendJson(response, 403, { error: 'The sandbox answers only to this machine: localhost, 127.0.0.1 or [::1].' })
    return true
  }
  try {
    await task(world, request, response)
  } catch (problem) {
    explain(response, problem)
  }
  return true
}

function find(method: string, url: URL) {
  const { pathname } = url
  if (pathname === '/' && method === 'GET')
    return (_world: World, _request: IncomingMessage, response: ServerResponse) => servePage('/', response)
  const found = ROUTES.find(([verb, path]) => (verb === '*' || verb === method) && begins(pathname, path))
  if (!found) return null
  const [, path, serve] = found
  return (world: World, request: IncomingMessage, response: ServerResponse) =>
    serve(world, pathname.slice(path.length), request, response, url)
}

const begins = (pathname: string, path: string): boolean =>
  path.endsWith('/') ? pathname.startsWith(path) : pathname === path || pathname.startsWith(`${path}/`)

function explain(response: ServerResponse, problem: unknown): void {
  const status = problem instanceof BadCall ? problem.status : problem instanceof BodyTooLarge ? 413 : 500
  const sentence = problem instanceof Error ? problem.message : String(problem)
  if (response.headersSent) response.destroy()
  else sendJson(response, status, { error: sentence })
}
