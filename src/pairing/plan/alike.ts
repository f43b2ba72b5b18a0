import { PAIR_RULES } from './pair-rules.ts'
import type { Roster } from './roster.ts'

/**
 * The people of one side, put together where they are alike in what the level and attribute rules ask: whole groups are
 * passed over for a person whom a rule keeps from all of them.
 */
export class Alike {
  /** group after group, in rising order within each */
  readonly people: Int32Array
  /** group g stands at places starts[g] to starts[g + 1] - 1 */
  readonly #starts: number[]
  readonly #r: Roster
  readonly #as: 'guide' | 'learner'

  /** @param as the role that these people take */
  constructor(r: Roster, as: 'guide' | 'learner') {
    const groups = [...Map.groupBy(as === 'guide' ? r.guides : r.learners, (p) => alikeKey(r, p)).values()]
    this.#r = r
    this.#as = as
    this.people = Int32Array.from(groups.flat())
    this.#starts = [0]
    for (const group of groups) this.#starts.push(this.#starts.at(-1)! + group.length)
  }

  /** Shows those whom no such rule keeps from `person`, range by range. */
  eachRange(person: number, see: (first: number, end: number) => void): void {
    const { people } = this
    for (let g = 0; g + 1 < this.#starts.length; g++) {
      const end = this.#starts[g + 1]!
      const example = people[this.#starts[g]!]!
      const [guide, learner] = this.#as === 'learner' ? [person, example] : [example, person]
      if (!areKeptApart(this.#r, guide, learner)) see(this.#starts[g]!, end)
    }
  }
}

/** What the rules that are turned on ask of a person alone. */
export function alikeKey({ kind, rules, level, attribute }: Roster, p: number): number {
  const ofLevel = kind.levelRule === null ? 0 : level[p]!
  return ofLevel + 128 * (rules.attributeRule === 'none' ? 0 : attribute[p]!)
}

/** Whether the level or attribute rule does, and so does with everybody alike. */
export function areKeptApart(r: Roster, guide: number, learner: number): boolean {
  return PAIR_RULES.level(r, guide, learner) || PAIR_RULES.attribute(r, guide, learner)
}
