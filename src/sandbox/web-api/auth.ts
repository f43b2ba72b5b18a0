import { BOT_ID, BOT_USER, companyOf, teamOf } from '../world.ts'
import type { Method } from './method.ts'
import { TIER } from './rate.ts'

export const authTest: Method = {
  limit: TIER.none,
  run: (world) => ({
    url: `${world.host.origin()}/`,
    team: companyOf(world).title,
    user: world.manifest.botName,
    team_id: teamOf(world),
    user_id: BOT_USER,
    bot_id: BOT_ID,
    is_enterprise_install: false,
  }),
}
