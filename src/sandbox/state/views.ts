import type { SandboxView } from '../host.ts'
import { APP_ID, BOT_ID, teamOf, type World } from '../world.ts'
import { withBlockIds } from '../blocks/check.ts'
import type { Json, StoredView } from './rows.ts'

/** modals above each other */
export const STACK_MAX = 3

export const stackOf = (world: World, user: string): readonly string[] => world.store.rows.stack.get(user) ?? []

/** The modal in front of this person. */
export const topView = (world: World, user: string): StoredView | undefined =>
  world.store.rows.view.get(stackOf(world, user).at(-1) ?? '')

/** Opens a modal: on top of the stack, or (`isFresh`) in place of it. */
export function openView(world: World, user: string, view: Json, isFresh: boolean): StoredView {
  if (isFresh) for (const id of stackOf(world, user)) world.store.remove('view', id)
  const below = isFresh ? [] : stackOf(world, user)
  const id = `V${world.store.next('forever', 'views')}`
  const stored = makeView(world, { id, user, root: below[0] ?? id, previous: below.at(-1) ?? null, view, state: {} })
  world.store.put('view', id, stored)
  world.store.put('stack', user, [...below, id])
  return stored
}

/** The same modal with other content; what was typed in fields that stay is kept. */
export function updateView(world: World, old: StoredView, view: Json): StoredView {
  const stored = makeView(world, { ...old, view })
  world.store.put('view', old.id, stored)
  return stored
}

/** Takes the modals away: the top one, or all. @returns those that went, top first */
export function closeViews(world: World, user: string, all: boolean): StoredView[] {
  const stack = stackOf(world, user)
  const gone = all ? stack.toReversed() : stack.slice(-1)
  const left = stack.slice(0, stack.length - gone.length)
  if (left.length > 0) world.store.put('stack', user, left)
  else world.store.remove('stack', user)
  const views = gone.map((id) => world.store.rows.view.get(id)).filter((view) => view !== undefined)
  for (const id of gone) world.store.remove('view', id)
  return views
}

export function publishHome(world: World, user: string, view: Json): StoredView {
  const id = world.store.rows.home.get(user)?.id ?? `V${world.store.next('forever', 'views')}`
  const stored = makeView(world, { id, user, root: id, previous: null, view, state: {} })
  world.store.put('home', user, stored)
  return stored
}

/** By its id, or by the external_id the app gave it. */
export function findView(world: World, id: string | undefined, externalId: string | undefined): StoredView | undefined {
  return world.store.rows.view.get(id ?? world.index.externalViews.get(externalId ?? '') ?? '')
}

/** Slack's view object. */
export function showView(world: World, stored: StoredView): SandboxView {
  const { view, id, hash, root, previous, state } = stored
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    ...(view['type'] === 'modal' && { close: null, submit: null, title: null }),
    ...view,
    // Checked by checkView before it was stored.
    blocks: view['blocks'] as Json[],
    id,
    team_id: teamOf(world),
    app_id: APP_ID,
    app_installed_team_id: teamOf(world),
    bot_id: BOT_ID,
    hash,
    root_view_id: root,
    previous_view_id: previous,
    state: { values: state },
  } as SandboxView
}

function makeView(world: World, parts: Omit<StoredView, 'hash'>): StoredView {
  const hash = `${Math.floor(world.host.clock.now() / 1000)}.${world.store.next('forever', 'hashes').toString(36)}`
  // Checked by checkView before: `blocks` is a list of objects.
  const view = { ...parts.view, blocks: withBlockIds(parts.view['blocks'] as Json[]) }
  return { ...parts, view, hash }
}
