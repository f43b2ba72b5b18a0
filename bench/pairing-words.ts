import { type KindId, KINDS } from '../src/program/kinds.ts'

export const USAGE = [
  `Use: npm run bench -- [${Object.keys(KINDS).join(' | ')}] [100 1000 ...] [no-package], or: adversarial`,
  'Without a size all five of the table, from 100 to 50,000 people: ten minutes. no-package leaves out edmonds-blossom.',
  '',
].join('\n')

/** What is to be measured. */
export interface Wanted {
  readonly kinds: readonly KindId[]
  readonly sizes: readonly number[]
  readonly onlyAdversarial: boolean
  readonly withPackage: boolean
}

/** @returns the first word that says nothing, where there is one */
export function readWords(words: readonly string[]): Wanted | { readonly strange: string } {
  const kinds = words.filter((word): word is KindId => word in KINDS)
  const sizes = words.map(Number).filter((n) => Number.isSafeInteger(n) && n > 0)
  const known: readonly string[] = [...kinds, ...sizes.map(String), 'adversarial', 'no-package']
  const strange = words.find((word) => !known.includes(word))
  if (strange !== undefined) return { strange }
  return {
    kinds: kinds.length > 0 ? kinds : ['reciprocal'],
    sizes,
    onlyAdversarial: words.includes('adversarial'),
    withPackage: !words.includes('no-package'),
  }
}
