import { addMessage, findMessage, messageKey } from '../state/messages.ts'
import type { AnswerUrl, Json, StoredMessage } from '../state/rows.ts'
import { readContent, type Content } from '../web-api/content.ts'
import type { World } from '../world.ts'

/**
 * What the app says through a response_url or in the acknowledgement of a command: a new message (ephemeral unless
 * `response_type` is in_channel), or another form or the end of the message that was clicked.
 * @throws Refused when the blocks or the text break a rule
 */
export function answer(world: World, url: AnswerUrl, body: Json): void {
  const clicked = url.message === null ? undefined : findMessage(world, url.channel, url.message)
  if (body['delete_original'] === true) {
    if (clicked) world.store.remove('message', messageKey(clicked.channel, clicked.ts))
    return
  }
  const content = readContent(asArguments(body))
  if (body['replace_original'] === true && clicked) return replace(world, url, clicked, content)
  const only = body['response_type'] === 'in_channel' ? null : url.user
  const message = addMessage(world, { channel: url.channel, from: 'app', only, ...content })
  if (only !== null) world.captures.answered(url.user, url.token, message)
}

/** A message's visibility never changes after it was posted. */
function replace(world: World, url: AnswerUrl, clicked: StoredMessage, content: Content): void {
  const replaced = { ...clicked, ...content, metadata: content.metadata ?? clicked.metadata, edited: true }
  world.store.put('message', messageKey(clicked.channel, clicked.ts), replaced)
  if (clicked.only !== null) world.captures.answered(url.user, url.token, replaced)
}

/** As the Web API takes them, so that both are checked alike. */
export function asArguments(body: Json): Record<string, string> {
  const given = Object.entries(body).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(
    given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

/** The acknowledgement of a command or click: JSON, or bare text. */
export function parseAck(body: string): Json {
  if (body.trim() === '') return {}
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed === 'object' && parsed !== null) return parsed as Json
  } catch {
    // Slack takes what is no JSON as the text of a message.
  }
  return { text: body }
}
