/** A growing list of admissible pairs, guide first, with their scores. */
export class PairList {
  guide = new Int32Array(1024)
  learner = new Int32Array(1024)
  score = new Int32Array(1024)
  size = 0

  add(guide: number, learner: number, score: number): void {
    if (this.size === this.guide.length) this.#grow()
    this.guide[this.size] = guide
    this.learner[this.size] = learner
    this.score[this.size++] = score
  }

  #grow(): void {
    this.guide = doubled(this.guide)
    this.learner = doubled(this.learner)
    this.score = doubled(this.score)
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length)
  larger.set(column)
  return larger
}
