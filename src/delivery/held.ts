import type { Db } from '../database/deps.ts'
import type { Claimed } from './claim.ts'
import { keep } from './held-store.ts'

/** Who leaves waits longer than this for what is on its way, so whatever is held for longer is looked at once more. */
const SURE_MS = 1_000

/** Claimed messages whose turn has not come, in their order. */
export class Held {
  readonly #db: Db
  readonly #workspaceId: string
  readonly #fence: number
  #items: readonly Claimed[]
  /** real time, as calls to Slack take it */
  #keptAt = performance.now()

  constructor(db: Db, workspaceId: string, fence: number, items: readonly Claimed[]) {
    this.#db = db
    this.#workspaceId = workspaceId
    this.#fence = fence
    this.#items = items
  }

  /** The one whose turn is next. */
  get first(): Claimed | undefined {
    return this.#items[0]
  }

  /** It is on its way, or has gone back. */
  drop(item: Claimed): void {
    this.#items = this.#items.filter((one) => one !== item)
  }

  /** Lets go of what was recalled, where calls to Slack took so long that somebody may have left meanwhile. */
  async keepLong(): Promise<void> {
    if (performance.now() - this.#keptAt > SURE_MS) await this.#keep(false)
  }

  /**
   * Sleeps with all of them set aside: who leaves meanwhile takes theirs back, and it is no longer held after.
   * @throws what the database throws; none of them may be sent then
   */
  async asideWhile(sleep: () => Promise<void>): Promise<void> {
    await this.#keep(true)
    await sleep()
    await this.#keep(false)
  }

  async #keep(aside: boolean): Promise<void> {
    const ids = this.#items.map(({ row }) => row.deliveryId)
    const ours = await keep(this.#db, this.#workspaceId, this.#fence, ids, { aside })
    this.#items = this.#items.filter(({ row }) => ours.has(row.deliveryId))
    this.#keptAt = performance.now()
  }
}
