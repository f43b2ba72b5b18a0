import { type Compilable, CompiledQuery } from 'kysely'
import type { Db } from './deps.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * A query whose text is the same whatever its values: built and compiled the first time, and never again. For the few
 * that are long and asked at every click, where building took as long as answering (measured).
 * @param build takes each value as it is into the query: whatever it computes from one would be computed once
 */
export function compiled<V extends Values, R>(
  build: (db: Db, values: V) => Compilable<R>,
): (db: Db, values: V) => Promise<R[]> {
  let made: { readonly sql: string; readonly places: readonly (keyof V | { readonly fixed: unknown })[] } | undefined
  const make = (db: Db, names: readonly (keyof V)[]) => {
    const marks = new Map<unknown, keyof V>(names.map((name) => [Symbol(String(name)), name]))
    const marked = Object.fromEntries([...marks].map(([mark, name]) => [name, mark])) as V // a mark in each value's place
    const { sql, parameters } = build(db, marked).compile()
    return { sql, places: parameters.map((value) => marks.get(value) ?? { fixed: value }) }
  }
  return async (db, values) => {
    made ??= make(db, Object.keys(values))
    const parameters = made.places.map((place) => (typeof place === 'object' ? place.fixed : values[place]))
    const { rows } = await db.executeQuery<R>(CompiledQuery.raw(made.sql, parameters))
    return rows
  }
}
