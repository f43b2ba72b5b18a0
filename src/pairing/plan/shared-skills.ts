import type { Roster } from './roster.ts'

/** More skills in common earn no more. */
export const MOST_COUNTED = 3

/** The skills one person shares with others, one at a time, as codes of pair-score.ts. */
export class SharedSkills {
  readonly #takesTurns: boolean
  readonly #r: Roster
  readonly #offers: Lists
  readonly #wants: Lists
  /** by skill, whether the person of the row offers it, and wants it */
  readonly #offered: Uint8Array
  readonly #wanted: Uint8Array
  #person = -1
  #isGuide = true

  constructor(r: Roster) {
    this.#r = r
    this.#takesTurns = r.kind.takesTurns
    this.#offers = joined(r.offers)
    this.#wants = joined(r.wants)
    this.#offered = new Uint8Array(r.offeredBy.length)
    this.#wanted = new Uint8Array(r.offeredBy.length)
  }

  turnTo(person: number, as: 'guide' | 'learner'): void {
    if (this.#person >= 0) this.#mark(this.#person, 0)
    this.#person = person
    this.#isGuide = as === 'guide'
    this.#mark(person, 1)
  }

  /** What the guide offers and the learner wants; where people take turns, plus 4 times the way back. */
  codeWith(other: number): number {
    if (!this.#takesTurns && !this.#isGuide) return countMarked(this.#offers, other, this.#wanted)
    const there = countMarked(this.#wants, other, this.#offered)
    return this.#takesTurns ? there + 4 * countMarked(this.#offers, other, this.#wanted) : there
  }

  #mark(person: number, as: 0 | 1): void {
    for (const skill of this.#r.offers[person]!) this.#offered[skill] = as
    for (const skill of this.#r.wants[person]!) this.#wanted[skill] = as
  }
}

function countMarked({ first, skills }: Lists, person: number, marks: Uint8Array): number {
  const end = first[person + 1]!
  let count = 0
  for (let i = first[person]!; i < end; i++) count += marks[skills[i]!]!
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
