import type { Group } from './group.ts'
import type { PairValue } from './group-value.ts'
import { type Edge, mostAndBest } from './small-graph.ts'

/** The best division of an odd number of people into pairs and one trio, every trio being tried; null when there is none. */
export function bestWithOneTrio(people: readonly number[], value: PairValue): Group[] | null {
  const n = people.length
  const worth = worthOf(people, value)
  const edges: Edge[] = []
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) if (worth[i]![j]! >= 0) edges.push([i, j, worth[i]![j]!])
  let best: { groups: Group[]; total: number } | null = null
  for (const trio of trios(worth)) {
    const mate = mostAndBest(
      n,
      edges.filter(([i, j]) => !trio.includes(i) && !trio.includes(j)),
    )
    const pairs = Array.from(mate).flatMap((j, i) => (j > i ? [[i, j] as const] : []))
    if (2 * pairs.length + 3 < n) continue
    const groups = [trio, ...pairs]
    const total = groups.reduce((sum, group) => sum + groupWorth(worth, group), 0)
    if (best === null || total > best.total) best = { groups, total }
  }
  return best && best.groups.map((group) => toPeople(people, group))
}

/**
 * The best division of at most 21 people into pairs and trios by looking at all of them: most people placed, then fewest
 * trios, then the highest total. Whoever comes first among those left is placed first, so that each division is looked
 * at once; `value[left]` is the best for a set of people, its bits being their places in the list.
 */
export function bestCover(people: readonly number[], value: PairValue): Group[] {
  const n = people.length
  const worth = worthOf(people, value)
  const perTrio = (Math.max(0, ...worth.flat()) + 1) * 3 * n
  const perPerson = perTrio * n
  const values = new Float64Array(2 ** n)
  const chosen: (Group | null)[] = Array.from({ length: 2 ** n }, () => null)
  for (let left = 1; left < 2 ** n; left++) {
    const i = 31 - Math.clz32(left)
    values[left] = values[left & ~(1 << i)]!
    for (const group of groupsWith(i, left, worth)) {
      const rest = group.reduce((set, member) => set & ~(1 << member), left)
      const own = group.length * perPerson - (group.length === 3 ? perTrio : 0) + groupWorth(worth, group)
      if (own + values[rest]! <= values[left]!) continue
      values[left] = own + values[rest]!
      chosen[left] = group
    }
  }
  const groups: Group[] = []
  for (let left = 2 ** n - 1; left !== 0; ) {
    const group = chosen[left]!
    if (group) groups.push(toPeople(people, group))
    left = group ? group.reduce((set, member) => set & ~(1 << member), left) : left & ~(1 << (31 - Math.clz32(left)))
  }
  return groups
}

type Worth = readonly (readonly number[])[]

function worthOf(people: readonly number[], value: PairValue): Worth {
  return people.map((a) => people.map((b) => (a === b ? -1 : value(a, b))))
}

function groupWorth(worth: Worth, [i, j, k]: Group): number {
  const pair = worth[i]![j]!
  return k === undefined ? pair : pair + worth[i]![k]! + worth[j]![k]!
}

function* trios(worth: Worth): Generator<readonly [number, number, number]> {
  const fits = (i: number, j: number) => worth[i]![j]! >= 0
  for (let i = 0; i < worth.length; i++) {
    for (let j = i + 1; j < worth.length; j++) {
      if (!fits(i, j)) continue
      for (let k = j + 1; k < worth.length; k++) if (fits(i, k) && fits(j, k)) yield [i, j, k]
    }
  }
}

/** All pairs and trios of person i, the last of the set, with others of it. */
function* groupsWith(i: number, left: number, worth: Worth): Generator<Group> {
  const fits = (a: number, b: number) => worth[a]![b]! >= 0
  for (let j = 0; j < i; j++) {
    if (!(left & (1 << j)) || !fits(i, j)) continue
    yield [j, i]
    for (let k = j + 1; k < i; k++) if (left & (1 << k) && fits(i, k) && fits(j, k)) yield [j, k, i]
  }
}

function toPeople(people: readonly number[], [i, j, k]: Group): Group {
  const pair = [people[i]!, people[j]!] as const
  return k === undefined ? pair : [...pair, people[k]!]
}
