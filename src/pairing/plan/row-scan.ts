import { LEVELS } from './level-table.ts'
import { PAIR_RULES } from './pair-rules.ts'
import { MOST_FOR_PLACES, placePoints, skillTable } from './pair-score.ts'
import type { Roster } from './roster.ts'
import { SharedSkills } from './shared-skills.ts'
import { type TalkClasses, talkClasses } from './talk-classes.ts'

/**
 * Looks at others beside one person: `begin`, then `score` of any. It gives what pair-rules.ts and pair-score.ts give, and
 * does it for millions of pairs: levels and whether two can talk at all are looked up in a row of a table.
 */
export class RowScan {
  readonly #r: Roster
  readonly #classes: TalkClasses
  readonly #shared: SharedSkills
  readonly #skillPoints: Int16Array
  readonly #levelRow = new Int16Array(LEVELS)
  #talkRow: Int16Array
  #person = 0
  #isGuide = true

  constructor(r: Roster) {
    this.#r = r
    this.#classes = talkClasses(r)
    this.#talkRow = new Int16Array(this.#classes.count)
    this.#skillPoints = skillTable(r)
    this.#shared = new SharedSkills(r)
  }

  /** Turns to a person in one of the two roles. */
  begin(person: number, as: 'guide' | 'learner'): void {
    const { level, levels } = this.#r
    this.#person = person
    this.#isGuide = as === 'guide'
    const own = level[person]!
    for (let other = 0; other < LEVELS; other++) {
      this.#levelRow[other] = levels[this.#isGuide ? own * LEVELS + other : other * LEVELS + own]!
    }
    this.#talkRow = this.#classes.rowOf(person)
    this.#shared.turnTo(person, as)
  }

  /** Score of the pair with `other`; -1 when a hard rule keeps them apart. */
  score(other: number): number {
    if (this.#pointsWithout(other) < 0 || this.#isKeptApart(other)) return -1
    return this.scoreWith(other, this.#skillPoints[this.#shared.codeWith(other)]!, -1)
  }

  /** The same where the points for skills are known; -1 also when the score does not exceed `least`. */
  scoreWith(other: number, skillPoints: number, least: number): number {
    const without = this.#pointsWithout(other)
    if (without < 0 || without + skillPoints + MOST_FOR_PLACES <= least) return -1
    const score = without + skillPoints + placePoints(this.#r, this.#person, other)
    return score <= least || this.#isKeptApart(other) ? -1 : score
  }

  /** Points for levels, languages and hours; -1 when these keep the two apart. */
  #pointsWithout(other: number): number {
    const levelPoints = this.#levelRow[this.#r.level[other]!]!
    const talkPoints = this.#talkRow[this.#classes.classOf[other]!]!
    return levelPoints < 0 || talkPoints < 0 ? -1 : levelPoints + talkPoints
  }

  #isKeptApart(other: number): boolean {
    const r = this.#r
    const person = this.#person
    if (person === other || PAIR_RULES.team(r, person, other)) return true
    const guide = this.#isGuide ? person : other
    const learner = this.#isGuide ? other : person
    if (PAIR_RULES.attribute(r, guide, learner) || PAIR_RULES.managerLine(r, guide, learner)) return true
    return PAIR_RULES.apart(r, person, other)
  }
}
