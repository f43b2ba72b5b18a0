import type { Unpaired } from './model.ts'

/** What the last published round said of those it left without a partner, by person. */
export interface LeftOver {
  /** YYYY-MM-DD in the program's zone */
  readonly on: string
  readonly unpaired: ReadonlyMap<string, Unpaired>
}

/**
 * Why somebody waits; null where no round has looked since they began to.
 * @param since the day from which they wait, null where it is not known; who had a partner after that round has no reason of it
 */
export const reasonOf = (last: LeftOver | undefined, personId: string, since: string | null): Unpaired | null =>
  last === undefined || (since !== null && since > last.on) ? null : (last.unpaired.get(personId) ?? null)
