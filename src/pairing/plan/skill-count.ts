import type { Roster } from './roster.ts'

/** A skill code holds two counts of up to 15: what the guide offers and the learner wants, plus 16 times the way back. */
export const CODES = 256
const THERE = 1
export const BACK = 16
export const MOST_COUNTED = 15

/** Points by skill code, of a table by both counts up to 3 (the way back times 4). */
export function pointsByCode(table: Int16Array): Int16Array {
  return Int16Array.from({ length: CODES }, (_, code) => table[Math.min(3, code % BACK) + 4 * Math.min(3, code >> 4)]!)
}

/**
 * The skills that one person shares with everybody on the other side, through lists of who offers and who wants each: it
 * costs as much as there are shared skills, not as there are people. The way back counts only where people take turns.
 */
export class SkillCount {
  readonly #r: Roster
  readonly #ofLearners: Listed
  readonly #ofGuides: Listed
  /** by person, after `begin` */
  readonly codes: Uint8Array
  /** those whose skills earn points beside the person: wanted there and, where people take turns, back too */
  readonly sharers: Int32Array
  sharing = 0

  constructor(r: Roster) {
    this.#r = r
    this.#ofLearners = listedBy(r, r.learners)
    this.#ofGuides = r.kind.takesTurns ? this.#ofLearners : listedBy(r, r.guides)
    this.codes = new Uint8Array(r.people.length)
    this.sharers = new Int32Array(r.people.length + 1)
  }

  /** Counts for one person against everybody on the other side. */
  begin(person: number, as: 'guide' | 'learner'): void {
    const { offers, wants, kind } = this.#r
    this.codes.fill(0)
    this.sharing = 0
    if (kind.takesTurns) {
      this.#count(offers[person]!, this.#ofLearners.wantedBy, THERE, CODES)
      this.#count(wants[person]!, this.#ofLearners.offeredBy, BACK, THERE)
    } else if (as === 'guide') this.#count(offers[person]!, this.#ofLearners.wantedBy, THERE, 0)
    else this.#count(wants[person]!, this.#ofGuides.offeredBy, THERE, 0)
  }

  /**
   * Nearly every second look here is at somebody new, so the list is written always and mostly over itself: a branch
   * that nobody can predict would cost more.
   * @param least code from which whoever is counted for the first time shares what earns points
   */
  #count(skills: Int32Array, lists: readonly Int32Array[], unit: number, least: number): void {
    const { codes, sharers } = this
    const full = MOST_COUNTED * unit
    let sharing = this.sharing
    for (const skill of skills) {
      for (const person of lists[skill]!) {
        const code = codes[person]!
        if ((code & full) === full) continue
        codes[person] = code + unit
        sharers[sharing] = person
        sharing += code < unit && code >= least ? 1 : 0
      }
    }
    this.sharing = sharing
  }
}

/** By skill, the people of one side in rising order. */
interface Listed {
  readonly offeredBy: readonly Int32Array[]
  readonly wantedBy: readonly Int32Array[]
}

function listedBy(r: Roster, side: Int32Array): Listed {
  const isThere = new Uint8Array(r.people.length)
  for (const person of side) isThere[person] = 1
  const only = (people: Int32Array) => people.filter((person) => isThere[person] === 1)
  return { offeredBy: r.offeredBy.map(only), wantedBy: r.wantedBy.map(only) }
}
