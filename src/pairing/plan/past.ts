import type { RoundInput } from '../model.ts'

/** A person met before, and the calendar months since, at most OLDEST. */
export interface Past {
  readonly partner: number
  readonly months: number
}

/** Beyond it one past pair is as old as another. */
const OLDEST = 15

/** For each person those who are kept from them: private lists, rematches and pairs that stand. */
export function apartLists(input: RoundInput, numberOf: ReadonlyMap<string, number>): number[][] {
  const apart: number[][] = input.people.map(() => [])
  for (const [first, second] of [...input.never, ...input.taken]) {
    const a = numberOf.get(first)
    const b = numberOf.get(second)
    if (a === undefined || b === undefined || a === b) continue
    apart[a]!.push(b)
    apart[b]!.push(a)
  }
  return apart.map((list) => [...new Set(list)].sort((a, b) => a - b))
}

/**
 * For each person those they were paired with, latest time counting. A pair in which nobody ever pressed We met counts
 * as never paired (product.md section 5); one that a rematch ended stands in `never` instead.
 */
export function pastLists(input: RoundInput, numberOf: ReadonlyMap<string, number>): Past[][] {
  const months = input.people.map(() => new Map<number, number>())
  for (const { a: first, b: second, on, met } of input.past) {
    const a = numberOf.get(first)
    const b = numberOf.get(second)
    if (met === false || a === undefined || b === undefined || a === b) continue
    const age = Math.min(OLDEST, monthsBetween(on, input.on), months[a]!.get(b) ?? OLDEST)
    months[a]!.set(b, age)
    months[b]!.set(a, age)
  }
  return months.map((seen) => [...seen].map(([partner, age]) => ({ partner, months: age })))
}

/** Whole calendar months from one day to a later one, never below 0. */
function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return Math.max(0, (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0))
}
