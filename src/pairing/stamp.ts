import { hashText } from './plan/lot.ts'
import type { RoundPair } from './round.ts'

/**
 * Names a set of proposed pairs: every edit by whichever lead makes another one. The Publish button carries it, so that
 * nobody publishes pairs they have not seen.
 */
export const stampOf = (pairs: readonly Pick<RoundPair, 'id'>[]): string =>
  hashText(
    pairs
      .map(({ id }) => id)
      .toSorted((a, b) => a - b)
      .join(' '),
  ).toString(36)
