import { INNER, OUTER, SWALLOWED } from './labels.ts'
import type { Tree } from './tree.ts'

/** An edge between two outer blossoms became tight at `time`: the odd cycle through it becomes one outer blossom. */
export function shrink(tree: Tree, x: number, y: number, time: number): void {
  const { blossoms, hangsFrom, hangsBy, blossomLabel, blossomSince } = tree
  const start = blossoms.outermost(x)
  if (start === blossoms.outermost(y)) return
  const meeting = meetingPoint(tree, start, blossoms.outermost(y))
  const up = pathTo(tree, start, meeting)
  const down = pathTo(tree, blossoms.outermost(y), meeting)
  const back = up.toReversed()
  const joinFrom = [...back.map((b) => hangsFrom[b]!), x, ...down.map((b) => hangsBy[b]!)]
  const joinTo = [...back.map((b) => hangsBy[b]!), y, ...down.map((b) => hangsFrom[b]!)]
  const children = [meeting, ...back, ...down]
  const turned: number[] = []
  for (const child of children) {
    settle(tree, child, time)
    if (blossomLabel[child] === INNER) turned.push(...blossoms.nodesOf(child))
    blossomLabel[child] = SWALLOWED
  }
  const b = blossoms.create(children, joinFrom, joinTo)
  blossomLabel[b] = OUTER
  blossomSince[b] = time
  hangsFrom[b] = hangsFrom[meeting]!
  hangsBy[b] = hangsBy[meeting]!
  tree.labelledBlossoms.push(b)
  for (const node of turned) {
    tree.u[node]! += time - tree.since[node]!
    tree.setLabel(node, OUTER, time)
  }
  for (const node of turned) tree.scan(node)
}

/** Brings the dual of a labelled blossom up to `time`. */
export function settle(tree: Tree, b: number, time: number): void {
  if (b < tree.blossoms.n) return
  const passed = 2 * (time - tree.blossomSince[b]!)
  tree.blossoms.z[b]! += tree.blossomLabel[b] === OUTER ? passed : -passed
}

/** Lowest outer blossom on both paths to the root. Walks both in step, so it costs no more than the new cycle. */
function meetingPoint(tree: Tree, a: number, b: number): number {
  const onPath = new Set<number>()
  for (let left = a, right = b; ; ) {
    if (left >= 0) {
      if (onPath.has(left)) return left
      onPath.add(left)
      left = grandparent(tree, left)
    }
    if (right >= 0) {
      if (onPath.has(right)) return right
      onPath.add(right)
      right = grandparent(tree, right)
    }
  }
}

function grandparent(tree: Tree, outer: number): number {
  const inner = tree.parentOf(outer)
  return inner < 0 ? -1 : tree.parentOf(inner)
}

/** Blossoms from `b` up to, not including, `meeting`: outer and inner in turn. */
function pathTo(tree: Tree, b: number, meeting: number): number[] {
  const path: number[] = []
  for (let outer = b; outer !== meeting; ) {
    const inner = tree.parentOf(outer)
    path.push(outer, inner)
    outer = tree.parentOf(inner)
  }
  return path
}
