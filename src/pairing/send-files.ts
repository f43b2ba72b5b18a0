import { done, type Result } from '../copy/refusal.ts'
import type { SlackFiles } from '../people/slack-files.ts'

/** Puts files into a lead's own conversation, one after another. Stops where Slack says no. @returns how many */
export async function sendFiles(
  files: SlackFiles,
  all: readonly { readonly name: string; readonly bytes: Buffer; readonly comment: string }[],
  to: string,
): Promise<Result<number>> {
  for (const file of all) {
    const sent = await files.upload(file, to)
    if (!sent.ok) return sent
  }
  return done(all.length)
}
