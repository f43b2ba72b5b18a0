import type { ProgramPlan } from './companies/plan.ts'
import { draw } from './draw.ts'
import type { Resident } from './resident.ts'

/** Settles who joins when invited: the plan's number at either end of the ladder, drawn, and a share of the middle. */
export function withJoiners(
  people: readonly Resident[],
  plan: ProgramPlan,
  seed: number,
  officials: ReadonlySet<string>,
): Resident[] {
  const drawn = (is: (level: number) => boolean, count: number) =>
    people
      .filter((p) => p.level !== null && is(p.level) && !officials.has(p.id))
      .toSorted((a, b) => draw(seed, a.id, 'joins') - draw(seed, b.id, 'joins'))
      .slice(0, count)
      .map((p) => p.id)
  const joining = new Set([
    ...drawn((level) => level >= plan.seniorFrom, plan.joiners.seniors),
    ...drawn((level) => level <= plan.juniorTo, plan.joiners.juniors),
    ...people
      .filter((p) => p.level !== null && p.level > plan.juniorTo && p.level < plan.seniorFrom)
      .filter((p) => !officials.has(p.id) && draw(seed, p.id, 'joins') < plan.joiners.middleShare)
      .map((p) => p.id),
  ])
  return people.map((p) => ({ ...p, joins: joining.has(p.id) }))
}
