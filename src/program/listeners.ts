import type { Deps } from '../database/deps.ts'
import type { Listeners } from '../slack/listener.ts'
import { contactListeners } from './listeners/contacts.ts'
import { formListeners } from './listeners/form.ts'
import { leadCommand } from './listeners/leads.ts'
import { programsListeners } from './listeners/programs.ts'
import type { Invite } from './open-program.ts'

/** What the program room is handed by main.ts. */
export interface ProgramSide {
  readonly invite: Invite
}

/** `/mentor program`, `lead` and `contacts`, with everything they open. */
export function programListeners(deps: Deps, { invite }: ProgramSide): Listeners {
  const parts = [
    { commands: [leadCommand(deps)] },
    contactListeners(deps),
    formListeners(deps),
    programsListeners(deps, invite),
  ]
  return {
    commands: parts.flatMap((part: Listeners) => part.commands ?? []),
    actions: parts.flatMap((part: Listeners) => part.actions ?? []),
    submissions: parts.flatMap((part: Listeners) => part.submissions ?? []),
  }
}
