import type { Copy } from '../copy/copy.ts'
import { actions, button, clip, context, escape, section } from './blocks.ts'
import { ACTION, COMMAND, VIEW } from './ids.ts'
import { modal } from './inputs.ts'
import type { Command, Standing } from './listener.ts'
import type { Message, View } from './message.ts'
import { mayUse } from './registry.ts'

/** Slack takes no longer value of a button. */
const VALUE_MAX = 2000

/** One line of text, nothing more. */
export const plainMessage = (text: string): Message => ({ text: clip(text, 3000), blocks: [section(clip(text, 3000))] })

/**
 * What this person may type, first what is for everyone. Generated from the registry.
 * @param unknown what was typed instead, shown back in at most 80 characters
 */
export function helpMessage(
  copy: Copy,
  commands: readonly Command[],
  standing: Standing,
  unknown?: { readonly word: string; readonly near: string | undefined },
): Message {
  const usable = commands.filter((c) => mayUse(c.access, standing))
  const lines = (list: readonly Command[]) =>
    list.map((c) => `\`${COMMAND} ${copy.commands[c.name].usage}\`  ${copy.commands[c.name].help}`).join('\n')
  const everyones = usable.filter((c) => c.access === 'everyone')
  const forAll = [...everyones.filter((c) => !c.isSecondary), ...everyones.filter((c) => c.isSecondary)]
  const forLeads = usable.filter((c) => c.access !== 'everyone')
  const opening = unknown
    ? `${copy.general.unknownWord(escape(clip(unknown.word, 80)))}${unknown.near ? ` ${copy.general.didYouMean(unknown.near)}` : ''}`
    : undefined
  return {
    text: clip(opening ?? copy.general.helpTitle, 90),
    blocks: [
      ...(opening ? [section(opening)] : []),
      section(`*${copy.general.helpTitle}*\n${lines(forAll)}`),
      ...(forLeads.length > 0 ? [section(`*${copy.general.helpForLeads}*\n${lines(forLeads)}`)] : []),
      ...(standing.isSetUp ? [] : [context(copy.general.notSetUp)]),
    ],
  }
}

/** "All commands": the button every first answer ends with. */
export const helpButton = (copy: Copy) => button(ACTION.helpShow, copy.general.allCommands, 'all')

/** Where a form came too late for Slack: the same command once more, by a click that Slack then waits for anew. */
export const againMessage = (copy: Copy, typed: string): Message => ({
  text: copy.general.tooLate,
  blocks: [
    section(copy.general.tooLate),
    actions([button(ACTION.commandAgain, copy.general.tryAgain, clip(typed, VALUE_MAX))]),
  ],
})

/** A modal that only says something; what a form turns into when it cannot be taken. */
export const noticeView = (copy: Copy, title: string, text: string): View =>
  modal({ id: VIEW.notice, title, close: copy.general.close, blocks: [section(clip(text, 3000))] })
