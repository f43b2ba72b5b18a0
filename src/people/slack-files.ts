import { type WebClient, WebAPIPlatformError } from '@slack/web-api'
import { done, refuse, type Result } from '../copy/refusal.ts'
import { mayReach } from '../slack/reach.ts'

/** Files people hand in and get; both need an optional scope, and say so where it is missing. */
export interface SlackFiles {
  /** @param uploaderId whose file it must be */
  download(fileId: string, uploaderId: string): Promise<Result<Buffer>>
  /** puts a file into that person's own conversation with the app */
  upload(
    file: { readonly name: string; readonly bytes: Buffer; readonly comment: string },
    personId: string,
  ): Promise<Result<null>>
}

/** Larger files are refused unread: 50,000 people with every column fit. */
const MAX_FILE_BYTES = 8_000_000

const DOWNLOAD_TIMEOUT_MS = 20_000

/** @param client the interactive one; its token reads the file, and only Slack's own address is asked */
export const slackFiles = (client: WebClient): SlackFiles => ({
  download: (fileId, uploaderId) =>
    orScope('files:read', async () => {
      const { file } = await client.files.info({ file: fileId })
      const url = file?.url_private_download ?? file?.url_private
      if (!file || url === undefined || (file.user !== undefined && file.user !== uploaderId)) return unreadable('gone')
      if ((file.size ?? 0) > MAX_FILE_BYTES) return unreadable('large')
      if (!mayReach(url, client.slackApiUrl)) return unreadable('gone')
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${client.token ?? ''}` },
        signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
        redirect: 'error',
      })
      if (!response.ok) return unreadable('gone')
      const bytes = Buffer.from(await response.arrayBuffer())
      return bytes.byteLength > MAX_FILE_BYTES ? unreadable('large') : done(bytes)
    }),
  upload: ({ name, bytes, comment }, personId) =>
    orScope('files:write', async () => {
      const { channel } = await client.conversations.open({ users: personId })
      const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: name, length: bytes.length })
      if (!channel?.id || !upload_url || !file_id || !mayReach(upload_url, client.slackApiUrl)) {
        throw new Error('Slack gave no address for the upload')
      }
      const sent = await fetch(upload_url, {
        method: 'POST',
        body: new Uint8Array(bytes),
        signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
        redirect: 'error',
      })
      if (!sent.ok) throw new Error(`the upload was answered with ${sent.status}`)
      await client.files.completeUploadExternal({
        files: [{ id: file_id, title: name }],
        channel_id: channel.id,
        initial_comment: comment,
      })
      return done(null)
    }),
})

const unreadable = (why: 'gone' | 'large') => refuse('file_unreadable', { why })

/** Slack's "missing_scope" as the sentence that names which one an admin has to grant. */
async function orScope<T>(scope: string, task: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await task()
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error
    if (error.data.error === 'missing_scope') return refuse('scope_missing', { scope })
    if (error.data.error === 'file_not_found' || error.data.error === 'file_deleted') return unreadable('gone')
    throw error
  }
}
