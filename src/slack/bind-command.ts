import type { App } from '@slack/bolt'
import type { SlackContext } from './context.ts'
import { COMMAND } from './ids.ts'
import type { Message, View } from './message.ts'
import { readCommand } from './registry.ts'
import { responder } from './respond.ts'
import { runCommand } from './run-command.ts'
import { tellFault } from './tell-fault.ts'
import { againMessage } from './views.ts'

/** /mentor: acknowledged at once, then worked, then answered to this person alone. */
export function bindCommand(app: App, context: SlackContext): void {
  app.command(COMMAND, async ({ ack, command }) => {
    await ack()
    const respond = responder(command.response_url, context.slackApiUrl)
    const reply = async (message: Message) => void (await respond(message, { replaceOriginal: false }))
    await context.boundary.guard(
      { command: readCommand(command.text).word.slice(0, 20), person: command.user_id },
      async () => {
        const { user_id: userId, text, trigger_id } = command
        const standing = await context.standingOf(context.deps.db, context.workspaceId, userId)
        const call = { workspaceId: context.workspaceId, userId, standing, now: context.now(), copy: context.copy }
        const open = async (view: View) => void (await context.interactive.views.open({ trigger_id, view }))
        const message = await runCommand(context.listeners.commands, { ...call, reply, open }, text)
        if (message) await reply(message)
      },
      (reference, fault) =>
        tellFault(context, { reference, fault, again: againMessage(context.copy, command.text) }, reply),
    )
  })
}
