import { createPeople } from './people/client.ts'
import { companyOf, settingsOf, tellNow, type World } from './world.ts'

export interface Moved {
  readonly now: string
  /** leaps of the clock, each to one sleeper */
  readonly ticks: number
  /** messages the app posted meanwhile */
  readonly sent: number
}

/** What is due at the same time as a message goes out within so long, at Slack's pace. */
const TOGETHER_MS = 60_000

/**
 * Moves the clock and lets happen whatever is due until then, invented people's acts too while simulate is on. Moves
 * wait for each other.
 * @param target asked when it is this move's turn: a duration counts from where the move before it ended
 * @param until ends a minute after the app has written to that person, where it does; '' for nobody
 * @returns and whether the app has written to them
 */
export function moveClock(
  world: World,
  target: () => number,
  until: string,
): Promise<Moved & { readonly heard: boolean }> {
  return world.turns.run(async () => {
    const { clock } = world.host
    const to = target()
    const before = { jumps: clock.jumps, posts: world.index.posts }
    const over = new AbortController()
    const bell = new AbortController()
    const ring = (user: string) => user === until && bell.abort()
    world.listeners.add(ring)
    world.moving = { from: clock.now(), to }
    try {
      if (settingsOf(world).simulate)
        world.host.rehearsal.play(companyOf(world), createPeople(world, 'inside'), over.signal)
      await clock.advanceTo(to, bell.signal)
      if (bell.signal.aborted) await clock.advanceTo(Math.min(to, clock.now() + TOGETHER_MS))
    } finally {
      world.listeners.delete(ring)
      over.abort()
      world.moving = null
    }
    await clock.idle()
    const [ticks, sent] = [clock.jumps - before.jumps, world.index.posts - before.posts]
    return { now: tellNow(world), ticks, sent, heard: bell.signal.aborted }
  })
}
