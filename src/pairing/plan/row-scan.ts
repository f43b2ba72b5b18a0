import { LEVELS } from './level-table.ts'
import { PAIR_RULES } from './pair-rules.ts'
import { MOST_FOR_PLACES, MOST_WITHOUT_SKILLS, placePoints, skillTable } from './pair-score.ts'
import type { Roster } from './roster.ts'
import { SharedSkills } from './shared-skills.ts'
import { CODES, pointsByCode, SkillCount } from './skill-count.ts'
import { type TalkClasses, talkClasses } from './talk-classes.ts'

/**
 * Looks at everybody beside one person: `begin`, then `score` of any other. It gives what pair-rules.ts and
 * pair-score.ts give, and does it for millions of pairs. Skills are counted through lists of who offers and who wants
 * each, one byte a person, so that most pairs are passed over by a bound; levels and whether two can talk at all are
 * looked up in a row of a table.
 */
export class RowScan {
  readonly #r: Roster
  readonly #classes: TalkClasses
  readonly #count: SkillCount
  readonly #shared: SharedSkills
  readonly #skillPoints: Int16Array
  readonly #levelRow = new Int16Array(LEVELS)
  #talkRow: Int16Array
  #person = 0
  #isGuide = true
  /** skill code of everybody with the person of the row */
  readonly codes: Uint8Array
  /** by skill code, the most such a pair can score */
  readonly bound: Int32Array

  constructor(r: Roster) {
    this.#r = r
    this.#classes = talkClasses(r)
    this.#talkRow = new Int16Array(this.#classes.count)
    this.#skillPoints = pointsByCode(skillTable(r))
    this.#count = new SkillCount(r)
    this.#shared = new SharedSkills(r)
    this.codes = this.#count.codes
    this.bound = Int32Array.from({ length: CODES }, (_, code) => this.#skillPoints[code]! + MOST_WITHOUT_SKILLS)
  }

  /** The people whose skills earn points beside the person of the row: the first `sharing` of them. */
  get sharers(): Int32Array {
    return this.#count.sharers
  }

  get sharing(): number {
    return this.#count.sharing
  }

  /** Turns to a person. Codes count from the guide's side, whichever of the two roles the person has in this row. */
  begin(person: number, as: 'guide' | 'learner'): void {
    this.#turnTo(person, as)
    this.#count.begin(person, as)
  }

  /** Turns to a guide of whom only few partners will be looked at, by `scoreAlone`: nothing is counted beforehand. */
  beginAlone(guide: number): void {
    this.#turnTo(guide, 'guide')
    this.#shared.turnTo(guide)
  }

  #turnTo(person: number, as: 'guide' | 'learner'): void {
    const { level, levels } = this.#r
    this.#person = person
    this.#isGuide = as === 'guide'
    const own = level[person]!
    for (let other = 0; other < LEVELS; other++) {
      this.#levelRow[other] = levels[this.#isGuide ? own * LEVELS + other : other * LEVELS + own]!
    }
    this.#talkRow = this.#classes.rowOf(person)
  }

  /** Score of the pair with `other`; -1 when a hard rule keeps them apart or the score does not exceed `least`. */
  score(other: number, least: number): number {
    if (!this.#canTalk(other)) return -1
    const known = this.#knownPoints(other, this.codes[other]!)
    if (known + MOST_FOR_PLACES <= least) return -1
    const score = known + placePoints(this.#r, this.#person, other)
    return score <= least || this.#isKeptApart(other) ? -1 : score
  }

  /** Score after `beginAlone`; -1 when a hard rule keeps them apart. */
  scoreAlone(learner: number): number {
    if (!this.#canTalk(learner) || this.#isKeptApart(learner)) return -1
    return this.#knownPoints(learner, this.#shared.codeWith(learner)) + placePoints(this.#r, this.#person, learner)
  }

  #canTalk(other: number): boolean {
    return this.#levelRow[this.#r.level[other]!]! >= 0 && this.#talkRow[this.#classes.classOf[other]!]! >= 0
  }

  #knownPoints(other: number, code: number): number {
    const talkPoints = this.#talkRow[this.#classes.classOf[other]!]!
    return this.#skillPoints[code]! + this.#levelRow[this.#r.level[other]!]! + talkPoints
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
