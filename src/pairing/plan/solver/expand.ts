import { INNER, NONE, OUTER } from './labels.ts'
import type { Tree } from './tree.ts'

/**
 * The dual of inner blossom b reached 0 at `time`: it is taken apart. The even way through it, from where the tree
 * enters to its base, stays in the tree as inner and outer children in turn; the others leave the tree.
 */
export function expand(tree: Tree, b: number, time: number): void {
  const { blossoms, blossomLabel, hangsFrom, hangsBy } = tree
  const joinFrom = blossoms.joinFrom[b]!
  const joinTo = blossoms.joinTo[b]!
  let entry = hangsBy[b]!
  while (blossoms.around[entry]! !== b) entry = blossoms.around[entry]!
  const children = blossoms.dissolve(b)
  const size = children.length
  for (const child of children) blossomLabel[child] = NONE
  blossomLabel[b] = NONE
  const outer: number[] = []
  const at = children.indexOf(entry)
  tree.hang(entry, INNER, time, hangsFrom[b]!, hangsBy[b]!)
  if (at % 2 === 1) {
    for (let i = at; i < size; i += 2) {
      outer.push(children[i + 1]!)
      tree.hang(children[i + 1]!, OUTER, time, joinFrom[i]!, joinTo[i]!)
      tree.hang(children[(i + 2) % size]!, INNER, time, joinFrom[i + 1]!, joinTo[i + 1]!)
    }
  } else {
    for (let i = at; i > 0; i -= 2) {
      outer.push(children[i - 1]!)
      tree.hang(children[i - 1]!, OUTER, time, joinTo[i - 1]!, joinFrom[i - 1]!)
      tree.hang(children[i - 2]!, INNER, time, joinTo[i - 2]!, joinFrom[i - 2]!)
    }
  }
  relabel(tree, children, outer, time)
}

/** New labels for the nodes that did not stay inner: those that left look back at the tree, the outer ones ahead. */
function relabel(tree: Tree, children: readonly number[], outer: readonly number[], time: number): void {
  const { blossoms, blossomLabel, u, since } = tree
  const left = children.filter((child) => blossomLabel[child] === NONE).flatMap((child) => blossoms.nodesOf(child))
  const turned = outer.flatMap((child) => blossoms.nodesOf(child))
  for (const node of [...left, ...turned]) u[node]! += time - since[node]!
  for (const node of left) tree.label[node] = NONE
  for (const node of turned) tree.setLabel(node, OUTER, time)
  for (const node of left) lookBack(tree, node)
  for (const node of turned) tree.scan(node)
}

function lookBack(tree: Tree, node: number): void {
  const { first, adjacent, lifted } = tree.csr
  let earliest = Number.POSITIVE_INFINITY
  let from = -1
  for (let k = first[node]!; k < first[node + 1]!; k++) {
    const x = adjacent[k]!
    if (tree.label[x] !== OUTER) continue
    const key = tree.since[x]! + tree.u[x]! + tree.u[node]! - lifted[k]!
    if (key >= earliest) continue
    earliest = key
    from = x
  }
  tree.reached[node] = Number.POSITIVE_INFINITY
  if (earliest < tree.end.time) tree.reach(node, from, earliest)
}
