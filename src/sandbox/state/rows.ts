import type { Company, CompanyRequest, SandboxUser } from '../host.ts'
import type { ArmedFault } from '../faults.ts'

/** A JSON object whose shape is the sender's affair. */
export type Json = Record<string, unknown>

export interface Settings {
  readonly simulate: boolean
  readonly hold: boolean
  /** false from the moment a company is replaced until its people are set up */
  readonly ready: boolean
  /** optional scopes of the manifest that were taken away */
  readonly revoked: readonly string[]
  readonly fault: ArmedFault | null
}

export interface Channel {
  readonly id: string
  readonly kind: 'im' | 'mpim'
  /** people, sorted; the app is in every one of them */
  readonly members: readonly string[]
}

export interface StoredMessage {
  readonly channel: string
  readonly ts: string
  readonly at: number
  /** `app` or a user id (Slackbot's among them) */
  readonly from: string
  readonly text: string
  /** JSON text, as the app sent it: kept unparsed, because a year of parsed blocks costs several times the memory */
  readonly blocks: string | null
  readonly metadata: string | null
  /** the one person who sees it, if it is ephemeral */
  readonly only: string | null
  readonly files?: readonly string[]
  readonly edited?: boolean
  /** what people chose in its menus: block_id -> action_id -> Slack's state */
  readonly state?: Readonly<Record<string, Json>>
}

export interface StoredView {
  readonly id: string
  readonly user: string
  readonly hash: string
  readonly root: string
  readonly previous: string | null
  /** Slack's view object without what stands above */
  readonly view: Json
  /** block_id -> action_id -> Slack's state of what was chosen so far */
  readonly state: Readonly<Record<string, Json>>
}

export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly size: number
  /** user id, or `app` */
  readonly owner: string
  readonly at: number
  /** bytes are here and the upload was completed */
  readonly isComplete: boolean
  readonly channels: readonly string[]
}

/** One line of the ledger. */
export interface Call {
  readonly n: number
  readonly at: number
  readonly method: string
  /** as sent, without the token; nested values are JSON text */
  readonly args: Readonly<Record<string, string>>
  readonly to: string | null
  readonly outcome: string
  readonly accepted: boolean
  readonly key: string | null
}

/** A response_url: five uses in thirty virtual minutes. */
export interface AnswerUrl {
  readonly token: string
  readonly user: string
  readonly channel: string
  readonly expires: number
  readonly uses: number
  /** the message that was clicked */
  readonly message: string | null
}

/** An event the app has not acknowledged yet. */
export interface PendingEvent {
  readonly id: string
  readonly body: Json
  readonly attempt: number
  /** virtual instant of the next attempt */
  readonly due: number
  readonly reason: string | null
}

/** A call that will be accepted later (the fault `late`). */
export interface LateCall {
  readonly id: string
  readonly method: string
  readonly args: Readonly<Record<string, string>>
  readonly due: number
}

export interface Rows {
  /** never repeats, whatever company is loaded: loads, events, inbound */
  forever: number
  /** starts anew with each company: views, files, groups, late */
  counter: number
  settings: Settings
  company: Company
  loading: CompanyRequest
  user: SandboxUser
  byHand: true
  channel: Channel
  message: StoredMessage
  view: StoredView
  /** user -> ids of the open modals, last on top */
  stack: readonly string[]
  /** user -> published Home */
  home: StoredView
  file: StoredFile
  call: Call
  answer: AnswerUrl
  event: PendingEvent
  late: LateCall
  /** `user/channel` -> ts read up to */
  read: string
}

export type Table = keyof Rows

/** Names of the tables, in the order in which a snapshot writes them: what an index derives comes after its source. */
export const TABLES = [
  'forever',
  'counter',
  'settings',
  'company',
  'loading',
  'user',
  'byHand',
  'channel',
  'message',
  'view',
  'stack',
  'home',
  'file',
  'call',
  'answer',
  'event',
  'late',
  'read',
] as const satisfies readonly Table[]

/** Tables that outlive a company. */
export const LASTING: readonly Table[] = ['forever', 'settings', 'loading']
