import type { Candidate } from '../model.ts'

/** In the table: one of the two has not said which languages. */
export const LANGUAGES_UNKNOWN = 255

/** People by their set of languages, and how many languages each two sets share (at most 2 counts, 254 is the cap). */
export function languageTable(people: readonly Candidate[]) {
  const sets = new Map<string, { number: number; languages: ReadonlySet<string> }>()
  const language = Int32Array.from(people, ({ languages }) => {
    const key = JSON.stringify([...new Set(languages)].sort())
    let known = sets.get(key)
    if (!known) {
      known = { number: sets.size, languages: new Set(languages) }
      sets.set(key, known)
    }
    return known.number
  })
  const all = [...sets.values()]
  const sharedLanguages = new Uint8Array(all.length ** 2)
  for (const a of all) {
    for (const b of all) {
      const unknown = a.languages.size === 0 || b.languages.size === 0
      sharedLanguages[a.number * all.length + b.number] = unknown
        ? LANGUAGES_UNKNOWN
        : Math.min(254, [...a.languages].filter((spoken) => b.languages.has(spoken)).length)
    }
  }
  return { language, languageSets: all.length, sharedLanguages }
}
