import { recordCall } from '../state/ledger.ts'
import { scopesOf, type World } from '../world.ts'
import type { Args } from './arguments.ts'
import type { Method } from './method.ts'
import { METHODS } from './methods.ts'
import { RateLimited, Refused } from './refused.ts'

/** What goes back to the app. */
export interface Outcome {
  /** `ok` or `error:<code>` */
  readonly outcome: string
  readonly accepted: boolean
  readonly status: number
  readonly body: object
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Runs one call as Slack would and writes it into the ledger, both in one line of the journal.
 * @param fault the fault's name, where one hides the true outcome from the app
 */
export function carryOut(world: World, name: string, token: string | undefined, args: Args, fault?: string): Outcome {
  return world.store.change(() => {
    const outcome = attempt(world, name, token, args)
    if (isTold(name)) recordCall(world, name, args, fault ?? outcome.outcome, outcome.accepted)
    return outcome
  })
}

/** Connections are plumbing, not something the app said to anybody. */
const isTold = (name: string): boolean => name !== 'apps.connections.open'

function attempt(world: World, name: string, token: string | undefined, args: Args): Outcome {
  const method = METHODS.get(name)
  try {
    if (!method) throw new Refused('unknown_method', { req_method: name })
    checkToken(world, method, token)
    checkScope(world, method, args)
    if (!method.free?.(world, args)) world.rates.count(name, method.limit, world.host.clock.now())
    const fields = method.run(world, args)
    return {
      outcome: 'ok',
      accepted: true,
      status: 200,
      body: { ok: true, ...fields },
      headers: scopeHeaders(world, method, args),
    }
  } catch (problem) {
    return failure(problem)
  }
}

function failure(problem: unknown): Outcome {
  if (problem instanceof RateLimited) {
    const body = { ok: false, error: 'ratelimited' }
    const headers = { 'retry-after': String(problem.seconds) }
    return { outcome: 'error:ratelimited', accepted: false, status: 429, body, headers }
  }
  if (!(problem instanceof Refused)) throw problem
  const body = { ok: false, error: problem.code, ...problem.more }
  return { outcome: `error:${problem.code}`, accepted: false, status: 200, body, headers: {} }
}

function checkToken(world: World, method: Method, token: string | undefined): void {
  const { bot, app } = world.host.tokens
  if (token === undefined) throw new Refused('not_authed')
  if (token !== bot && token !== app) throw new Refused('invalid_auth')
  if (token !== (method.byApp ? app : bot)) throw new Refused('not_allowed_token_type')
  if (!method.byApp && world.isUninstalled) throw new Refused('account_inactive')
}

function checkScope(world: World, method: Method, args: Args): void {
  const needed = neededScope(world, method, args)
  const provided = scopesOf(world)
  if (needed === undefined || provided.includes(needed)) return
  throw new Refused('missing_scope', { needed, provided: provided.join(',') })
}

const neededScope = (world: World, method: Method, args: Args): string | undefined =>
  typeof method.scope === 'function' ? method.scope(world, args) : method.scope

function scopeHeaders(world: World, method: Method, args: Args): Record<string, string> {
  const needed = neededScope(world, method, args)
  return {
    'x-oauth-scopes': scopesOf(world).join(','),
    ...(needed !== undefined && { 'x-accepted-oauth-scopes': needed }),
  }
}
