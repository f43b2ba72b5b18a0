import { WebAPIPlatformError } from '@slack/web-api'
import type { SlackContext } from './context.ts'
import type { Message } from './message.ts'
import { plainMessage } from './views.ts'

/** Slack opens a form within three seconds of the click, once; a machine that was asleep or very busy comes too late. */
const TOO_LATE = new Set<unknown>(['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'])
const isTooLate = (fault: unknown) => fault instanceof WebAPIPlatformError && TOO_LATE.has(fault.data.error)

/**
 * Tells a person that something of ours failed, with the reference to pass on. The lead's name is left out when it cannot be read.
 * @param again what to say where only Slack's patience had run out, and the same once more will do
 */
export async function tellFault(
  context: SlackContext,
  { reference, fault, again }: { readonly reference: string; readonly fault: unknown; readonly again: Message },
  reply: (message: Message) => Promise<void>,
): Promise<void> {
  if (isTooLate(fault)) return reply(again)
  const lead = await context.leadToAsk(context.deps.db, context.workspaceId).catch(() => null)
  await reply(plainMessage(context.copy.general.fault(reference, lead)))
}
