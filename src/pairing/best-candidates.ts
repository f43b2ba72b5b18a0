import { mix } from './lot.ts'
import { PairList } from './pair-list.ts'
import { RowScan } from './row-scan.ts'
import type { Roster } from './roster.ts'

/** A repeat is listed after everybody else. */
const REPEAT_PENALTY = 2000

/**
 * The `k` best partners of each person, as guide and as learner: a graph small enough to solve. What it loses is found
 * by pricing.ts and put back. Equals are told apart by a hash of the pair, else everybody would list the same people.
 */
export function bestCandidates(r: Roster, k: number): PairList {
  const pairs = new PairList()
  const known = new Set<number>()
  const n = r.people.length
  const scan = new RowScan(r)
  const best = new BestList(k)
  const collect = (person: number, as: 'guide' | 'learner', others: Int32Array) => {
    listBest(r, scan, person, as, others, best)
    for (let i = 0; i < best.size; i++) {
      const other = best.who[i]!
      const [guide, learner] = as === 'guide' ? [person, other] : [other, person]
      const key = r.kind.takesTurns ? Math.min(person, other) * n + Math.max(person, other) : guide * n + learner
      if (known.has(key)) continue
      known.add(key)
      pairs.add(guide, learner, best.score[i]!)
    }
  }
  for (const guide of r.guides) collect(guide, 'guide', r.learners)
  if (!r.kind.takesTurns) for (const learner of r.learners) collect(learner, 'learner', r.guides)
  return pairs
}

function listBest(
  r: Roster,
  scan: RowScan,
  person: number,
  as: 'guide' | 'learner',
  others: Int32Array,
  best: BestList,
) {
  const codes = scan.countSkills(person, as)
  const { bound } = scan
  const past = new Set(r.past[person]!.map(({ partner }) => partner))
  best.clear()
  for (let i = 0; i < others.length; i++) {
    const other = others[i]!
    const code = codes[other]!
    if (bound[code]! + 1 <= best.least) continue
    const score = as === 'guide' ? scan.score(person, other, code) : scan.score(other, person, code)
    if (score < 0) continue
    const low = r.hash[Math.min(person, other)]!
    const tie = (mix(r.seed, low, r.hash[Math.max(person, other)]!) >>> 8) / 2 ** 24
    best.offer(score + tie - (past.has(other) ? REPEAT_PENALTY : 0), other, score)
  }
}

/** The k largest keys seen, in a heap whose first is the least of them. */
class BestList {
  readonly who: Int32Array
  readonly score: Int32Array
  readonly #keys: Float64Array
  size = 0
  /** a key has to exceed it to be listed */
  least = Number.NEGATIVE_INFINITY

  constructor(k: number) {
    this.who = new Int32Array(k)
    this.score = new Int32Array(k)
    this.#keys = new Float64Array(k)
  }

  clear(): void {
    this.size = 0
    this.least = Number.NEGATIVE_INFINITY
  }

  offer(key: number, who: number, score: number): void {
    const k = this.who.length
    if (this.size < k) this.#up(this.size++, key, who, score)
    else if (key > this.least) this.#down(key, who, score)
    if (this.size === k) this.least = this.#keys[0]!
  }

  #up(from: number, key: number, who: number, score: number): void {
    let i = from
    for (; i > 0; i = (i - 1) >> 1) {
      const parent = (i - 1) >> 1
      if (this.#keys[parent]! <= key) break
      this.#move(parent, i)
    }
    this.#put(i, key, who, score)
  }

  #down(key: number, who: number, score: number): void {
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= this.size) break
      if (child + 1 < this.size && this.#keys[child + 1]! < this.#keys[child]!) child++
      if (this.#keys[child]! >= key) break
      this.#move(child, i)
      i = child
    }
    this.#put(i, key, who, score)
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#keys[from]!, this.who[from]!, this.score[from]!)
  }

  #put(i: number, key: number, who: number, score: number): void {
    this.#keys[i] = key
    this.who[i] = who
    this.score[i] = score
  }
}
