/** Languages to choose from, by code; what a file or a person named besides is added. */
const COMMON =
  'ar bn cs da de el en es fi fr he hi hu id it ja ko ms nb nl pl pt ro ru sv ta th tl tr uk ur vi zh'.split(' ')

/** Codes to choose from: the common ones and those already named, each once, by name. */
export const languageChoices = (named: readonly string[]): readonly string[] =>
  [...new Set([...COMMON, ...named])]
    .toSorted((a, b) => languageName(a).localeCompare(languageName(b), 'en'))
    .slice(0, 100)

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** `en` -> English; what is no code is its own name. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code // a RangeError: somebody's file says "Klingon" in words
  }
}
