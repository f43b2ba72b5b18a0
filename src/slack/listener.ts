import type { ViewOutput } from '@slack/bolt'
import type { commands } from '../copy/en/commands.ts'
import type { Copy } from '../copy/copy.ts'
import type { HomeView, Message, View } from './message.ts'

/** What somebody may do here, looked up anew for every request. */
export interface Standing {
  /** false for bots, guests, deactivated people and those nobody knows */
  readonly isMember: boolean
  /** a Slack workspace owner or admin: may appoint the first lead */
  readonly isSlackAdmin: boolean
  /** leads the whole workspace */
  readonly isWorkspaceLead: boolean
  /** programs this person leads by name; a workspace lead leads all */
  readonly leads: readonly number[]
  /** whether the workspace has any lead yet */
  readonly isSetUp: boolean
}

/** Who may use a command, a button or a form. The verb behind it still checks the particular program or pair. */
export type Access = 'everyone' | 'lead' | 'workspace-lead' | 'admin-or-workspace-lead' | 'admin-or-lead'

/** What every listener is handed, whatever was pressed. */
export interface Call {
  readonly workspaceId: string
  readonly userId: string
  readonly standing: Standing
  readonly now: Date
  readonly copy: Copy
}

/** Answers that need Slack's trigger (3 s) or response_url (30 min, 5 uses). */
export interface Answers {
  /** opens a modal */
  open(view: View): Promise<void>
  /** an ephemeral answer, seen by this person only */
  reply(message: Message): Promise<void>
}

export interface CommandCall extends Call, Answers {
  /** what follows the subcommand, trimmed and NFKC-normalised; mentions as `<@U1|name>` */
  readonly rest: string
}

/** One subcommand of /mentor. Its words stand in copy/en/commands.ts; `help` and the manifest's usage hint are generated from this. */
export interface Command {
  readonly name: keyof typeof commands
  readonly access: Access
  /** comes last in help, and not in the usage hint: what its message brings by itself */
  readonly isSecondary?: boolean
  /** returns the ephemeral answer, or opens what it wants and returns nothing */
  run(call: CommandCall): Promise<Message | undefined>
}

export interface ActionCall extends Call, Answers {
  /** the button's value or the chosen option's value; an id at most, never authority */
  readonly value: string
  /** all chosen values of a multi select */
  readonly values: readonly string[]
  readonly blockId: string
  /** the message the click was on */
  readonly message: { readonly channel: string; readonly ts: string } | undefined
  /** the view the click was in, with its form as filled so far */
  readonly view:
    | {
        readonly id: string
        readonly hash: string
        readonly metadata: string
        readonly values: ViewOutput['state']['values']
      }
    | undefined
  /** where the clicked message can be redrawn for half an hour; '' in a view. A form opened from it carries it along. */
  readonly redrawAt: string
  /** redraws the message that was clicked (replace_original), or the one that a form was opened from */
  redraw(message: Message, at?: string): Promise<void>
  /** pushes a second modal */
  push(view: View): Promise<void>
  /** redraws the modal that was clicked; stale clicks are dropped by hash */
  update(view: View): Promise<void>
  publishHome(view: HomeView): Promise<void>
}

export interface Action {
  /** an id of ids.ts */
  readonly id: string
  readonly access: Access
  /** losing the click would lose an answer: a sealed inbox row is written before the ack and finished after a crash */
  readonly keep?: true
  run(call: ActionCall): Promise<void>
}

export interface SubmissionCall extends Call {
  readonly viewId: string
  readonly metadata: string
  readonly values: ViewOutput['state']['values']
  /**
   * Redraws the message that the form was opened from, as far as Slack still lets it be. A message to this person's own
   * conversation goes through delivery.
   * @param at its redrawAt
   */
  redraw(message: Message, at: string): Promise<void>
}

/** What the acknowledgement of a submitted modal carries. */
export type SubmissionAnswer = (
  | { readonly close: true }
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly update: View }
  | { readonly push: View }
) & {
  /** work begun that takes longer than the acknowledgement may; awaited after it, its result comes as a message */
  readonly later?: Promise<void>
}

export interface Submission {
  /** a callback_id of ids.ts */
  readonly id: string
  readonly access: Access
  /** runs before the ack and must answer within 2.5 s */
  run(call: SubmissionCall): Promise<SubmissionAnswer>
}

export interface EventCall extends Pick<Call, 'workspaceId' | 'now' | 'copy'> {
  /** the event object, as Slack sent it: parse before use */
  readonly event: Readonly<Record<string, unknown>>
  publishHome(userId: string, view: HomeView): Promise<void>
}

export interface EventListener {
  /** app_home_opened, user_change ... */
  readonly type: string
  run(call: EventCall): Promise<void>
}

/** What a room's listeners.ts exports (as a function of its deps); main.ts hands all of them to the Slack app. */
export interface Listeners {
  readonly commands?: readonly Command[]
  readonly actions?: readonly Action[]
  readonly submissions?: readonly Submission[]
  readonly events?: readonly EventListener[]
}
