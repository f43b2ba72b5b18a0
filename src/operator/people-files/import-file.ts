import { refusalText } from '../../copy/copy.ts'
import { en } from '../../copy/en/en.ts'
import { done, type Refusal } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { applyImport } from '../../people/apply-import.ts'
import { continueImport, prepareImport } from '../../people/prepare-import.ts'
import type { SlackDirectory } from '../../people/slack-directory.ts'
import { faultText, remarkText } from '../../people/views/notes.ts'
import { Stop } from './stop.ts'

const words = en.peopleCommand

/** Slack is not asked from the command line, so nobody is found by e-mail. */
const NO_SLACK: SlackDirectory = { listUsers: async () => [] }

export interface FileImport {
  readonly workspaceId: string
  readonly by: string
  readonly bytes: Uint8Array
  readonly levels: readonly string[] | undefined
  readonly isDryRun: boolean
}

/**
 * Imports a list as `/mentor people` does, and says what changed.
 * @throws Stop with every fault of the file; nothing was changed then
 */
export async function importFile(deps: Deps, input: FileImport, now: Date): Promise<readonly string[]> {
  const { workspaceId, by, levels } = input
  const first = await prepareImport(deps, NO_SLACK, { workspaceId, by, fetched: done(input.bytes) }, now)
  if (!first.ok) return stopFor(first.refusal)
  const { importId } = first.value
  const asked = first.value.is === 'unordered' && levels !== undefined
  const step = asked ? await continueImport(deps, NO_SLACK, { workspaceId, by, importId, levelOrder: levels }) : first
  if (!step.ok) return stopFor(step.refusal)
  const { value } = step
  if (value.is === 'faulty') return Stop.because(value.faults.map((fault) => faultText(en, fault)).join('\n'))
  if (value.is === 'unnamed') return Stop.because(words.unnamed(value.headers.join(', ')))
  if (value.is === 'unordered') return Stop.because(words.unordered(value.words.join(',')))
  const { added, changed, unchanged, updates, withoutLevel, withoutManager } = value.difference
  const looked = [
    en.peopleList.previewCounts(added.length, changed.length, unchanged).replaceAll('*', ''),
    ...value.remarks.map((remark) => remarkText(en, remark)),
    en.peopleList.previewUnknown(withoutLevel, withoutManager),
  ]
  if (input.isDryRun) return [...looked, words.dryRun]
  if (updates.length === 0) return [...looked, words.nothing]
  const applied = await applyImport(deps, { workspaceId, by, importId, fingerprint: value.fingerprint }, now)
  if (!applied.ok) return stopFor(applied.refusal)
  return [...looked, en.peopleList.applied(applied.value.people, applied.value.facts)]
}

const stopFor = (refusal: Refusal): never =>
  Stop.because(refusal.code === 'scope_missing' ? words.emails : refusalText(en, refusal))
