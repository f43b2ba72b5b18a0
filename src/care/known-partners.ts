import type { Db } from '../database/deps.ts'
import { introducedAmong } from '../pairing/introduced-store.ts'
import type { Pair } from '../pairing/pair.ts'
import type { Program } from '../program/program.ts'
import { pairsIn } from './end-pairs.ts'

export interface KnownPartners {
  /** standing pairs in that program */
  readonly pairs: readonly Pair[]
  /** ids of the partners in those of them whose people have read of each other, each once */
  readonly partners: readonly string[]
  /** whether a pair stands that nobody has introduced yet */
  readonly isUnmet: boolean
}

/** With whom somebody is paired in a program, as far as they and their partners know of it. */
export async function knownPartners(
  db: Db,
  who: { readonly workspaceId: string; readonly program: Pick<Program, 'id'>; readonly personId: string },
): Promise<KnownPartners> {
  const { workspaceId, program, personId } = who
  const pairs = await pairsIn(db, workspaceId, program.id, personId)
  const introduced = await introducedAmong(
    db,
    workspaceId,
    pairs.map((pair) => pair.id),
  )
  const known = pairs.filter((pair) => introduced.has(pair.id))
  const partners = known.flatMap((pair) => pair.members.map((m) => m.personId)).filter((id) => id !== personId)
  return { pairs, partners: [...new Set(partners)], isUnmet: known.length < pairs.length }
}
