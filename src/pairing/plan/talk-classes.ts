import { PAIR_RULES } from './pair-rules.ts'
import { talkPoints } from './pair-score.ts'
import type { Roster } from './roster.ts'

/** In a row: these two cannot talk, for want of hours or of a language. */
const CANNOT_TALK = -1
/** Rows kept, so that memory stays bounded where everybody's hours are their own. */
const ROWS_KEPT = 2048

/**
 * People alike in hours and languages are alike in whether they can talk with anybody, and in the points for it: there
 * are a few hundred such classes in a company, so each pair of classes is worked out once.
 */
export interface TalkClasses {
  readonly count: number
  readonly classOf: Int32Array
  /** by class of the other: points for hours and languages, or CANNOT_TALK */
  readonly rowOf: (person: number) => Int16Array
}

export function talkClasses(r: Roster): TalkClasses {
  const numbers = new Map<string, number>()
  const examples: number[] = []
  const classOf = Int32Array.from(r.people, (_, p) => {
    const key = `${r.opens[p]},${r.closes[p]},${r.asyncFirst[p]},${r.language[p]}`
    let number = numbers.get(key)
    if (number === undefined) {
      number = examples.push(p) - 1
      numbers.set(key, number)
    }
    return number
  })
  const rows = new Map<number, Int16Array>()
  const rowOf = (person: number): Int16Array => {
    const kept = rows.get(classOf[person]!)
    if (kept) return kept
    const row = Int16Array.from(examples, (other) => {
      const cannot = PAIR_RULES.language(r, person, other) || PAIR_RULES.hours(r, person, other)
      return cannot ? CANNOT_TALK : talkPoints(r, person, other)
    })
    if (rows.size < ROWS_KEPT) rows.set(classOf[person]!, row)
    return row
  }
  return { count: examples.length, classOf, rowOf }
}
