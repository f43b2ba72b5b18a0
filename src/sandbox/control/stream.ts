import type { ServerResponse } from 'node:http'
import { iso, settingsOf, tellNow, type World } from '../world.ts'
import type { Endpoint } from './endpoint.ts'

/** The page is told at most this often. */
const EVERY_MS = 150
const KEEP_ALIVE_MS = 15_000

/** GET /_sandbox/stream: server-sent events, one at once and one after each change. */
export const getStream: Endpoint = {
  run(world, _input, response) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    const tell = (): void => {
      response.write(`data: ${JSON.stringify(glimpse(world))}\n\n`)
    }
    tell()
    const stop = coalesce(world, tell)
    const keepAlive = setInterval(() => response.write(': \n\n'), KEEP_ALIVE_MS).unref()
    endWith(world, response, () => {
      stop()
      clearInterval(keepAlive)
    })
  },
}

function glimpse(world: World): object {
  const now = tellNow(world)
  const { moving } = world
  return {
    now,
    ledger: world.index.calls.length,
    inbound: world.store.rows.forever.get('inbound') ?? 0,
    moving: moving && { from: iso(moving.from), to: iso(moving.to), now },
    company: world.store.rows.company.get('company')?.name ?? null,
    ready: settingsOf(world).ready,
  }
}

/** Calls `tell` after changes, and steadily while the clock moves, but never too often. */
function coalesce(world: World, tell: () => void): () => void {
  let isDirty = false
  let wasMoving = false
  const forget = world.store.onChange(() => {
    isDirty = true
  })
  const timer = setInterval(() => {
    const isMoving = world.moving !== null
    if (isDirty || isMoving || wasMoving) tell()
    isDirty = false
    wasMoving = isMoving
  }, EVERY_MS).unref()
  return () => {
    forget()
    clearInterval(timer)
  }
}

/** Cleans up when the reader goes or the sandbox stops. */
function endWith(world: World, response: ServerResponse, clean: () => void): void {
  world.streams.add(response)
  response.on('close', () => {
    world.streams.delete(response)
    clean()
  })
}
