import { type WebClient, WebAPIPlatformError } from '@slack/web-api'
import { ConfigError } from '../config.ts'

export interface Identity {
  readonly workspaceId: string
  readonly workspaceName: string
  readonly botId: string
  readonly botUserId: string
  /** what Slack has granted this token */
  readonly scopes: readonly string[]
}

/**
 * Who this token is, and where (auth.test).
 * @throws ConfigError when Slack refuses the token, or cannot be reached
 */
export async function identify(client: WebClient): Promise<Identity> {
  const answer = await client.auth.test().catch((fault: unknown) => {
    if (!(fault instanceof WebAPIPlatformError)) {
      throw new ConfigError(
        [
          'SLACK_BOT_TOKEN: Slack could not be asked about it; look at the network (and SLACK_API_URL, where it is set) and start again',
        ],
        {
          cause: fault,
        },
      )
    }
    throw new ConfigError(
      [
        `SLACK_BOT_TOKEN: Slack does not accept it (${fault.data.error}); copy it again from api.slack.com/apps > your app > OAuth & Permissions`,
      ],
      { cause: fault },
    )
  })
  const { team_id, team, bot_id, user_id } = answer
  if (!team_id || !bot_id || !user_id)
    throw new ConfigError(['SLACK_BOT_TOKEN: this token is not a bot of one workspace'])
  return {
    workspaceId: team_id,
    workspaceName: team ?? team_id,
    botId: bot_id,
    botUserId: user_id,
    scopes: answer.response_metadata?.scopes ?? [],
  }
}
