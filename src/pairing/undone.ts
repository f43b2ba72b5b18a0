import type { RoundPair } from './round.ts'

/** Why somebody of a proposed pair was not there when it was published; a lead sees the same in the list of people. */
export type Absence = 'left' | 'departed' | 'resting'

/** A proposed pair that was not made, because somebody in it was not there any more. */
export interface Undone {
  readonly gone: readonly { readonly id: string; readonly why: Absence }[]
  /** who is still here; without another partner they wait */
  readonly stay: readonly { readonly id: string; readonly waits: boolean }[]
}

/**
 * Of the pairs that did not hold at publishing, those whose cause a lead may read. Any other stays a number: a rule
 * that nobody may learn of could be behind it.
 */
export const undoneOf = (
  dropped: readonly RoundPair[],
  absences: ReadonlyMap<string, Absence>,
  waiting: ReadonlySet<string>,
): Undone[] =>
  dropped.flatMap(({ members }) => {
    const gone = members.flatMap(({ id }) => {
      const why = absences.get(id)
      return why === undefined ? [] : [{ id, why }]
    })
    const stay = members.filter(({ id }) => !absences.has(id)).map(({ id }) => ({ id, waits: waiting.has(id) }))
    return gone.length === 0 ? [] : [{ gone, stay }]
  })
