import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { drawFault, type ArmedFault } from '../faults.ts'
import { readBody } from '../http/body.ts'
import { sendJson } from '../http/answer.ts'
import { recordCall } from '../state/ledger.ts'
import type { World } from '../world.ts'
import { parseArguments } from './arguments.ts'
import { carryOut, type Outcome } from './carry-out.ts'
import { acceptLater } from './late.ts'
import { Refused } from './refused.ts'

const MAX_BODY = 5_000_000

/** Answers one call of the Web API, or fails to, as the armed fault says. */
export async function serveWebApi(
  world: World,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now()
  const body = (await readBody(request, MAX_BODY)).toString('utf8')
  const args = readArguments(body, request.headers['content-type'] ?? '')
  if (args instanceof Refused) return sendJson(response, 200, { ok: false, error: args.code })
  const token = tokenOf(request, args)
  delete args['token']
  const outcome = await meetFault(world, { name, token, args, response })
  world.traffic.add({
    at: world.host.clock.now(),
    direction: 'to-slack',
    what: name,
    user: args['user'] ?? args['user_id'] ?? null,
    ms: Math.round(performance.now() - started),
    outcome,
    body: args,
  })
}

interface Attempt {
  readonly name: string
  readonly token: string | undefined
  readonly args: Readonly<Record<string, string>>
  readonly response: ServerResponse
}

/** @returns what the traffic shows: the outcome or the fault's name */
async function meetFault(world: World, attempt: Attempt): Promise<string> {
  const { name, token, args, response } = attempt
  // The draw and the call it falls on are one line of the journal.
  const { fault, outcome } = world.store.change(() => {
    const drawn = drawFault(world, name)
    return { fault: drawn, outcome: drawn ? null : carryOut(world, name, token, args) }
  })
  if (outcome) send(response, outcome)
  if (!fault) return outcome?.outcome ?? 'ok'
  await FAULTY[fault.fault](world, attempt, fault)
  return fault.fault
}

type Faulty = (world: World, attempt: Attempt, fault: ArmedFault) => void | Promise<void>

const FAULTY: { readonly [name in ArmedFault['fault']]: Faulty } = {
  'drop-before': (world, attempt, fault) => {
    refuse(world, attempt, fault)
    reset(attempt.response)
  },
  'drop-after': (world, { name, token, args, response }, { fault }) => {
    carryOut(world, name, token, args, fault)
    reset(response)
  },
  'status-500': (world, attempt, fault) => {
    refuse(world, attempt, fault)
    serverError(attempt.response)
  },
  'accepted-500': (world, { name, token, args, response }, { fault }) => {
    carryOut(world, name, token, args, fault)
    serverError(response)
  },
  'status-429': (world, attempt, fault) => {
    refuse(world, attempt, fault)
    const headers = { 'retry-after': String(fault.retry_after) }
    sendJson(attempt.response, 429, { ok: false, error: 'ratelimited' }, headers)
  },
  error: (world, attempt, fault) => {
    refuse(world, attempt, fault)
    sendJson(attempt.response, 200, { ok: false, error: fault.code })
  },
  // In flight until carried out: virtual time must not leap over a real delay.
  slow: (world, { name, token, args, response }, { fault, delay_ms }) =>
    world.host.clock.work(`slow ${name}`, async () => {
      await delay(delay_ms)
      const outcome = carryOut(world, name, token, args, fault)
      if (!response.destroyed) send(response, outcome)
    }),
  late: (world, { name, args, response }, { delay_ms }) => {
    acceptLater(world, name, args, world.host.clock.now() + delay_ms)
    reset(response)
  },
}

const refuse = (world: World, { name, args }: Attempt, { fault }: ArmedFault): void =>
  recordCall(world, name, args, fault, false)

const send = (response: ServerResponse, { status, body, headers }: Outcome): void =>
  sendJson(response, status, body, { ...headers })

const reset = (response: ServerResponse): void => {
  response.socket?.resetAndDestroy()
}

const serverError = (response: ServerResponse): void => {
  response.writeHead(500, { 'content-type': 'text/html' })
  response.end('<html><body>Server Error</body></html>')
}

function readArguments(body: string, contentType: string): Record<string, string> | Refused {
  try {
    return parseArguments(body, contentType)
  } catch (problem) {
    if (problem instanceof Refused) return problem
    throw problem
  }
}

function tokenOf(request: IncomingMessage, args: Readonly<Record<string, string>>): string | undefined {
  const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return header ?? args['token']
}
