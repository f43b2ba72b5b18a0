/** One person of a company, as Slack and the control API know them. */
export interface SandboxUser {
  readonly id: string
  readonly name: string
  readonly title: string
  /** IANA name */
  readonly tz: string
  readonly email: string
  /** Slack's is_admin / is_owner: the person who may appoint the first lead */
  readonly is_owner: boolean
  readonly is_lead: boolean
  readonly deleted: boolean
  /** what the control API shows beside Slack's own fields; the app never receives these */
  readonly level: number | null
  readonly team: string | null
  readonly site: string | null
  readonly manager: string | null
  readonly external_id: string | null
}

/** What a company is to the sandbox: people, a name and an opaque rest that only its author reads. */
export interface Company {
  readonly name: string
  readonly title: string
  /** one sentence for the page, saying that it is invented (or where the file came from) */
  readonly about: string
  readonly seed: number
  /** first zone: where the clock starts at 2026-01-05T09:00 */
  readonly tz: string
  readonly users: readonly SandboxUser[]
  /** JSON; kept with the state and handed back to `setUp` and `play` */
  readonly rest: unknown
}

export interface CompanyRequest {
  readonly name: string
  readonly seed: number
  readonly csv?: string
  /** our column: theirs */
  readonly mapping?: Readonly<Record<string, string>>
  readonly kind?: string
}

export interface SandboxMessage {
  readonly ts: string
  readonly at: string
  /** 'app' or a user id */
  readonly from: string
  readonly text: string
  readonly blocks: readonly Record<string, unknown>[]
  readonly metadata: Record<string, unknown>
  readonly ephemeral: boolean
  /** files shared with the message; absent where there are none */
  readonly files?: readonly {
    readonly id: string
    readonly name: string
    readonly title: string
    readonly size: number
  }[]
}

export interface Conversation {
  readonly channel: string
  readonly kind: 'im' | 'mpim'
  readonly with: readonly string[]
  readonly messages: readonly SandboxMessage[]
}

export interface SandboxView {
  readonly id: string
  readonly callback_id: string
  readonly blocks: readonly Record<string, unknown>[]
  readonly [field: string]: unknown
}

export interface CommandAnswer {
  readonly ack_ms: number
  readonly response: { readonly text: string; readonly blocks: readonly Record<string, unknown>[] } | null
  readonly view: SandboxView | null
  /** why Slack found no acknowledgement, where it found none: http_timeout, connection_failed, http_error */
  readonly failed?: string
}

export type SubmitAnswer = (
  | { readonly closed: true }
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly view: SandboxView }
) & { readonly response?: { readonly text: string; readonly blocks: readonly Record<string, unknown>[] } }

export interface ActionRequest {
  readonly user: string
  readonly channel?: string
  readonly ts?: string
  readonly view_id?: string
  readonly action_id: string
  readonly block_id?: string
  readonly value?: string
  readonly selected?: string | readonly string[] | null
  /** in a modal: what its fields hold at that moment, as in SubmitRequest; sent along as state */
  readonly values?: SubmitRequest['values']
}

export interface SubmitRequest {
  readonly user: string
  readonly view_id: string
  /** block_id -> action_id -> plain value */
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** block_id -> action_id -> file, or files */
  readonly files?: Readonly<Record<string, Readonly<Record<string, SubmittedFile | readonly SubmittedFile[]>>>>
}

/** UTF-8 text, or any bytes in base64. */
export interface SubmittedFile {
  readonly name: string
  readonly text?: string
  readonly base64?: string
}

/**
 * What a person at a keyboard can do, each by Slack's own protocol (signed request or socket envelope).
 * Every function resolves once the app has settled; nothing here marks the person as "acted by hand".
 */
export interface PeopleClient {
  now(): number
  command(user: string, text: string, channel?: string): Promise<CommandAnswer>
  action(request: ActionRequest): Promise<CommandAnswer>
  submit(request: SubmitRequest): Promise<SubmitAnswer>
  /** closes the modal in front */
  close(user: string, viewId: string): Promise<void>
  message(user: string, channel: string, text: string): Promise<void>
  conversations(user: string): readonly Conversation[]
  /** opens the Home tab */
  home(user: string): Promise<SandboxView | null>
  /** true for whoever acted by the page or by the control API in this company, or has left it: never simulated again */
  byHand(user: string): boolean
  /** told of each message the app posts, to every person who sees it */
  onMessage(listener: (user: string, channel: string, message: SandboxMessage) => void): () => void
}

/** The companies and the invented people: `rehearsal/` implements it, the sandbox only calls it. */
export interface Rehearsal {
  readonly companies: readonly {
    readonly name: string
    readonly title: string
    readonly about: string
    readonly size: number
  }[]
  /** @throws an Error whose message is the sentence for the caller (status 400) */
  make(request: CompanyRequest): Company
  /** owner appoints the lead, people.csv, contacts, programs; called outside work(), app running, simulate or not */
  setUp(company: Company, people: PeopleClient): Promise<void>
  /**
   * Called at the start of every move of the clock while simulate is on. Starts one clock.work() for each invented
   * act (sleep until its instant, then act) and returns at once; what it started ends when `over` aborts.
   */
  play(company: Company, people: PeopleClient, over: AbortSignal): void
}

/** The virtual clock, as the sandbox and the rehearsal use it (the app's src/clock.ts implements it). */
export interface HostClock {
  /** ms since 1970, virtual */
  now(): number
  sleep(until: number, bell?: AbortSignal): Promise<void>
  work<T>(name: string, task: () => Promise<T>): Promise<T>
  idle(): Promise<void>
  /** @param bell where it rings, the move ends there */
  advanceTo(to: number, bell?: AbortSignal): Promise<void>
  /** stand still between moves */
  hold(on: boolean): void
  /** called with every instant the clock comes to, before anybody wakes at it */
  arrived: (at: number) => void
  /** how often the clock leapt to a sleeper since it was made */
  readonly jumps: number
  /** a new company: back to its first morning; only while idle */
  reset(to: number): void
}

/** What main.ts hands the sandbox. */
export interface Host {
  readonly clock: HostClock
  readonly rehearsal: Rehearsal
  /** the sandbox's own folder inside DATA_DIR */
  readonly folder: string
  readonly transport: 'http' | 'socket'
  /** parsed manifest.yml: commands, scopes, events, what the bot may do */
  readonly manifest: Record<string, unknown>
  readonly tokens: { readonly bot: string; readonly app: string; readonly signingSecret: string }
  /** where signed requests go in http mode, e.g. http://127.0.0.1:3000/slack/events */
  appUrl(): string
  /** this server's own origin, e.g. http://127.0.0.1:3000 (response_url, upload urls, ws) */
  origin(): string
  /** stops the app and starts it by its normal path */
  restart(): Promise<void>
  /** real clock and randomness come in here, for trigger ids, the 3 s ack and HTTP times */
  readonly realNow: () => number
}
