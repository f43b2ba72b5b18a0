/** Languages to choose from, by code; what a file or a person named besides is added. */
const COMMON =
  'ar bn cs da de el en es fi fr he hi hu id it ja ko ms nb nl pl pt ro ru sv ta th tl tr uk ur vi zh'.split(' ')

/** Codes to choose from: the common ones and those already named, each once, by name. */
export const languageChoices = (named: readonly string[]): readonly string[] =>
  [...new Set([...COMMON, ...named])].toSorted((a, b) => order.compare(languageName(a), languageName(b))).slice(0, 100)

/** Whether those codes may be chosen, whatever anybody else named. */
export const areCommon = (codes: readonly string[]): boolean => codes.every((code) => COMMON.includes(code))

const order = new Intl.Collator('en')
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
/** looked up once: sorting asks for each name many times, and every form is sorted */
const commonNames = new Map(COMMON.map((code) => [code, names.of(code) ?? code]))

/** `en` -> English; what is no code is its own name. */
export function languageName(code: string): string {
  const common = commonNames.get(code)
  if (common !== undefined) return common
  try {
    return names.of(code) ?? code
  } catch {
    return code // a RangeError: somebody's file says "Klingon" in words
  }
}
