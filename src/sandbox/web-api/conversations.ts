import { findChannel, findGroup, addGroup } from '../state/conversations.ts'
import type { Channel } from '../state/rows.ts'
import { BOT_USER, companyOf, teamOf, type World } from '../world.ts'
import { isTrue, type Args } from './arguments.ts'
import { channelOf } from './channels.ts'
import { messageObject } from './message-object.ts'
import type { Method } from './method.ts'
import { TIER } from './rate.ts'
import { Refused } from './refused.ts'

const MAX_PEOPLE = 8
/** default and largest page of conversations.history for apps outside the Marketplace */
const HISTORY_PAGE = 15

const usersOf = (args: Args): string[] => [
  ...new Set(
    (args['users'] ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
  ),
]

/** im:write for one person, mpim:write for several; likewise for reading. */
const byKind = (verb: string) => (world: World, args: Args) =>
  `${findChannel(world, args['channel'] ?? '')?.kind ?? (usersOf(args).length > 1 ? 'mpim' : 'im')}:${verb}`

export const conversationsOpen: Method = {
  scope: byKind('write'),
  limit: TIER.three,
  run: (world, args) => {
    if (args['channel']) return opened(world, channelOf(world, args), args, true)
    const users = usersOf(args)
    if (users.length === 0) throw new Refused('users_list_not_supplied')
    if (users.length > MAX_PEOPLE) throw new Refused('too_many_users')
    for (const id of users) checkPerson(world, id)
    if (users.length === 1) return opened(world, channelOf(world, { channel: users[0] ?? '' }), args, true)
    const group = findGroup(world, users)
    if (!group && isTrue(args['prevent_creation'])) throw new Refused('channel_not_found')
    return opened(world, group ?? addGroup(world, users), args, group !== undefined)
  },
}

function checkPerson(world: World, id: string): void {
  if (id === BOT_USER || id === 'USLACKBOT') throw new Refused('cannot_dm_bot')
  const user = world.store.rows.user.get(id)
  if (!user) throw new Refused('user_not_found')
  if (user.deleted) throw new Refused('user_disabled')
}

function opened(world: World, channel: Channel, args: Args, isOld: boolean): object {
  const shown = isTrue(args['return_im']) ? channelObject(world, channel) : { id: channel.id }
  return { ...(isOld && { no_op: true, already_open: true }), channel: shown }
}

export const conversationsInfo: Method = {
  scope: byKind('read'),
  limit: TIER.three,
  run: (world, args) => ({ channel: channelObject(world, channelOf(world, args)) }),
}

export const conversationsHistory: Method = {
  scope: byKind('history'),
  limit: TIER.three,
  run: (world, args) => {
    const channel = channelOf(world, args)
    const asked = Number(args['limit'] ?? HISTORY_PAGE)
    if (!Number.isInteger(asked) || asked < 1) throw new Refused('invalid_limit')
    const limit = Math.min(asked, HISTORY_PAGE)
    const before = args['cursor'] ? Buffer.from(args['cursor'], 'base64').toString() : null
    const found = newestFirst(
      world,
      channel.id,
      { ...args, ...(before && { latest: before }) },
      limit + 1,
      before !== null,
    )
    const page = found.slice(0, limit)
    const more = found.length > limit
    const next_cursor = more ? Buffer.from(page.at(-1)?.ts ?? '').toString('base64') : ''
    const withMetadata = isTrue(args['include_all_metadata'])
    return {
      messages: page.map((message) => messageObject(world, message, withMetadata)),
      has_more: more,
      pin_count: 0,
      ...(more && { response_metadata: { next_cursor } }),
    }
  },
}

function newestFirst(world: World, channel: string, args: Args, limit: number, isNextPage: boolean) {
  const { oldest = '0', latest = '9' } = args
  const isInclusive = isTrue(args['inclusive']) && !isNextPage
  const all = world.index.messages.get(channel) ?? []
  const found = []
  for (let i = all.length - 1; i >= 0 && found.length < limit; i -= 1) {
    const message = all[i]
    if (!message || message.ts < oldest) break
    const isEdge = message.ts === oldest || message.ts === latest
    if (message.only !== null || message.ts > latest || (isEdge && !isInclusive)) continue
    found.push(message)
  }
  return found
}

function channelObject(world: World, channel: Channel): object {
  const isIm = channel.kind === 'im'
  const created = 0
  const shared = {
    id: channel.id,
    created,
    is_archived: false,
    is_im: isIm,
    is_mpim: !isIm,
    context_team_id: teamOf(world),
  }
  if (isIm)
    return { ...shared, user: channel.members[0], is_org_shared: false, is_user_deleted: isDeleted(world, channel) }
  return {
    ...shared,
    name: groupName(world, channel),
    is_channel: false,
    is_group: true,
    is_private: true,
    is_member: true,
  }
}

const isDeleted = (world: World, channel: Channel): boolean =>
  world.store.rows.user.get(channel.members[0] ?? '')?.deleted === true

/** Slack's name of a group conversation. */
export const groupName = (world: World, channel: Channel): string =>
  `mpdm-${channel.members.map((id) => id.toLowerCase()).join('--')}--${companyOf(world).name}-1`
