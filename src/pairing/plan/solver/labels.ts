/** Labels of nodes and blossoms in a growing tree. Outer: an even number of steps from the root. */
export const NONE = 0
export const OUTER = 1
export const INNER = 2
/** inside a larger blossom of the same search */
export const SWALLOWED = 3

/** What ends a search, the earliest known so far; x is in the tree. */
export interface SearchEnd {
  /** exhausted: x's dual reaches 0. free: y has no mate. cycle: y is on an odd cycle. meet: y is outer too. */
  kind: 'limit' | 'exhausted' | 'free' | 'cycle' | 'meet'
  time: number
  x: number
  y: number
}

/** Makes a later end earlier. */
export function endAt(end: SearchEnd, kind: SearchEnd['kind'], time: number, x: number, y: number): void {
  end.kind = kind
  end.time = time
  end.x = x
  end.y = y
}
