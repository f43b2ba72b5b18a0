import { parseBlocks } from '../state/messages.ts'
import type { Json, StoredMessage } from '../state/rows.ts'
import { APP_ID, BOT_ID, BOT_USER, teamOf, type World } from '../world.ts'
import { fileObject } from './file-object.ts'

/** A message as Slack's history and payloads show it. Without `withMetadata` only the kind of its metadata is told. */
export function messageObject(world: World, message: StoredMessage, withMetadata: boolean): Json {
  const metadata = message.metadata === null ? null : (JSON.parse(message.metadata) as Json)
  const files = message.files?.map((id) => world.store.rows.file.get(id)).filter((file) => file !== undefined)
  return {
    type: 'message',
    ts: message.ts,
    text: message.text,
    team: teamOf(world),
    ...authorOf(message),
    ...(message.blocks !== null && { blocks: parseBlocks(message.blocks) }),
    ...(metadata && { metadata: withMetadata ? metadata : { event_type: metadata['event_type'] } }),
    ...(message.edited && { edited: { user: BOT_USER, ts: message.ts } }),
    ...(files && { files: files.map((file) => fileObject(world, file)) }),
  }
}

const authorOf = ({ from }: StoredMessage): Json =>
  from === 'app' ? { user: BOT_USER, bot_id: BOT_ID, app_id: APP_ID } : { user: from }
