import type { Db } from '../database/deps.ts'

export interface StoredAgreement {
  readonly version: number
  readonly words: Buffer
  readonly writtenBy: string
  /** who confirmed this version; the writer is one of them */
  readonly confirmedBy: readonly string[]
}

/** What a pair agreed, still sealed; undefined where nothing is written. */
export async function findSealedAgreement(
  db: Db,
  workspaceId: string,
  pairId: number,
): Promise<StoredAgreement | undefined> {
  const rows = await db
    .selectFrom('agreement')
    .leftJoin('agreement_confirmation as confirmation', (join) =>
      join
        .onRef('confirmation.workspace_id', '=', 'agreement.workspace_id')
        .onRef('confirmation.pair_id', '=', 'agreement.pair_id')
        .onRef('confirmation.version', '=', 'agreement.version'),
    )
    .where('agreement.workspace_id', '=', workspaceId)
    .where('agreement.pair_id', '=', pairId)
    .select(['agreement.version', 'agreement.words', 'agreement.written_by', 'confirmation.person_id'])
    .execute()
  const [first] = rows
  return (
    first && {
      version: first.version,
      words: first.words,
      writtenBy: first.written_by,
      confirmedBy: rows.flatMap((row) => (row.person_id === null ? [] : [row.person_id])),
    }
  )
}

/** Writes what was agreed. @returns its version, from 1; each writing is a new one, to be confirmed anew */
export async function saveAgreement(
  db: Db,
  agreement: {
    readonly workspaceId: string
    readonly pairId: number
    readonly words: Buffer
    readonly writtenBy: string
  },
  now: Date,
): Promise<number> {
  const words = { words: agreement.words, written_by: agreement.writtenBy, written_at: now }
  const row = await db
    .insertInto('agreement')
    .values({ workspace_id: agreement.workspaceId, pair_id: agreement.pairId, version: 1, ...words })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'pair_id'])
        .doUpdateSet((eb) => ({ version: eb('agreement.version', '+', 1), ...words })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** Writes that somebody confirmed a version; a later version takes an earlier one's place. */
export async function saveConfirmation(
  db: Db,
  by: { readonly workspaceId: string; readonly pairId: number; readonly personId: string; readonly version: number },
  now: Date,
): Promise<void> {
  await db
    .insertInto('agreement_confirmation')
    .values({
      workspace_id: by.workspaceId,
      pair_id: by.pairId,
      person_id: by.personId,
      version: by.version,
      confirmed_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'pair_id', 'person_id'])
        .doUpdateSet({ version: by.version, confirmed_at: now })
        .where('agreement_confirmation.version', '<', by.version),
    )
    .execute()
}
