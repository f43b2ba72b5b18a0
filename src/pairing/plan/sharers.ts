import type { Roster } from './roster.ts'
import { MOST_COUNTED } from './shared-skills.ts'

/**
 * Finds those of the other side who share skills with one person, by how many: thirty-two people are counted at once, in
 * the bits of three planes, one for those who share one skill or more, one for two, one for three. Where people take
 * turns the weaker direction counts, so both have to reach as far.
 */
export class Sharers {
  readonly #r: Roster
  readonly #ofLearners: Postings
  readonly #ofGuides: Postings
  readonly #there: Planes
  readonly #back: Planes
  readonly #found: Int32Array

  constructor(r: Roster) {
    const words = (r.people.length >> 5) + 1
    this.#r = r
    this.#ofLearners = postingsOf(r, r.learners, words)
    this.#ofGuides = r.kind.takesTurns ? this.#ofLearners : postingsOf(r, r.guides, words)
    this.#there = planes(words)
    this.#back = r.kind.takesTurns ? planes(words) : this.#there
    this.#found = new Int32Array(r.people.length)
  }

  /** Counts for one person against everybody on the other side. */
  begin(person: number, as: 'guide' | 'learner'): void {
    const { kind, offers, wants } = this.#r
    if (kind.takesTurns || as === 'guide') count(this.#there, offers[person]!, this.#ofLearners.wantedBy)
    if (kind.takesTurns || as === 'learner') count(this.#back, wants[person]!, this.#ofGuides.offeredBy)
  }

  /** Whether skills earn the two anything. */
  shares(other: number): boolean {
    return ((this.#there[1]![other >> 5]! & this.#back[1]![other >> 5]!) >>> (other & 31)) % 2 === 1
  }

  /** Those who share just so many skills, 1 to MOST_COUNTED, the last standing for more as well; used again by the next call. */
  sharing(skills: number): Int32Array {
    const [there, back] = [this.#there[skills]!, this.#back[skills]!]
    const [thereMore, backMore] = [this.#there[skills + 1]!, this.#back[skills + 1]!]
    const found = this.#found
    let size = 0
    for (let word = 0; word < there.length; word++) {
      let left = there[word]! & back[word]! & ~(thereMore[word]! & backMore[word]!)
      while (left !== 0) {
        const bit = 31 - Math.clz32(left & -left)
        found[size++] = 32 * word + bit
        left &= left - 1
      }
    }
    return found.subarray(0, size)
  }
}

/** By number of skills, the people who share as many or more, as bits; none share more than MOST_COUNTED. */
type Planes = readonly Int32Array[]

function planes(words: number): Planes {
  return Array.from({ length: MOST_COUNTED + 2 }, () => new Int32Array(words))
}

function count(into: Planes, skills: Int32Array, postings: readonly Posting[]): void {
  const [one, two, three] = [into[1]!, into[2]!, into[3]!]
  for (const plane of into) plane.fill(0)
  for (const skill of skills) {
    const { people, bits } = postings[skill]!
    if (bits === null) {
      for (const person of people) add(person >> 5, 1 << (person & 31))
    } else for (let word = 0; word < bits.length; word++) add(word, bits[word]!)
  }

  function add(word: number, more: number): void {
    three[word]! |= two[word]! & more
    two[word]! |= one[word]! & more
    one[word]! |= more
  }
}

/** Who lists a skill: as bits where that is shorter than as numbers. */
interface Posting {
  readonly people: Int32Array
  readonly bits: Int32Array | null
}

/** By skill, the people of one side. */
interface Postings {
  readonly offeredBy: readonly Posting[]
  readonly wantedBy: readonly Posting[]
}

function postingsOf(r: Roster, side: Int32Array, words: number): Postings {
  const isThere = new Uint8Array(r.people.length)
  for (const person of side) isThere[person] = 1
  const posting = (all: Int32Array): Posting => {
    const people = all.filter((person) => isThere[person] === 1)
    if (people.length <= words) return { people, bits: null }
    const bits = new Int32Array(words)
    for (const person of people) bits[person >> 5]! |= 1 << (person & 31)
    return { people, bits }
  }
  return { offeredBy: r.offeredBy.map(posting), wantedBy: r.wantedBy.map(posting) }
}
