import type { Clock } from '../../../src/clock.ts'

interface FrozenClock {
  readonly clock: Clock
  /** how many sleep on it now */
  asleep(): number
  /** Everybody wakes, and from then on a bell wakes who sleeps. */
  thaw(): void
}

/** A clock that shows another's time and on which nobody wakes until it thaws, by no bell: a process that was frozen. */
export function frozenClock(of: Clock): FrozenClock {
  const sleepers = new Set<() => void>()
  let isFrozen = true
  return {
    clock: {
      now: () => of.now(),
      sleep: async (until, bell) => {
        if (until <= of.now() || bell?.aborted) return
        await new Promise<void>((resolve) => {
          const wake = () => {
            sleepers.delete(wake)
            resolve()
          }
          sleepers.add(wake)
          bell?.addEventListener('abort', () => isFrozen || wake(), { once: true })
        })
      },
      work: (_name, task) => task(),
    },
    asleep: () => sleepers.size,
    thaw: () => {
      isFrozen = false
      for (const wake of sleepers) wake()
    },
  }
}
