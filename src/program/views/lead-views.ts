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
    list.workspace.length === 0 ? program.lead.none : program.lead.list(names(list.workspace)),
    ...list.programs
      .filter(({ leads }) => leads.length > 0)
      .map(({ name, leads }) => program.lead.listProgram(escape(name), names(leads))),
  ]
  return {
    text: clip(lines[0] ?? '', 90),
    blocks: [section(clip(lines.join('\n'), 2900)), context(program.lead.usage)],
  }
}

/** @param what the program; null for the whole workspace */
export const leadAddedMessage = ({ program }: Copy, who: string, what: string | null): Message =>
  plainMessage(program.lead.added(escape(who), what && escape(what)))

export const leadRemovedMessage = ({ program }: Copy, who: string, what: string | null): Message =>
  plainMessage(program.lead.removed(escape(who), what && escape(what)))

/** What a new lead gets: what they may do, and the next step. */
export function welcomeMessage(
  { program }: Copy,
  me: string,
  led: { readonly id: number; readonly name: string } | null,
): Message {
  const next = led
    ? button(ACTION.programShow, program.lead.welcomeLook, String(led.id))
    : button(ACTION.contactAdd, program.lead.welcomeContacts, 'contact')
  return {
    text: clip(program.lead.welcomeLine(led && led.name), 90),
    blocks: [
      section(
        led ? program.lead.welcomeProgram(escape(me), escape(led.name)) : program.lead.welcomeWorkspace(escape(me)),
      ),
      actions([next]),
    ],
  }
}

/** For Slack's owners and admins, when the last lead has left. */
export const noLeadMessage = ({ program }: Copy, who: string): Message => ({
  text: program.lead.noneLeftLine,
  blocks: [section(program.lead.noneLeft(escape(who)))],
})
