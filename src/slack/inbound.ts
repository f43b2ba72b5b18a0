import { createHash } from 'node:crypto'
import { family } from './ids.ts'

/** Which workspace a payload speaks for, '' where it does not say. */
export function workspaceOf(body: Readonly<Record<string, unknown>>): string {
  const team = body.team
  if (typeof body.team_id === 'string') return body.team_id
  if (typeof team === 'object' && team !== null && 'id' in team && typeof team.id === 'string') return team.id
  return ''
}

/**
 * What makes two deliveries of one payload the same: the event's id, or the trigger of a command, click or form, which
 * Slack makes once for each. Without either, the payload itself.
 */
export function inboundKey(body: Readonly<Record<string, unknown>>): string {
  if (typeof body.event_id === 'string') return `event:${body.event_id}`
  if (typeof body.trigger_id === 'string') return `trigger:${body.trigger_id}`
  return `body:${createHash('sha256').update(JSON.stringify(body)).digest('hex')}`
}

/** Whether a crash must not lose this payload: an answer given by a click, or an event that Bolt acknowledges by itself. */
export function mustKeep(body: Readonly<Record<string, unknown>>, keptActions: ReadonlySet<string>): boolean {
  if (body.type === 'event_callback') return true
  if (body.type !== 'block_actions' || !Array.isArray(body.actions)) return false
  return body.actions.some(
    (a: unknown) =>
      typeof a === 'object' && a !== null && 'action_id' in a && keptActions.has(family(String(a.action_id))),
  )
}
