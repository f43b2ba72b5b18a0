import type { Deps } from '../database/deps.ts'
import { showForClick } from '../enrollment/listeners/show.ts'
import { standingOf } from '../program/lead-store.ts'
import { ACTION } from '../slack/ids.ts'
import type { Call, EventCall, Listeners } from '../slack/listener.ts'
import type { Message } from '../slack/message.ts'
import { coalesce } from './coalesce.ts'
import { lookAtHome } from './look-at-home.ts'
import { homeView, statusMessage } from './views/home-view.ts'

/** `/mentor` alone, `status`, and App Home: where I stand. */
export function homeListeners(deps: Deps): Listeners {
  const oneAtATime = coalesce()
  return {
    commands: [{ name: 'status', access: 'everyone', run: (call) => status(deps, call) }],
    actions: [
      {
        id: ACTION.statusShow,
        access: 'everyone',
        run: async (call) => showForClick(call, { message: await status(deps, call) }),
      },
    ],
    events: [{ type: 'app_home_opened', run: (call) => opened(deps, call, oneAtATime) }],
  }
}

async function status(deps: Deps, { workspaceId, userId: personId, standing, copy, now }: Call): Promise<Message> {
  return statusMessage(copy, await lookAtHome(deps, { workspaceId, personId, standing }, now))
}

/** Only the Home tab shows a view; opening the conversation is no event of ours. */
async function opened(deps: Deps, call: EventCall, oneAtATime: ReturnType<typeof coalesce>): Promise<void> {
  const { workspaceId, event, copy, now } = call
  const { user: personId, tab } = event
  if (tab !== 'home' || typeof personId !== 'string') return
  await oneAtATime(`${workspaceId}/${personId}`, async () => {
    const standing = await standingOf(deps.db, workspaceId, personId)
    await call.publishHome(personId, homeView(copy, await lookAtHome(deps, { workspaceId, personId, standing }, now)))
  })
}
