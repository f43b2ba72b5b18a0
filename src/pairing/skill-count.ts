import type { Roster } from './roster.ts'

/** A skill code holds two counts of up to 15: what the guide offers and the learner wants, plus 16 times the way back. */
export const CODES = 256
const THERE = 1
const BACK = 16
const MOST_COUNTED = 15

/** Points by skill code, of a table by both counts up to 3 (the way back times 4). */
export function pointsByCode(table: Int16Array): Int16Array {
  return Int16Array.from({ length: CODES }, (_, code) => table[Math.min(3, code % BACK) + 4 * Math.min(3, code >> 4)]!)
}

/**
 * Lists the people, from place `from` on, whose code is marked. Everybody is written and most are written over: a
 * branch that nobody can predict would cost more.
 * @param into one place longer than the people
 * @returns how many
 */
export function chooseByCode(
  codes: Uint8Array,
  isChosen: Uint8Array,
  people: Int32Array,
  from: number,
  into: Int32Array,
): number {
  let count = 0
  for (let i = from; i < people.length; i++) {
    const person = people[i]!
    into[count] = person
    count += isChosen[codes[person]!]!
  }
  return count
}

/**
 * The skills that one person shares with everybody, through lists of who offers and who wants each: it costs as much as
 * there are shared skills, not as there are people and skills.
 */
export class SkillCount {
  readonly #r: Roster
  /** by person, after `begin` */
  readonly codes: Uint8Array

  constructor(r: Roster) {
    this.#r = r
    this.codes = new Uint8Array(r.people.length)
  }

  /** Counts for one person against everybody numbered `from` and above; the codes of those below mean nothing then. */
  begin(person: number, as: 'guide' | 'learner', from: number): void {
    const { offers, wants, offeredBy, wantedBy } = this.#r
    this.codes.fill(0, from)
    this.#count(offers[person]!, wantedBy, as === 'guide' ? THERE : BACK, from)
    this.#count(wants[person]!, offeredBy, as === 'guide' ? BACK : THERE, from)
  }

  /** Nobody shares more skills than the person lists, so a short list cannot run over. */
  #count(skills: Int32Array, listedBy: readonly Int32Array[], unit: number, from: number): void {
    const countUp = skills.length <= MOST_COUNTED ? countUpShort : countUpLong
    for (const skill of skills) countUp(this.codes, listedBy[skill]!, firstAtLeast(listedBy[skill]!, from), unit)
  }
}

function countUpShort(codes: Uint8Array, people: Int32Array, start: number, unit: number): void {
  for (let i = start; i < people.length; i++) codes[people[i]!]! += unit
}

function countUpLong(codes: Uint8Array, people: Int32Array, start: number, unit: number): void {
  const full = MOST_COUNTED * unit
  for (let i = start; i < people.length; i++) {
    const person = people[i]!
    if ((codes[person]! & full) !== full) codes[person]! += unit
  }
}

/** Where in a rising list the numbers from `least` on begin. */
function firstAtLeast(rising: Int32Array, least: number): number {
  let low = 0
  for (let high = rising.length; low < high; ) {
    const middle = (low + high) >> 1
    if (rising[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
