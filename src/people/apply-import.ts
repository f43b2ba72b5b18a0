import { done, refuse, type Result } from '../copy/refusal.ts'
import { analyze } from '../database/analyze.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { recordAct } from './audit-store.ts'
import type { Gap } from './csv/difference.ts'
import { saveFacts } from './fact-store.ts'
import { readDraft } from './import-step.ts'
import { closeDraft, lockDraft, lockPeople } from './import-store.ts'
import { addSkills } from './skill-store.ts'

/** What was written, and what is still unknown. */
export interface Applied {
  readonly people: number
  readonly facts: number
  readonly withoutLevel: Gap
  readonly withoutManager: Gap
}

/**
 * Writes what the lead has seen, all of it or nothing. Two leads at once come one after the other; who comes second has
 * seen people as they no longer are, and is asked to look again.
 * @param input.fingerprint of the difference that was shown
 */
export async function applyImport(
  deps: Deps,
  input: { readonly workspaceId: string; readonly by: string; readonly importId: number; readonly fingerprint: string },
  now: Date,
): Promise<Result<Applied>> {
  const { workspaceId, by, importId } = input
  const applied = await transaction(deps.db, async (trx): Promise<Result<Applied>> => {
    await lockPeople(trx, workspaceId)
    const draft = await lockDraft(trx, deps.cipher, workspaceId, importId, by)
    if (!draft) return refuse('form_out_of_date')
    const reading = await readDraft(trx, workspaceId, draft)
    if (reading.is !== 'ready' || reading.fingerprint !== input.fingerprint) return refuse('import_out_of_date')
    const { added, changed, updates, withoutLevel, withoutManager } = reading.difference
    await addSkills(trx, workspaceId, reading.newSkills, 'file', now)
    await saveFacts(trx, workspaceId, updates, now)
    await closeDraft(trx, workspaceId, importId, now)
    const written = { people: updates.length, facts: added.length + changed.length }
    const detail = { ...written, withoutLevel: withoutLevel.people, withoutManager: withoutManager.people }
    await recordAct(trx, workspaceId, { actorId: by, verb: 'people.import', subject: '', detail }, now)
    return done({ ...written, withoutLevel, withoutManager })
  })
  if (applied.ok) await analyze(deps.db)
  return applied
}
