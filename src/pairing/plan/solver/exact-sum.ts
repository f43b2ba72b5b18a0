/**
 * The sum of multiples of one quarter, in quarters and exact: the weights of a graph are, but what its pairs add up to
 * can be more than a double holds.
 * @returns null when a value is no such multiple, or itself too large
 */
export function quarters(values: Iterable<number>): bigint | null {
  let sum = 0n
  let part = 0
  for (const value of values) {
    const own = 4 * value
    if (!Number.isSafeInteger(own)) return null
    // whole numbers below 2^53 are added as doubles as long as that is exact
    const next = part + own
    if (Number.isSafeInteger(next)) part = next
    else {
      sum += BigInt(part)
      part = own
    }
  }
  return sum + BigInt(part)
}
