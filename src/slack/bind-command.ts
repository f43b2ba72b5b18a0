import type { App, SlashCommand } from '@slack/bolt'
import { refuse } from '../copy/refusal.ts'
import { refusalText } from '../copy/copy.ts'
import type { SlackContext } from './context.ts'
import { ACTION, COMMAND } from './ids.ts'
import type { Action, Answers, Command, Standing } from './listener.ts'
import type { Message } from './message.ts'
import { didYouMean, mayUse, readCommand, type Typed } from './registry.ts'
import { responder } from './respond.ts'
import { tellFault } from './tell-fault.ts'
import { helpMessage, plainMessage } from './views.ts'

/** /mentor: acknowledged at once, then worked, then answered to this person alone. */
export function bindCommand(app: App, context: SlackContext): void {
  app.command(COMMAND, async ({ ack, command }) => {
    await ack()
    const respond = responder(command.response_url, context.slackApiUrl)
    const reply = async (message: Message) => void (await respond(message, { replaceOriginal: false }))
    await context.boundary.guard(
      { command: readCommand(command.text).word.slice(0, 20), person: command.user_id },
      async () => {
        const message = await answer(context, command, {
          reply,
          open: async (view) => void (await context.interactive.views.open({ trigger_id: command.trigger_id, view })),
        })
        if (message) await reply(message)
      },
      (reference) => tellFault(context, reference, reply),
    )
  })
}

async function answer(context: SlackContext, payload: SlashCommand, answers: Answers): Promise<Message | undefined> {
  const { copy, workspaceId, deps, listeners } = context
  const typed = readCommand(payload.text)
  const standing = await context.standingOf(deps.db, workspaceId, payload.user_id)
  const command = listeners.commands.find((c) => c.name === (typed.word || 'status'))
  if (typed.word === 'help') return helpMessage(copy, listeners.commands, standing)
  if (!command) return unknownWord(context, typed, standing)
  if (!mayUse(command.access, standing)) {
    return plainMessage(standing.isSetUp ? refusalText(copy, refuse('not_allowed').refusal) : copy.general.notSetUp)
  }
  return command.run({
    workspaceId,
    userId: payload.user_id,
    standing,
    now: context.now(),
    copy,
    rest: typed.rest,
    channelId: payload.channel_id,
    ...answers,
  })
}

function unknownWord({ copy, listeners }: SlackContext, typed: Typed, standing: Standing): Message {
  const usable = listeners.commands.filter((c: Command) => mayUse(c.access, standing)).map((c) => c.name)
  return helpMessage(copy, listeners.commands, standing, {
    word: typed.word,
    near: didYouMean(typed.word, [...usable, 'help']),
  })
}

/** "All commands", as a button under other answers. */
export const helpAction = (commands: () => readonly Command[]): Action => ({
  id: ACTION.helpShow,
  access: 'everyone',
  run: (call) => call.reply(helpMessage(call.copy, commands(), call.standing)),
})
