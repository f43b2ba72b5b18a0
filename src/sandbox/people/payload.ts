import { groupName } from '../web-api/conversations.ts'
import { handleOf } from '../web-api/user-object.ts'
import { APP_ID, companyOf, teamOf, type World } from '../world.ts'
import type { Channel, Json } from '../state/rows.ts'

/** What every interactive payload says about who did it and where. */
export function interactionBase(world: World, user: string): Json {
  const name = handleOf(world.store.rows.user.get(user)?.name ?? user)
  const team_id = teamOf(world)
  return {
    team: { id: team_id, domain: companyOf(world).name },
    user: { id: user, username: name, name, team_id },
    api_app_id: APP_ID,
    token: 'sandbox',
    enterprise: null,
    is_enterprise_install: false,
  }
}

export const channelName = (world: World, channel: Channel): string =>
  channel.kind === 'im' ? 'directmessage' : groupName(world, channel)

/** Seconds with six digits, as Slack writes instants in payloads. */
export const actionTs = (at: number): string =>
  `${Math.floor(at / 1000)}.${String((at % 1000) * 1000).padStart(6, '0')}`
