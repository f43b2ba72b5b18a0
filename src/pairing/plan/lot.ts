/** FNV-1a over UTF-16 code units: the same text gives the same number everywhere. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Well mixed 32 bits of a seed and two numbers. Order of a and b matters. */
export function mix(seed: number, a: number, b: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  h = Math.imul(h ^ a ^ (h >>> 15), 0xc2b2ae35)
  h = Math.imul(h ^ b ^ (h >>> 13), 0x27d4eb2f)
  h = Math.imul(h ^ (h >>> 16), 0x165667b1)
  return (h ^ (h >>> 15)) >>> 0
}

/**
 * Draws an order of people by lot: whoever stands first was drawn first. Depends on the seed and the ids alone, so a
 * later joiner does not change the order of the others.
 */
export function drawOrder(seed: number, ids: readonly string[]): string[] {
  const ticket = new Map(ids.map((id) => [id, mix(seed, hashText(id), 0x10c)]))
  return ids.toSorted((a, b) => ticket.get(a)! - ticket.get(b)! || (a < b ? -1 : 1))
}
