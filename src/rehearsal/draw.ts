/**
 * A number from 0 up to 1 that depends only on what it is asked about: never on what was asked before. So a fault, or
 * somebody acting by hand, changes nobody else's mind.
 */
export function draw(seed: number, ...about: readonly (string | number)[]): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (const char of about.join('\u0001')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d) >>> 0
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b) >>> 0
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** One of a list, by the same rule. */
export function pick<T>(list: readonly T[], seed: number, ...about: readonly (string | number)[]): T {
  const chosen = list[Math.floor(draw(seed, ...about) * list.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

/** One of a list by weight. */
export function weighted<T>(list: readonly (readonly [T, number])[], at: number): T {
  const total = list.reduce((sum, [, weight]) => sum + weight, 0)
  let left = at * total
  for (const [item, weight] of list) {
    left -= weight
    if (left < 0) return item
  }
  const last = list.at(-1)
  if (!last) throw new Error('nothing to pick from')
  return last[0]
}

/** Up to `count` different ones, in drawn order. */
export function several<T>(
  list: readonly T[],
  count: number,
  seed: number,
  ...about: readonly (string | number)[]
): T[] {
  return list
    .map((item, i) => ({ item, at: draw(seed, ...about, i) }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ item }) => item)
}
