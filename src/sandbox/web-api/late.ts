import type { LateCall } from '../state/rows.ts'
import type { World } from '../world.ts'
import { carryOut } from './carry-out.ts'

/** Keeps a call that Slack will accept at a later virtual instant, over a restart too. */
export function acceptLater(world: World, method: string, args: Readonly<Record<string, string>>, due: number): void {
  const id = String(world.store.next('counter', 'late'))
  const late = { id, method, args, due }
  world.store.put('late', id, late)
  waitFor(world, late)
}

/** At the start: goes on waiting for what was late when the sandbox stopped. */
export function resumeLate(world: World): void {
  for (const late of world.store.rows.late.values()) waitFor(world, late)
}

function waitFor(world: World, { id, method, args, due }: LateCall): void {
  const over = world.over.signal
  void world.host.clock.work(`late ${method}`, async () => {
    await world.host.clock.sleep(due, over)
    if (over.aborted) return
    world.store.change(() => {
      world.store.remove('late', id)
      carryOut(world, method, world.host.tokens.bot, args, 'late')
    })
  })
}
