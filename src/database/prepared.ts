import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** A statement that comes again so often is prepared: half the time of a short one is its parsing and planning. */
const TIMES = 3
/** Statements told apart; those whose text grows with their values would else be kept for ever. */
const MOST_COUNTED = 1_000
const MOST_NAMED = 300
/** Statements until tables are looked at again: at first soon, because plans made while they were small do not last. */
const FIRST_LOOK = 512
const LONGEST_BETWEEN = 32_768

/** Which statements are worth preparing, and when the plans of all of them may have become old. */
export class Statements {
  readonly #times = new Map<string, number>()
  readonly #names = new Map<string, string>()
  #left = FIRST_LOOK
  #next = FIRST_LOOK

  /** undefined for a statement that does not come often enough */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || this.#names.size >= MOST_NAMED) return name
    const times = (this.#times.get(text) ?? 0) + 1
    if (times < TIMES) {
      if (this.#times.size >= MOST_COUNTED) this.#times.clear()
      this.#times.set(text, times)
      return undefined
    }
    this.#times.delete(text)
    const fresh = `s${this.#names.size + 1}`
    this.#names.set(text, fresh)
    return fresh
  }

  /** Counts a statement; true when tables may have grown too much for the plans there are. */
  isTimeToLook(): boolean {
    this.#left -= 1
    if (this.#left > 0) return false
    this.#left = this.#next
    this.#next = Math.min(4 * this.#next, LONGEST_BETWEEN)
    return true
  }
}

/**
 * The pool as Kysely uses it, preparing what comes often, and looking now and then at how much there is, as a server
 * does by itself (new figures also make it plan anew). For the embedded database alone: it has one session, nothing
 * stands between that and us, and nobody else changes its tables while it is open.
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const statements = new Statements()
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const before = known.get(client)
      if (before) return before
      const fresh = preparingClient(client, statements)
      known.set(client, fresh)
      return fresh
    },
  }
}

function preparingClient(client: pg.PoolClient, statements: Statements): PostgresPoolClient {
  const query = async (text: string, values: readonly unknown[]) => {
    if (values.length === 0) return client.query(text)
    if (statements.isTimeToLook()) await client.query('analyze')
    return client.query({ name: statements.nameOf(text), text, values: [...values] })
  }
  return {
    // Kysely passes a cursor only where its dialect was given one; ours is not.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  }
}
