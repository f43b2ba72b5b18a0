import type { DueRow, RenderDeps } from './delivery.ts'

/** Messages that are claimed, and therefore made, in one transaction. */
export class Together {
  readonly rows: readonly DueRow[]
  readonly #read = new Map<string, Promise<unknown>>()

  constructor(rows: readonly DueRow[]) {
    this.rows = rows
  }

  once<T>(what: string, read: () => Promise<T>): Promise<T> {
    const known = this.#read.get(what)
    if (known) return known as Promise<T> // each `what` is read in one place, by one function
    const fresh = read()
    this.#read.set(what, fresh)
    return fresh
  }
}

/** Reads what is the same for several messages that are made together only once. @param what names it, its room first */
export const once = <T>({ together }: RenderDeps, what: string, read: () => Promise<T>): Promise<T> =>
  together ? together.once(what, read) : read()
