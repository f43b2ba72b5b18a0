import type { Copy } from '../copy/copy.ts'
import type { Db, Deps } from '../database/deps.ts'
import type { Message } from '../slack/message.ts'
import type { Together } from './together.ts'

/**
 * Something a person is to receive, once. `(kind, subject, cycleOn, recipient)` is its identity: planning it again
 * changes nothing. Written in the transaction of what causes it; `deps.wake()` after the commit.
 */
export interface Due {
  readonly workspaceId: string
  /** a key of the renderers table, e.g. 'prompt' */
  readonly kind: string
  /** id of the pair, program, round ... as text; what the renderer needs to find everything else */
  readonly subject: string
  /** first day of the cycle, or for what has no cycle the date of its cause (YYYY-MM-DD) */
  readonly cycleOn: string
  /** the person; for a group message the pair's id as `pair:<id>` */
  readonly recipient: string
  /** earliest instant; the sender moves it into 09:00-17:00 of a working day of the receiver unless `isNow` */
  readonly dueAt: Date
  /** after this day it is skipped instead of sent late */
  readonly expiresOn?: string
}

/** What is said, to whom; or why nothing is said any more. */
export type Rendered =
  | {
      readonly to: { readonly person: string } | { readonly group: readonly string[] }
      readonly message: Message
      /** days that are no working days here, YYYY-MM-DD: the program's */
      readonly holidays?: readonly string[]
    }
  | { readonly skip: string }

export interface DueRow extends Omit<Due, 'expiresOn'> {
  readonly deliveryId: number
}

export interface RenderDeps extends Deps {
  readonly copy: Copy
  /** absent where one message is made by itself */
  readonly together?: Together
}

/** One kind of message: how it ranks, whether it counts, how it reads. Each room exports a table of these from planners.ts. */
export interface MessageKind {
  /** smaller goes first: endings 10, dated reminders 20, introductions 30, prompts 40, check-ins 50, the rest 60, `now` 0 */
  readonly priority: number
  /** unasked messages: two a day to a person over all programs; what answers a click or goes to leads for their office does not count */
  readonly isUnasked: boolean
  /** the answer to what somebody did: at once, at any hour */
  readonly isNow?: true
  render(deps: RenderDeps, row: DueRow, now: Date): Promise<Rendered>
}
export type MessageKinds = Readonly<Record<string, MessageKind>>

/** What a room plans. The tick calls plan; `nextAt` is one indexed query, null when nothing lies ahead. */
export interface Planner {
  readonly name: string
  /** writes what has become due (and moves states on); harmless when called twice for the same instant */
  plan(deps: Deps, workspaceId: string, now: Date): Promise<void>
  /** the next instant after `now` at which plan() would do something */
  nextAt(db: Db, workspaceId: string, now: Date): Promise<Date | null>
}

/** What delivery must know of somebody before it writes to them. */
export interface Recipient {
  /** IANA name */
  readonly tz: string
  /** here, and wishing to hear from us: asked in the transaction that claims the message */
  readonly isActive: boolean
  /** recipients of group messages that reach this person too (`pair:<id>`): they count towards the two a day */
  readonly groups?: readonly string[]
}

/** Those people, by id; whoever is left out is gone. main.ts hands this over. */
export type Recipients = (
  db: Db,
  workspaceId: string,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, Recipient>>
