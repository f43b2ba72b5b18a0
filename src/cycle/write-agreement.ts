import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Cipher } from '../database/cipher.ts'
import type { Db, Deps } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { localDate } from '../delivery/working-time.ts'
import { findSealedAgreement, saveAgreement, saveConfirmation } from './agreement-store.ts'
import { type Agreed, type Agreement, LONGEST_AGREEMENT } from './agreement.ts'
import { type Asked, findPlaceOfPair } from './find-cycle.ts'
import { partnersOf } from './scene.ts'

type OfPair = Omit<Asked, 'cycleOn'>

/** Writes what a pair agreed; who writes has confirmed it, the others are asked to. */
export async function writeAgreement(
  deps: Deps,
  input: OfPair & { readonly words: string },
  now: Date,
): Promise<Result<Agreed>> {
  const { workspaceId, pairId, personId, words } = input
  if (words === '') return refuse('words_missing', {}, 'words')
  if (words.length > LONGEST_AGREEMENT) {
    return refuse('words_too_long', { most: LONGEST_AGREEMENT, length: words.length }, 'words')
  }
  const result = await deps.db.transaction().execute(async (trx): Promise<Result<Agreed>> => {
    const found = await findPlaceOfPair(trx, input)
    if (!found.ok) return found
    const sealed = deps.cipher.seal(words, agreementField(workspaceId, pairId))
    const version = await saveAgreement(trx, { workspaceId, pairId, words: sealed, writtenBy: personId }, now)
    await saveConfirmation(trx, { workspaceId, pairId, personId, version }, now)
    await enqueue(
      trx,
      partnersOf(found.value.scene, personId).map((partner) => ({
        workspaceId,
        kind: 'agreement',
        subject: `${pairId}:${version}`,
        cycleOn: localDate(now, found.value.scene.program.tz),
        recipient: partner.id,
        dueAt: now,
      })),
      now,
    )
    return done({ ...found.value, agreement: { version, words, writtenBy: personId, confirmedBy: [personId] } })
  })
  if (result.ok) deps.wake('sender')
  return result
}

/** Confirms the version one has read; refuses where somebody changed it since. */
export async function confirmAgreement(
  deps: Deps,
  input: OfPair & { readonly version: number },
  now: Date,
): Promise<Result<Agreed>> {
  const found = await findAgreed(deps.db, deps.cipher, input)
  if (!found.ok) return found
  const { agreement } = found.value
  if (agreement.version !== input.version) return refuse('agreement_changed')
  await saveConfirmation(deps.db, input, now)
  const confirmedBy = [...new Set([...agreement.confirmedBy, input.personId])].toSorted()
  return done({ ...found.value, agreement: { ...agreement, confirmedBy } })
}

/** What that person's pair agreed; refuses strangers, ended pairs, and where nothing is written. */
export async function findAgreed(db: Db, cipher: Cipher, input: OfPair): Promise<Result<Agreed>> {
  const found = await findPlaceOfPair(db, input)
  if (!found.ok) return found
  const agreement = await readAgreement(db, cipher, input.workspaceId, input.pairId)
  return agreement ? done({ ...found.value, agreement }) : refuse('message_out_of_date')
}

/** What a pair agreed, opened. */
export async function readAgreement(
  db: Db,
  cipher: Cipher,
  workspaceId: string,
  pairId: number,
): Promise<Agreement | undefined> {
  const sealed = await findSealedAgreement(db, workspaceId, pairId)
  return sealed && { ...sealed, words: cipher.open(sealed.words, agreementField(workspaceId, pairId)) }
}

const agreementField = (workspaceId: string, pairId: number) => ({
  table: 'agreement',
  row: `${workspaceId}/${pairId}`,
})
