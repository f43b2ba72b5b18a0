import type { ServerResponse } from 'node:http'
import { BadCall } from '../http/answer.ts'
import type { World } from '../world.ts'
import type { Fields } from './fields.ts'

export interface Input {
  readonly body: Fields
  readonly query: URLSearchParams
}

/** One call of the control API. It throws BadCall before it begins to answer, or answers. */
export interface Endpoint {
  /** answered 503 while a company is being set up */
  readonly needsCompany?: true
  run(world: World, input: Input, response: ServerResponse): void | Promise<void>
}

/** @throws BadCall for who is not in the company */
export function person(world: World, id: string): string {
  if (!world.store.rows.user.has(id)) throw new BadCall(`Nobody here has the id ${id}.`)
  return id
}

/** Whoever acts by hand is never simulated again in this company. */
export function markByHand(world: World, user: string): void {
  if (!world.store.rows.byHand.has(user)) world.store.put('byHand', user, true)
}
