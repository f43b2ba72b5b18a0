import type { SandboxView } from '../host.ts'
import { sendEvent } from '../inbound/events.ts'
import { imOf } from '../state/conversations.ts'
import { showView } from '../state/views.ts'
import type { World } from '../world.ts'
import { activePerson } from './command.ts'
import type { Settle } from './interact.ts'
import { actionTs } from './payload.ts'

/** A person opens the app's Home tab. @returns what is published there once the app settled, null if nothing */
export async function openHome(world: World, settle: Settle, user: string): Promise<SandboxView | null> {
  activePerson(world, user)
  await openTab(world, user, 'home')
  await settle()
  return homeOf(world, user)
}

/** Tells the app which tab of it a person opened, if its manifest asks for that. */
export async function openTab(world: World, user: string, tab: 'home' | 'messages'): Promise<void> {
  const view = tab === 'home' ? homeOf(world, user) : null
  const event = { type: 'app_home_opened', user, channel: imOf(user), tab, event_ts: actionTs(world.host.clock.now()) }
  await sendEvent(world, { ...event, ...(view && { view }) })
}

function homeOf(world: World, user: string): SandboxView | null {
  const home = world.store.rows.home.get(user)
  return home ? showView(world, home) : null
}
