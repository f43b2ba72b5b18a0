import type { SandboxUser } from '../host.ts'
import type { Json } from '../state/rows.ts'
import { APP_ID, BOT_ID, BOT_USER, scopesOf, teamOf, type World } from '../world.ts'
import { offsetAt } from '../zone.ts'

/** `Ana Ruiz` -> `ana.ruiz` */
export const handleOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '.')

/** A person as Slack's Web API and events describe one; the e-mail address only with its scope. */
export function userObject(world: World, user: SandboxUser, withLocale = false): Json {
  const handle = handleOf(user.name)
  const [first = '', ...rest] = user.name.split(' ')
  const profile = {
    title: user.title,
    real_name: user.name,
    real_name_normalized: user.name.normalize('NFC'),
    display_name: handle,
    display_name_normalized: handle,
    first_name: first,
    last_name: rest.join(' '),
    team: teamOf(world),
    ...(scopesOf(world).includes('users:read.email') && { email: user.email }),
  }
  const base = { id: user.id, team_id: teamOf(world), name: handle, deleted: user.deleted, profile }
  const kind = { is_bot: false, is_app_user: false, updated: Math.floor(world.host.clock.now() / 1000) }
  if (user.deleted) return { ...base, ...kind }
  return {
    ...base,
    real_name: user.name,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: offsetAt(user.tz, world.host.clock.now()),
    is_admin: user.is_owner,
    is_owner: user.is_owner,
    is_primary_owner: user.is_owner,
    is_restricted: false,
    is_ultra_restricted: false,
    ...kind,
    is_email_confirmed: true,
    ...(withLocale && { locale: 'en-US' }),
  }
}

/** The two in every workspace who are no people: Slackbot (whose is_bot is false) and the app's own bot. */
export function botObjects(world: World): Json[] {
  const team_id = teamOf(world)
  const { botName, name } = world.manifest
  const profile = { real_name: name, display_name: botName, team: team_id, api_app_id: APP_ID, bot_id: BOT_ID }
  const slackbot = { real_name: 'Slackbot', display_name: 'Slackbot', team: team_id }
  const nobody = {
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
  }
  const zone = { tz: 'America/Los_Angeles', tz_label: 'Pacific Standard Time', tz_offset: -28_800 }
  const shared = { team_id, deleted: false, ...nobody, ...zone, is_app_user: false, updated: 0 }
  return [
    { id: 'USLACKBOT', name: 'slackbot', real_name: 'Slackbot', ...shared, is_bot: false, profile: slackbot },
    { id: BOT_USER, name: botName, real_name: name, ...shared, is_bot: true, profile },
  ]
}
