import type { Blossoms } from './blossoms.ts'

/**
 * Makes `node` the base of `blossom`: flips the matching inside, at every depth, so that `node` is the one whose mate
 * lies outside. A work list, not recursion: nests grow deep enough to overflow the stack.
 */
export function rebase(blossoms: Blossoms, mate: Int32Array, blossom: number, node: number): void {
  const { n, base, around } = blossoms
  const open: number[] = [blossom, node]
  while (open.length > 0) {
    const target = open.pop()!
    const outer = open.pop()!
    if (outer < n || base[outer] === target) continue
    for (let child = target; child !== outer; child = around[child]!) {
      const parent = around[child]!
      if (base[parent] !== target) turn(blossoms, mate, parent, child, target, open)
    }
  }
}

/** Rotates one blossom until `child` comes first; the other children, two by two, get new bases to be settled. */
function turn(blossoms: Blossoms, mate: Int32Array, b: number, child: number, target: number, open: number[]): void {
  const children = blossoms.children[b]!
  const from = blossoms.joinFrom[b]!
  const to = blossoms.joinTo[b]!
  const size = children.length
  const at = children.indexOf(child)
  // the even way round: matched edges become free ones and the other way about
  const [start, stop] = at % 2 === 1 ? [at + 1, size] : [0, at]
  for (let i = start; i < stop; i += 2) {
    mate[from[i]!] = to[i]!
    mate[to[i]!] = from[i]!
    open.push(children[i]!, from[i]!, children[(i + 1) % size]!, to[i]!)
  }
  if (at > 0) {
    blossoms.children[b] = rotated(children, at)
    blossoms.joinFrom[b] = rotated(from, at)
    blossoms.joinTo[b] = rotated(to, at)
  }
  blossoms.base[b] = target
}

function rotated(list: readonly number[], by: number): number[] {
  return [...list.slice(by), ...list.slice(0, by)]
}
