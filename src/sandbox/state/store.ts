import { LASTING, TABLES, type Rows, type Table } from './rows.ts'
import { Journal } from './journal.ts'

type Tables = { readonly [T in Table]: Map<string, Rows[T]> }

/** A row put (or, with null, taken away). */
type Op = readonly [table: Table, key: string, row: unknown]

/** What is derived from rows: told of each change, at the start of each row. */
export interface Derived {
  changed<T extends Table>(table: T, key: string, row: Rows[T] | null, before: Rows[T] | undefined): void
  cleared(): void
}

const SNAPSHOT_CHUNK = 200

/**
 * Everything the sandbox keeps: tables of rows in memory and a journal of each change. What happens inside one
 * `change` is one line, written before `change` returns, so an answer sent afterwards is never forgotten.
 */
export class Store {
  readonly rows: Tables
  readonly #journal: Journal
  readonly #derived: Derived
  readonly #now: () => number
  readonly #listeners = new Set<() => void>()
  #ops: Op[] = []
  #depth = 0

  constructor(folder: string, derived: Derived, now: () => number) {
    this.rows = emptyTables()
    this.#derived = derived
    this.#now = now
    this.#journal = new Journal(folder, 'journal')
  }

  /** Reads the journal and writes it anew, shorter. @returns the virtual instant of the last change, null if none */
  load(): number | null {
    let at: number | null = null
    for (const line of this.#journal.read()) {
      // Written by #write and snapshot alone: [instant, ops].
      const [instant, ops] = line as [number, Op[]]
      at = instant
      for (const [table, key, row] of ops) this.#apply(table, key, row as Rows[typeof table] | null)
    }
    if (at !== null) this.#journal.replace(this.#snapshot(at))
    return at
  }

  put<T extends Table>(table: T, key: string, row: Rows[T]): void {
    this.change(() => {
      this.#apply(table, key, row)
      this.#ops.push([table, key, row])
    })
  }

  remove(table: Table, key: string): void {
    if (!this.rows[table].has(key)) return
    this.change(() => {
      this.#apply(table, key, null)
      this.#ops.push([table, key, null])
    })
  }

  /** Runs a synchronous task; all it changes is one line of the journal. What it threw half way is kept as it is in memory. */
  change<T>(task: () => T): T {
    this.#depth += 1
    try {
      return task()
    } finally {
      this.#depth -= 1
      if (this.#depth === 0) this.#write()
    }
  }

  /** The next number of a counter that starts at 1. */
  next(table: 'forever' | 'counter', name: string): number {
    const n = (this.rows[table].get(name) ?? 0) + 1
    this.put(table, name, n)
    return n
  }

  /** A new company: everything goes but what outlives one; `fill` then puts what the company brings. One stroke. */
  replaceAll(at: number, fill: () => void): void {
    this.#depth += 1
    for (const table of TABLES) if (!LASTING.includes(table)) this.rows[table].clear()
    this.#derived.cleared()
    fill()
    this.#depth -= 1
    this.#ops = []
    this.#journal.replace(this.#snapshot(at))
    this.#tell()
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#journal.close()
  }

  #apply<T extends Table>(table: T, key: string, row: Rows[T] | null): void {
    const rows = this.rows[table]
    const before = rows.get(key)
    if (row === null) rows.delete(key)
    else rows.set(key, row)
    this.#derived.changed(table, key, row, before)
  }

  #write(): void {
    if (this.#ops.length === 0) return
    this.#journal.append([this.#now(), this.#ops])
    this.#ops = []
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  *#snapshot(at: number): Generator<[number, Op[]]> {
    for (const table of TABLES) {
      let ops: Op[] = []
      for (const [key, row] of this.rows[table]) {
        ops.push([table, key, row])
        if (ops.length === SNAPSHOT_CHUNK) {
          yield [at, ops]
          ops = []
        }
      }
      if (ops.length > 0) yield [at, ops]
    }
  }
}

function emptyTables(): Tables {
  // Every table gets its own map; fromEntries cannot say which belongs to which key.
  return Object.fromEntries(TABLES.map((table) => [table, new Map()])) as Tables
}
