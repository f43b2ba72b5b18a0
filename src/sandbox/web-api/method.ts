import type { World } from '../world.ts'
import type { Args } from './arguments.ts'

/** One method of the Web API. `run` is synchronous: its changes are one line of the journal. */
export interface Method {
  /** the scope it needs; none for views and auth.test */
  readonly scope?: string | ((world: World, args: Args) => string | undefined)
  /** calls with the app-level token instead of the bot's */
  readonly byApp?: true
  /** calls a minute, where nothing finer is counted */
  readonly limit: number
  /** not counted then: the answer to what a person did must not starve behind bulk */
  readonly free?: (world: World, args: Args) => boolean
  /**
   * @returns the fields beside `ok: true`
   * @throws Refused, RateLimited
   */
  run(world: World, args: Args): object
}
