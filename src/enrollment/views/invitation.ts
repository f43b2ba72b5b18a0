import type { Copy } from '../../copy/copy.ts'
import type { ReadLeads } from '../../copy/read-leads.ts'
import type { KindId } from '../../program/kinds.ts'
import { actions, button, clip, context, escape, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'

export interface Invitation {
  readonly name: string
  readonly program: { readonly id: number; readonly name: string; readonly kind: KindId }
  /** last day to be in for the next pairs, YYYY-MM-DD; null where no round is set */
  readonly joinBy: string | null
  /** who to ask comes first */
  readonly leads: ReadLeads
}

/** Voluntary, and "no" is as near as "yes". */
export const invitationMessage = (copy: Copy, invitation: Invitation): Message => {
  const words = copy.enrollment
  const { program } = invitation
  const leads = { ...invitation.leads, others: invitation.leads.others.map(escape) }
  const value = String(program.id)
  // who leads alone would be told to ask themselves
  const asked = leads.others[0] ?? (leads.isReader ? null : escape(program.name))
  const date = invitation.joinBy === null ? null : copy.general.weekdayDate(invitation.joinBy)
  return {
    text: clip(words.invitationLine(program.name), 90),
    blocks: [
      section(words.invitation(escape(invitation.name), escape(program.name), program.kind, date)),
      section(words.invitationVoluntary(leads)),
      actions([button(ACTION.joinOpen, words.join, value), button(ACTION.inviteDecline, words.notThisYear, value)]),
      ...(asked === null ? [] : [context(copy.general.questionsTo(asked))]),
    ],
  }
}

/** What the invitation turns into after Not this year. */
export const declinedMessage = (copy: Copy, programName: string): Message => ({
  text: clip(copy.enrollment.declinedLine(programName), 90),
  blocks: [section(copy.enrollment.declined(escape(programName)))],
})
