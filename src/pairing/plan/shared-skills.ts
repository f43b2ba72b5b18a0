import type { Roster } from './roster.ts'
import { BACK, MOST_COUNTED } from './skill-count.ts'

/**
 * The skill codes of skill-count.ts for one pair at a time: where only a few of a guide's row are looked at, counting for
 * everybody would cost more.
 */
export class SharedSkills {
  readonly #r: Roster
  readonly #offers: Lists
  readonly #wants: Lists
  /** by skill, whether the guide of the row offers it, and wants it */
  readonly #offered: Uint8Array
  readonly #wanted: Uint8Array
  #guide = -1

  constructor(r: Roster) {
    this.#r = r
    this.#offers = joined(r.offers)
    this.#wants = joined(r.wants)
    this.#offered = new Uint8Array(r.offeredBy.length)
    this.#wanted = new Uint8Array(r.offeredBy.length)
  }

  turnTo(guide: number): void {
    if (this.#guide >= 0) this.#mark(this.#guide, 0)
    this.#guide = guide
    this.#mark(guide, 1)
  }

  /** What the guide offers and the learner wants, plus BACK times the way back where people take turns. */
  codeWith(learner: number): number {
    const there = countMarked(this.#wants, learner, this.#offered)
    return this.#r.kind.takesTurns ? there + BACK * countMarked(this.#offers, learner, this.#wanted) : there
  }

  #mark(person: number, as: 0 | 1): void {
    for (const skill of this.#r.offers[person]!) this.#offered[skill] = as
    for (const skill of this.#r.wants[person]!) this.#wanted[skill] = as
  }
}

function countMarked({ first, skills }: Lists, person: number, marks: Uint8Array): number {
  let count = 0
  for (let i = first[person]!; i < first[person + 1]!; i++) count += marks[skills[i]!]!
  return Math.min(MOST_COUNTED, count)
}

/** The lists of all people in one block: those of p are skills[first[p]] to skills[first[p + 1] - 1]. */
interface Lists {
  readonly first: Int32Array
  readonly skills: Int32Array
}

function joined(lists: readonly Int32Array[]): Lists {
  const first = new Int32Array(lists.length + 1)
  for (const [person, { length }] of lists.entries()) first[person + 1] = first[person]! + length
  const skills = new Int32Array(first[lists.length]!)
  for (const [person, list] of lists.entries()) skills.set(list, first[person]!)
  return { first, skills }
}
