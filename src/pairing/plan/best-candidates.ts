import { Alike } from './alike.ts'
import { BestList } from './best-list.ts'
import { mix } from './lot.ts'
import { MOST_WITHOUT_SKILLS, skillTable } from './pair-score.ts'
import { PairList } from './pair-list.ts'
import { RowScan } from './row-scan.ts'
import type { Roster } from './roster.ts'
import { MOST_COUNTED } from './shared-skills.ts'
import { Sharers } from './sharers.ts'

/** A repeat is listed after everybody else. */
const REPEAT_PENALTY = 2000

/**
 * By person, the most that a partner outside their list can score; -1 where nobody else may be paired with them.
 * Repeats are apart: they may score more and not be listed.
 */
export interface Unlisted {
  readonly asGuide: Int32Array
  readonly asLearner: Int32Array
}

export interface Candidates {
  readonly pairs: PairList
  readonly unlisted: Unlisted
}

/**
 * The `k` best partners of each person, as guide and as learner: a graph small enough to solve. What it loses is found
 * by pricing.ts and put back. Equals are told apart by a hash of the pair, else everybody would list the same people.
 */
export function bestCandidates(r: Roster, k: number, scan = new RowScan(r)): Candidates {
  const pairs = new PairList()
  const row = new CandidateRow(r, scan, k)
  const listed = new Listed(r.people.length, k)
  const learners = new Alike(r, 'learner')
  const asGuide = new Int32Array(r.people.length).fill(-1)
  for (const guide of r.guides) {
    const best = row.list(guide, 'guide', learners)
    listed.keep(guide, best)
    asGuide[guide] = best.leftOut
    for (let i = 0; i < best.size; i++) {
      const other = best.who[i]!
      // where both take turns a pair may have been listed from the other side
      if (r.kind.takesTurns && listed.has(other, guide)) continue
      pairs.add(guide, other, best.score[i]!)
    }
  }
  if (r.kind.takesTurns) return { pairs, unlisted: { asGuide, asLearner: asGuide } }
  const guides = new Alike(r, 'guide')
  const asLearner = new Int32Array(r.people.length).fill(-1)
  for (const learner of r.learners) {
    const best = row.list(learner, 'learner', guides)
    asLearner[learner] = best.leftOut
    for (let i = 0; i < best.size; i++) {
      const guide = best.who[i]!
      if (!listed.has(guide, learner)) pairs.add(guide, learner, best.score[i]!)
    }
  }
  return { pairs, unlisted: { asGuide, asLearner } }
}

/** Whom each person listed, in one block: a list of its own for each would be felt in a large round. */
class Listed {
  readonly #k: number
  readonly #who: Int32Array

  constructor(people: number, k: number) {
    this.#k = k
    this.#who = new Int32Array(people * k).fill(-1)
  }

  keep(person: number, { who, size }: BestList): void {
    this.#who.set(who.subarray(0, size), person * this.#k)
  }

  has(person: number, other: number): boolean {
    const end = (person + 1) * this.#k
    for (let i = person * this.#k; i < end; i++) if (this.#who[i] === other) return true
    return false
  }
}

class CandidateRow {
  readonly #r: Roster
  readonly #scan: RowScan
  readonly #sharers: Sharers
  /** points by number of skills shared */
  readonly #points: readonly number[]
  readonly #best: BestList

  constructor(r: Roster, scan: RowScan, k: number) {
    this.#r = r
    this.#scan = scan
    this.#sharers = new Sharers(r)
    const table = skillTable(r)
    this.#points = Array.from({ length: MOST_COUNTED + 1 }, (_, shared) => table[shared + 4 * shared]!)
    this.#best = new BestList(k)
  }

  /** The best partners of one person; the list is used again for the next. */
  list(person: number, as: 'guide' | 'learner', others: Alike): BestList {
    const sharers = this.#sharers
    const partners = new Set(this.#r.past[person]!.map(({ partner }) => partner))
    this.#scan.begin(person, as)
    sharers.begin(person, as)
    this.#best.clear()
    // whoever shares more comes first: often all of the others come after those
    for (let shared = MOST_COUNTED; shared > 0 && this.#mayEnter(shared); shared--) {
      for (const other of sharers.sharing(shared)) this.#offer(person, partners, other, shared)
    }
    if (!this.#mayEnter(0)) return this.#best
    others.eachRange(person, (first, end) => {
      for (let i = first; i < end; i++) {
        const other = others.people[i]!
        if (!sharers.shares(other)) this.#offer(person, partners, other, 0)
      }
    })
    return this.#best
  }

  /** Whether one who shares so many skills may still be listed; a tie adds less than one point. */
  #mayEnter(shared: number): boolean {
    return this.#points[shared]! + MOST_WITHOUT_SKILLS + 1 > this.#best.least
  }

  #offer(person: number, partners: ReadonlySet<number>, other: number, shared: number): void {
    const { seed, hash } = this.#r
    const best = this.#best
    const score = this.#scan.scoreWith(other, this.#points[shared]!, best.least - 1)
    if (score < 0) return
    const tie = mix(seed, hash[Math.min(person, other)]!, hash[Math.max(person, other)]!) / 2 ** 32
    best.offer(score + tie - (partners.has(other) ? REPEAT_PENALTY : 0), other, score)
  }
}
