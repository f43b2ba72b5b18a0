import { checkView, isViewTooLarge } from '../blocks/check.ts'
import { findView, openView, publishHome, showView, stackOf, STACK_MAX, updateView } from '../state/views.ts'
import type { Json, StoredView } from '../state/rows.ts'
import type { World } from '../world.ts'
import { jsonObject, required, type Args } from './arguments.ts'
import { isAnswer } from './chat.ts'
import type { Method } from './method.ts'
import { TIER } from './rate.ts'
import { Refused } from './refused.ts'

/** Each needs a trigger of its own, so people cannot be starved by other calls of the app. */
const byTrigger = { limit: TIER.none } as const

export const viewsOpen: Method = {
  ...byTrigger,
  run: (world, args) => {
    const view = readView(world, required(args, 'view'), 'modal')
    const trigger = world.triggers.use(args['trigger_id'] ?? '', world.host.realNow())
    const stored = openView(world, trigger.user, view, true)
    world.captures.viewed(trigger.user, trigger.token, stored.id)
    return { view: showView(world, stored) }
  },
}

export const viewsPush: Method = {
  ...byTrigger,
  run: (world, args) => {
    const view = readView(world, required(args, 'view'), 'modal')
    const trigger = world.triggers.use(args['trigger_id'] ?? '', world.host.realNow())
    const depth = stackOf(world, trigger.user).length
    if (depth === 0) throw new Refused('not_found')
    if (depth >= STACK_MAX) throw new Refused('push_limit_reached')
    const stored = openView(world, trigger.user, view, false)
    world.captures.viewed(trigger.user, trigger.token, stored.id)
    return { view: showView(world, stored) }
  },
}

export const viewsUpdate: Method = {
  ...byTrigger,
  run: (world, args) => {
    const old = findView(world, args['view_id'], args['external_id'])
    if (!old) throw new Refused('not_found')
    const view = readView(world, required(args, 'view'), 'modal', old)
    checkHash(args, old)
    const stored = updateView(world, old, view)
    world.captures.viewed(old.user, null, old.id)
    return { view: showView(world, stored) }
  },
}

export const viewsPublish: Method = {
  limit: TIER.four,
  free: (world, args) => isAnswer(world, args['user_id'] ?? ''),
  run: (world, args) => {
    const user = required(args, 'user_id')
    const view = readView(world, required(args, 'view'), 'home')
    if (!world.manifest.hasHome) throw new Refused('not_enabled')
    if (!world.store.rows.user.has(user)) throw new Refused('user_not_found')
    const old = world.store.rows.home.get(user)
    if (old) checkHash(args, old)
    return { view: showView(world, publishHome(world, user, view)) }
  },
}

/**
 * Reads a view as Slack would.
 * @param old the view it replaces, whose external_id it may keep
 * @throws Refused: invalid_blocks where a block is wrong, else invalid_arguments, view_too_large, duplicate_external_id
 */
function readView(world: World, text: string, type: 'modal' | 'home', old?: StoredView): Json {
  const view = jsonObject(text, 'invalid_arguments')
  acceptView(world, view, type, old)
  return view
}

/** The checks of readView, for views that come parsed in an acknowledgement. */
export function acceptView(world: World, view: Json, type: 'modal' | 'home', old?: StoredView): void {
  if (isViewTooLarge(view)) throw new Refused('view_too_large')
  const problems = view['type'] === type ? checkView(view) : [`must be ${type} [json-pointer:/view/type]`]
  if (problems.length > 0) {
    const isBlock = problems.every((problem) => problem.includes('/view/blocks'))
    throw Refused.because(isBlock ? 'invalid_blocks' : 'invalid_arguments', problems)
  }
  const external = view['external_id']
  const holder = typeof external === 'string' ? world.index.externalViews.get(external) : undefined
  if (holder !== undefined && holder !== old?.id) throw new Refused('duplicate_external_id')
}

function checkHash(args: Args, view: StoredView): void {
  if (args['hash'] && args['hash'] !== view.hash) throw new Refused('hash_conflict')
}
