import { isObject } from '../manifest.ts'
import type { World } from '../world.ts'
import { findChannel } from './conversations.ts'
import type { Call } from './rows.ts'

/** Writes down what the app asked for and what became of it. */
export function recordCall(
  world: World,
  method: string,
  args: Readonly<Record<string, string>>,
  outcome: string,
  accepted: boolean,
): void {
  const channel = findChannel(world, args['channel'] ?? args['channel_id'] ?? '')
  const n = world.index.calls.length + 1
  world.store.put('call', String(n), {
    n,
    at: world.host.clock.now(),
    method,
    args,
    to: channel?.kind === 'im' ? (channel.members[0] ?? null) : null,
    outcome,
    accepted,
    key: keyOf(args['metadata']),
  })
}

/** The delivery key that a message's metadata carries: its `key`, or the only text of its payload. */
function keyOf(metadata: string | undefined): string | null {
  if (metadata === undefined) return null
  const payload = payloadOf(metadata)
  const texts = Object.values(payload).filter((value) => typeof value === 'string')
  const key = payload['key'] ?? (texts.length === 1 ? texts[0] : null)
  return typeof key === 'string' ? key : null
}

function payloadOf(metadata: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(metadata)
    const payload = isObject(parsed) ? parsed['event_payload'] : null
    return isObject(payload) ? payload : {}
  } catch {
    return {}
  }
}

/** The arguments with nested values decoded, as the control API shows them. */
export function decodeArguments(call: Call): Record<string, unknown> {
  return Object.fromEntries(Object.entries(call.args).map(([name, value]) => [name, decode(value)]))
}

function decode(value: string): unknown {
  if (!/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
