/** The k largest keys seen, in a heap whose first is the least of them. */
export class BestList {
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

  /** The most that one who is not listed can score, repeats apart; -1 when everybody is. */
  get leftOut(): number {
    return Math.max(-1, Math.floor(this.least))
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
