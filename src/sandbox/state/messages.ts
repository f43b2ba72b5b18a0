import type { SandboxMessage } from '../host.ts'
import { iso, type World } from '../world.ts'
import type { Json, StoredMessage } from './rows.ts'

export type NewMessage = Omit<StoredMessage, 'ts' | 'at'>

export const messageKey = (channel: string, ts: string): string => `${channel}/${ts}`

export const findMessage = (world: World, channel: string, ts: string): StoredMessage | undefined =>
  world.store.rows.message.get(messageKey(channel, ts))

/** Writes a message into a conversation and tells whoever listens, once it is kept. */
export function addMessage(world: World, message: NewMessage): StoredMessage {
  const at = world.host.clock.now()
  const stored = { ...message, ts: nextTs(world, at), at }
  world.store.put('message', messageKey(stored.channel, stored.ts), stored)
  if (stored.from === 'app' && stored.only === null) queueMicrotask(() => tell(world, stored))
  return stored
}

const shown = new WeakMap<StoredMessage, SandboxMessage>()

/** The message as the control API and the invented people see it; invented people look at whole conversations, often. */
export function showMessage(world: World, message: StoredMessage): SandboxMessage {
  const known = shown.get(message)
  if (known) return known
  const fresh = describe(world, message)
  shown.set(message, fresh)
  return fresh
}

/** Blocks are parsed when they are read, and only then. */
function describe(world: World, message: StoredMessage): SandboxMessage {
  const files = message.files?.map((id) => world.store.rows.file.get(id)).filter((file) => file !== undefined)
  return {
    ts: message.ts,
    at: iso(message.at),
    from: message.from,
    text: message.text,
    get blocks() {
      return parseBlocks(message.blocks)
    },
    get metadata() {
      // Stored by chat.ts after it was checked to be an object.
      return message.metadata === null ? {} : (JSON.parse(message.metadata) as Json)
    },
    ephemeral: message.only !== null,
    ...(files && { files: files.map(({ id, name, title, size }) => ({ id, name, title, size })) }),
  }
}

/** Checked before they were stored: a list of objects. */
export const parseBlocks = (blocks: string | null): Json[] => (blocks === null ? [] : (JSON.parse(blocks) as Json[]))

/** ts is the virtual instant; the digits after it tell messages of one instant apart and keep them in order. */
function nextTs(world: World, at: number): string {
  const last = world.index.lastTs
  const micros = Math.max(at * 1000 + 100, last + 100)
  const digits = String(micros)
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}

function tell(world: World, message: StoredMessage): void {
  const members = world.store.rows.channel.get(message.channel)?.members ?? []
  for (const listener of world.listeners) {
    for (const user of members) listener(user, message.channel, showMessage(world, message))
  }
}
