import { type WebClient, WebAPIRateLimitedError } from '@slack/web-api'

/** Everybody Slack knows here. */
export interface SlackDirectory {
  /** Slack's own user objects, deactivated people and bots too; e-mail only with the optional scope */
  listUsers(): Promise<readonly unknown[]>
}

/** Slack advises at most 200 a page. */
const PAGE = 200

/**
 * users.list, page by page (20 calls a minute are granted: 10,000 people take about two and a half minutes).
 * @param pause waits that many seconds when Slack asks for it
 */
export const slackDirectory = (client: WebClient, pause: (seconds: number) => Promise<void>): SlackDirectory => ({
  async listUsers() {
    const users: unknown[] = []
    let cursor: string | undefined
    do {
      const page = await listPage(client, cursor, pause)
      users.push(...(page.members ?? []))
      cursor = page.response_metadata?.next_cursor || undefined
    } while (cursor !== undefined)
    return users
  },
})

async function listPage(client: WebClient, cursor: string | undefined, pause: (seconds: number) => Promise<void>) {
  for (;;) {
    try {
      return await client.users.list({ limit: PAGE, include_locale: true, ...(cursor !== undefined && { cursor }) })
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError)) throw error
      await pause(error.retryAfter)
    }
  }
}
