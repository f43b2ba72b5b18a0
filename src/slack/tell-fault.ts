import type { SlackContext } from './context.ts'
import type { Message } from './message.ts'
import { plainMessage } from './views.ts'

/** Tells a person that something of ours failed, with the reference to pass on. The lead's name is left out when it cannot be read. */
export async function tellFault(
  context: SlackContext,
  reference: string,
  reply: (message: Message) => Promise<void>,
): Promise<void> {
  const lead = await context.leadToAsk(context.deps.db, context.workspaceId).catch(() => null)
  await reply(plainMessage(context.copy.general.fault(reference, lead)))
}
