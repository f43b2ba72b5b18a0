import type { Unlisted } from './best-candidates.ts'
import { alikeKey, areKeptApart } from './alike.ts'
import type { Places } from './places.ts'
import type { QuickStep } from './quick-step.ts'
import type { Roster } from './roster.ts'

/**
 * Finds the pairs outside the list that a quick test does not clear, without looking at most of them. Such a pair scores
 * no more than either of its two people lists, so what it lacks is bounded twice: learners stand in falling order of the
 * most that a pair of theirs could still lack, a row ends where that is no longer more than the guide covers, and the
 * guide's own bound passes over most of the rest.
 */
export class DoubtfulPairs {
  readonly #r: Roster
  readonly #steps: readonly QuickStep[]
  readonly #places: Places
  readonly #unlisted: Unlisted
  readonly #from: number
  readonly #groups: readonly Group[]
  /** the guide in whose row a learner was found last */
  readonly #foundBy: Int32Array
  readonly #found: Int32Array
  #count = 0
  /** by step, what a place of the guide covers of each pair with a group of learners */
  readonly #covered: Float64Array

  /** @param from the first step that is asked */
  constructor(r: Roster, places: Places, steps: readonly QuickStep[], from: number, unlisted: Unlisted) {
    this.#r = r
    this.#steps = steps
    this.#from = from
    this.#places = places
    this.#unlisted = unlisted
    this.#groups = groupsOf(r, places, steps, from, unlisted)
    this.#foundBy = new Int32Array(unlisted.asLearner.length).fill(-1)
    this.#found = new Int32Array(r.learners.length)
    this.#covered = new Float64Array(steps.length)
  }

  /**
   * Looks along the row of a guide.
   * @param after learners numbered up to it are left out
   * @returns the doubtful; the list is used again for the next row
   */
  inRowOf(guide: number, after: number): Int32Array {
    const { firstOf } = this.#places
    const atMost = this.#unlisted.asGuide[guide]!
    this.#count = 0
    for (let x = firstOf[guide]!; atMost >= 0 && x < firstOf[guide + 1]!; x++) {
      for (const group of this.#groups) {
        if (areKeptApart(this.#r, guide, group.example)) continue
        this.#cover(x, group)
        for (let i = this.#from; i < this.#steps.length; i++) this.#collect(i, group.rows[i]!, guide, after, atMost)
      }
    }
    return this.#found.subarray(0, this.#count)
  }

  #cover(x: number, { arounds, shared }: Group): void {
    let shareBefore = false
    for (let i = 0; i < this.#steps.length; i++) {
      const step = this.#steps[i]!
      const share = step.around[x]! >= 0 && step.around[x] === arounds[i]
      const within = share ? Math.min(step.shared[x]!, shared[i]!) : 0
      this.#covered[i] = step.reduced[x]! + within - (shareBefore ? step.prize : 0)
      shareBefore = share
    }
  }

  #collect(i: number, { learner, lack, reduced }: SortedRow, guide: number, after: number, atMost: number): void {
    const foundBy = this.#foundBy
    const covered = this.#covered[i]!
    const enough = this.#steps[i]!.mostByScore[atMost]! - covered
    for (let k = 0; k < lack.length && lack[k]! > covered; k++) {
      if (reduced[k]! >= enough) continue
      const other = learner[k]!
      if (other <= after || foundBy[other] === guide || this.#isLeftAbove(i, other)) continue
      foundBy[other] = guide
      this.#found[this.#count++] = other
    }
  }

  /** Whether a step above covers more than the whole of the pair. */
  #isLeftAbove(i: number, learner: number): boolean {
    const y = this.#places.firstOf[learner]!
    for (let above = 0; above < i; above++) {
      const { reduced, mostByScore } = this.#steps[above]!
      if (this.#covered[above]! + reduced[y]! > mostByScore[0]!) return true
    }
    return false
  }
}

/** Learners who are alike in some rules, and in each step lie in one outermost blossom and share as much there. */
interface Group {
  readonly example: number
  readonly arounds: readonly number[]
  readonly shared: readonly number[]
  readonly rows: readonly SortedRow[]
}

/** In falling order of what a pair of theirs could lack. */
interface SortedRow {
  readonly learner: Int32Array
  readonly lack: Float64Array
  readonly reduced: Float64Array
}

function groupsOf(
  r: Roster,
  { firstOf }: Places,
  steps: readonly QuickStep[],
  from: number,
  { asLearner }: Unlisted,
): Group[] {
  const open = r.learners.filter((learner) => asLearner[learner]! >= 0)
  const keyOf = (learner: number) => {
    const y = firstOf[learner]!
    return [alikeKey(r, learner), ...steps.flatMap(({ around, shared }) => [around[y]!, shared[y]!])].join()
  }
  return [...Map.groupBy(open, keyOf).values()].map((group) => {
    const example = group[0]!
    const y = firstOf[example]!
    return {
      example,
      arounds: steps.map(({ around }) => around[y]!),
      shared: steps.map(({ shared }) => shared[y]!),
      rows: steps.map((step, i) => sortedRow(step, i < from ? [] : group, firstOf, asLearner)),
    }
  })
}

function sortedRow(
  { reduced, mostByScore }: QuickStep,
  group: readonly number[],
  firstOf: Int32Array,
  asLearner: Int32Array,
): SortedRow {
  const lackOf = (learner: number) => mostByScore[asLearner[learner]!]! - reduced[firstOf[learner]!]!
  const learner = Int32Array.from(group).sort((a, b) => lackOf(b) - lackOf(a))
  return {
    learner,
    lack: Float64Array.from(learner, lackOf),
    reduced: Float64Array.from(learner, (person) => reduced[firstOf[person]!]!),
  }
}
