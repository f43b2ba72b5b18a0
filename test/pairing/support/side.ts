import { endOnePair } from '../../../src/care/end-one-pair.ts'
import { done } from '../../../src/copy/refusal.ts'
import type { PairingSide } from '../../../src/pairing/listeners/pairing-side.ts'
import { planRound } from '../../../src/pairing/plan/plan-round.ts'

export interface Uploaded {
  readonly name: string
  readonly text: string
  readonly to: string
}

/** What pairing is handed by main, with files kept in `uploads`. */
export function aSide(): PairingSide & { readonly uploads: Uploaded[] } {
  const uploads: Uploaded[] = []
  return {
    solve: async (input) => planRound(input),
    endPair: endOnePair,
    uploads,
    files: {
      download: () => Promise.reject(new Error('pairing reads no file')),
      upload: async ({ name, bytes }, to) => {
        uploads.push({ name, text: bytes.toString('utf8'), to })
        return done(null)
      },
    },
  }
}
