/** Mulberry32: a small seeded generator, so that every bench and test can be run again. Numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws from entries by their shares, which add up to 1. */
export function pickByShare<T>(random: () => number, entries: readonly (readonly [T, number])[]): T {
  let left = random()
  for (const [value, share] of entries) {
    left -= share
    if (left < 0) return value
  }
  return entries.at(-1)![0]
}
