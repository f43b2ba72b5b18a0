import { isAdmissible } from './pair-rules.ts'
import { MOST_WITHOUT_SKILLS, pointsWithoutSkills, skillTable } from './pair-score.ts'
import type { Roster } from './roster.ts'

const MOST_COUNTED = 3

/**
 * Looks at everybody beside one person. Skills are counted through lists of who offers and who wants each, one byte for
 * each person, so that most pairs are passed over by a bound without being looked at.
 */
export class RowScan {
  readonly #r: Roster
  readonly #codes: Uint8Array
  readonly #skillPoints: Int16Array
  /** by skill code, the most such a pair can score */
  readonly bound: Int32Array

  constructor(r: Roster) {
    this.#r = r
    this.#codes = new Uint8Array(r.people.length)
    this.#skillPoints = skillTable(r)
    this.bound = Int32Array.from(this.#skillPoints, (points) => points + MOST_WITHOUT_SKILLS)
  }

  /** Counts skills between `person` and everybody: codes as in pair-score.ts, `person` being the guide or the learner. */
  countSkills(person: number, as: 'guide' | 'learner'): Uint8Array {
    const { offers, wants, offeredBy, wantedBy } = this.#r
    const codes = this.#codes.fill(0)
    const [there, back] = as === 'guide' ? [1, 4] : [4, 1]
    for (const skill of offers[person]!) countUp(codes, wantedBy[skill]!, there)
    for (const skill of wants[person]!) countUp(codes, offeredBy[skill]!, back)
    return codes
  }

  /** Score of an admissible pair, -1 of any other. */
  score(guide: number, learner: number, code: number): number {
    if (!isAdmissible(this.#r, guide, learner)) return -1
    return this.#skillPoints[code]! + pointsWithoutSkills(this.#r, guide, learner)
  }
}

/** Adds to a two-bit counter of each listed person, up to 3. */
function countUp(codes: Uint8Array, people: Int32Array, unit: number): void {
  const full = MOST_COUNTED * unit
  for (let i = 0; i < people.length; i++) {
    const person = people[i]!
    if ((codes[person]! & full) !== full) codes[person]! += unit
  }
}
