import { refusalText } from '../copy/copy.ts'
import { refuse } from '../copy/refusal.ts'
import { ACTION } from './ids.ts'
import type { Action, Answers, Call, Command } from './listener.ts'
import type { Message } from './message.ts'
import { didYouMean, mayUse, readCommand, type Typed } from './registry.ts'
import { helpMessage, plainMessage } from './views.ts'

type Asked = Call & Answers

/**
 * Runs what follows /mentor; nothing at all shows where one stands.
 * @returns the ephemeral answer; undefined where a form was opened
 */
export async function runCommand(
  commands: readonly Command[],
  asked: Asked,
  text: string,
): Promise<Message | undefined> {
  const { copy, standing } = asked
  const typed = readCommand(text)
  const command = commands.find((c) => c.name === (typed.word || 'status'))
  if (typed.word === 'help') return helpMessage(copy, commands, standing)
  if (!command) return unknownWord(commands, asked, typed)
  if (!mayUse(command.access, standing)) {
    return plainMessage(standing.isSetUp ? refusalText(copy, refuse('not_allowed').refusal) : copy.general.notSetUp)
  }
  return command.run({ ...asked, rest: typed.rest })
}

function unknownWord(commands: readonly Command[], { copy, standing }: Asked, typed: Typed): Message {
  const usable = commands.filter((c) => mayUse(c.access, standing)).map((c) => c.name)
  return helpMessage(copy, commands, standing, {
    word: typed.word,
    near: didYouMean(typed.word, [...usable, 'help']),
  })
}

/** What runs commands from buttons: "All commands" under other answers, and "Try again" where a form came too late. */
export const commandActions = (commands: () => readonly Command[]): readonly Action[] => [
  {
    id: ACTION.helpShow,
    access: 'everyone',
    run: (call) => call.reply(helpMessage(call.copy, commands(), call.standing)),
  },
  {
    id: ACTION.commandAgain,
    access: 'everyone',
    run: async (call) => {
      const message = await runCommand(commands(), call, call.value)
      if (message) await call.reply(message)
    },
  },
]
