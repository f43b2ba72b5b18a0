import { createPeople } from './people/client.ts'
import { companyOf, settingsOf, tellNow, type World } from './world.ts'

export interface Moved {
  readonly now: string
  /** leaps of the clock, each to one sleeper */
  readonly ticks: number
  /** messages the app posted meanwhile */
  readonly sent: number
}

/**
 * Moves the clock and lets happen whatever is due until then, invented people's acts too while simulate is on. Moves
 * wait for each other.
 * @param target asked when it is this move's turn: a duration counts from where the move before it ended
 */
export function moveClock(world: World, target: () => number): Promise<Moved> {
  return world.turns.run(async () => {
    const { clock } = world.host
    const to = target()
    const before = { jumps: clock.jumps, posts: world.index.posts }
    const over = new AbortController()
    world.moving = { from: clock.now(), to }
    try {
      if (settingsOf(world).simulate)
        world.host.rehearsal.play(companyOf(world), createPeople(world, 'inside'), over.signal)
      await clock.advanceTo(to)
    } finally {
      over.abort()
      world.moving = null
    }
    await clock.idle()
    return { now: tellNow(world), ticks: clock.jumps - before.jumps, sent: world.index.posts - before.posts }
  })
}
