import type { Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { recordAct } from './audit-store.ts'
import { writeList } from './csv/write-list.ts'
import { listed } from './fact-store.ts'
import type { SlackFiles } from './slack-files.ts'

/** Sends the list of all members, with everything files said, into the asker's own conversation with the app. */
export async function exportPeople(
  deps: Deps,
  files: SlackFiles,
  input: { readonly workspaceId: string; readonly by: string; readonly name: string; readonly comment: string },
  now: Date,
): Promise<Result<null>> {
  const { workspaceId, by, name, comment } = input
  const people = await listed(deps.db, workspaceId)
  const sent = await files.upload({ name, comment, bytes: writeList(people) }, by)
  if (sent.ok) {
    const detail = { people: people.length }
    await recordAct(deps.db, workspaceId, { actorId: by, verb: 'people.export', subject: '', detail }, now)
  }
  return sent
}
