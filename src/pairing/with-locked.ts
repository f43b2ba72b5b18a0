import type { RoundFigures } from './model.ts'
import type { RoundPair } from './round.ts'

/**
 * The figures of a round in which some pairs were kept: those were not solved, so they count on both sides of "paired
 * of at most" and in the scores, and nowhere in what the proof is about.
 * @param solvedFor ids of the people whom the solver placed or left over
 */
export function withLocked(
  figures: RoundFigures,
  locked: readonly RoundPair[],
  { solvedFor, pairs }: { readonly solvedFor: ReadonlySet<string>; readonly pairs: number },
): RoundFigures {
  if (locked.length === 0) return figures
  const more = new Set(locked.flatMap((pair) => pair.members.map((m) => m.id))).difference(solvedFor).size
  const scores = locked.map((pair) => pair.score)
  const total = figures.total + scores.reduce((sum, score) => sum + score, 0)
  return {
    ...figures,
    people: figures.people + more,
    matchable: figures.matchable + more,
    paired: figures.paired + more,
    mostPossible: figures.mostPossible + more,
    total,
    mean: total / (pairs + locked.length),
    worst: Math.min(figures.worst ?? 1000, ...scores),
  }
}
