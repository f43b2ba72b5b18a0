import { type Answer, metCounts } from './answers.ts'
import { mayRelease, peopleIn, roundedMean, roundedShare, wilson } from './disclosure.ts'

/** A value that comes from answers, or nothing: fewer than five people stand behind it, or behind what changed. */
type Withheld<T> = T | null

/** What came out at the close of one cycle, over everything since the program began. Rounded here, once and for all. */
export interface Figures {
  /** asks so far, and the share answered, in percent */
  readonly asks: number
  readonly answered: number
  /** people who answered at least once, in percent of those asked */
  readonly reach: number
  readonly pairCycles: number
  /** percent met if every silent pair had not, and if every silent pair had */
  readonly metAtLeast: number
  readonly metAtMost: number
  readonly interval: { readonly low: number; readonly high: number }
  readonly worth: Withheld<Worth>
  readonly worthGuides: Withheld<Worth>
  readonly worthLearners: Withheld<Worth>
  /** people who said that something came of it */
  readonly somethingCame: Withheld<number>
}

export interface Worth {
  /** 1 to 5 */
  readonly mean: number
  /** percent who said 4 or 5 */
  readonly high: number
}

/**
 * The figures of a cycle's close.
 * @param answers every ask whose cycle is over, since the program began
 * @param last when figures came out last; null: never
 * @returns null where fewer than five people answered in all or since then: the cycle is added to the next
 */
export function figuresOf(answers: readonly Answer[], last: Date | null): Figures | null {
  const given = answers.filter((a) => a.answeredAt !== null)
  const isNew = (a: Answer) => last === null || (a.answeredAt !== null && a.answeredAt > last)
  const people = peopleIn(given.map((a) => a.personId))
  if (!mayRelease(people, peopleIn(given.filter(isNew).map((a) => a.personId)))) return null
  const met = metCounts(answers)
  const worth = (of: readonly Answer[]): Worth | null => {
    const rated = of.filter((a) => a.worth !== null)
    if (!mayRelease(peopleIn(rated.map((a) => a.personId)), peopleIn(rated.filter(isNew).map((a) => a.personId))))
      return null
    const values = rated.flatMap((a) => (a.worth === null ? [] : [a.worth]))
    return {
      mean: roundedMean(values) ?? 0,
      high: roundedShare(values.filter((v) => v >= 4).length, values.length) ?? 0,
    }
  }
  const guides = worth(given.filter((a) => a.role === 'guide'))
  const learners = worth(given.filter((a) => a.role === 'learner'))
  const came = given.filter((a) => a.somethingCame)
  const cameFrom = peopleIn(came.map((a) => a.personId))
  return {
    asks: answers.length,
    answered: roundedShare(given.length, answers.length) ?? 0,
    reach: roundedShare(people, peopleIn(answers.map((a) => a.personId))) ?? 0,
    pairCycles: met.due,
    metAtLeast: roundedShare(met.met, met.due) ?? 0,
    metAtMost: roundedShare(met.met + met.silent, met.due) ?? 0,
    interval: { low: wilson(met.met, met.due)?.low ?? 0, high: wilson(met.met + met.silent, met.due)?.high ?? 100 },
    worth: worth(given),
    // one without the other would give the other away by subtraction
    worthGuides: guides && learners ? guides : null,
    worthLearners: guides && learners ? learners : null,
    somethingCame: mayRelease(cameFrom, peopleIn(came.filter(isNew).map((a) => a.personId))) ? cameFrom : null,
  }
}
