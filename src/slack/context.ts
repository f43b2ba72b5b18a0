import type { WebClient } from '@slack/web-api'
import type { Copy } from '../copy/copy.ts'
import type { Db, Deps } from '../database/deps.ts'
import type { Boundary } from './boundary.ts'
import type { Listeners, Standing } from './listener.ts'

/** What the Slack side is handed by main.ts. */
export interface SlackContext {
  readonly deps: Deps
  readonly copy: Copy
  /** the one workspace this app is installed in */
  readonly workspaceId: string
  readonly interactive: WebClient
  readonly slackApiUrl: string | undefined
  readonly listeners: Required<Listeners>
  readonly boundary: Boundary
  readonly now: () => Date
  /** who this is and what they lead; asked anew for every request */
  readonly standingOf: (db: Db, workspaceId: string, userId: string) => Promise<Standing>
  /** first name of somebody who leads the workspace, for "give Dana this code"; null before the first lead */
  readonly leadToAsk: (db: Db, workspaceId: string) => Promise<string | null>
}
