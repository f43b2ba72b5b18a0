import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, context, escape, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'

/** Who leads what, for whoever may change it. */
export interface LeadList {
  /** of the workspace */
  readonly workspace: readonly string[]
  readonly programs: readonly { readonly name: string; readonly leads: readonly string[] }[]
}

/** `/mentor lead` alone: who leads, and how to change it. */
export function leadListMessage({ general, program }: Copy, list: LeadList): Message {
  const names = (people: readonly string[]) => escape(general.list(people))
  const lines = [
    list.workspace.length === 0 ? program.leadNone : program.leadList(names(list.workspace)),
    ...list.programs
      .filter(({ leads }) => leads.length > 0)
      .map(({ name, leads }) => program.leadListProgram(escape(name), names(leads))),
  ]
  return { text: clip(lines[0] ?? '', 90), blocks: [section(clip(lines.join('\n'), 2900)), context(program.leadUsage)] }
}

/** @param what the program; null for the whole workspace */
export const leadAddedMessage = ({ program }: Copy, who: string, what: string | null): Message =>
  plainMessage(program.leadAdded(escape(who), what && escape(what)))

export const leadRemovedMessage = ({ program }: Copy, who: string, what: string | null): Message =>
  plainMessage(program.leadRemoved(escape(who), what && escape(what)))

/** What a new lead gets: what they may do, and the next step. */
export function welcomeMessage(
  { program }: Copy,
  me: string,
  led: { readonly id: number; readonly name: string } | null,
): Message {
  const next = led
    ? button(ACTION.programShow, program.welcomeLook, String(led.id))
    : button(ACTION.contactAdd, program.welcomeContacts, 'contact')
  return {
    text: clip(program.welcomeLine(led && led.name), 90),
    blocks: [
      section(led ? program.welcomeProgram(escape(me), escape(led.name)) : program.welcomeWorkspace(escape(me))),
      actions([next]),
    ],
  }
}

/** For Slack's owners and admins, when the last lead has left. */
export const noLeadMessage = ({ program }: Copy, who: string): Message => ({
  text: program.noLeadLine,
  blocks: [section(program.noLead(escape(who)))],
})
