import { setTimeout as nap } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { Bell, VirtualClock } from '../../src/clock.ts'
import type { HostClock } from '../../src/sandbox/host.ts'

const HOUR = 3_600_000
let clock: VirtualClock
let log: string[]
beforeEach(() => {
  clock = new VirtualClock(0)
  log = []
})

/** Sleeps until each instant in turn and notes the waking. */
const waker = (name: string, ...instants: number[]) =>
  clock.work(name, async () => {
    for (const at of instants) {
      await clock.sleep(at)
      log.push(`${name}@${clock.now()}`)
    }
  })

test('it is what the sandbox calls a clock', () => {
  const host: HostClock = clock
  expect(host.now()).toBe(0)
})

describe('a move', () => {
  test('wakes everybody due on the way, by instant and then by who lay down first, and stands at its end', async () => {
    void waker('b', 2 * HOUR, 3 * HOUR)
    void waker('a', HOUR, 2 * HOUR)
    void waker('late', 5 * HOUR)
    await clock.advanceTo(4 * HOUR)
    expect(log).toEqual([`a@${HOUR}`, `b@${2 * HOUR}`, `a@${2 * HOUR}`, `b@${3 * HOUR}`])
    expect(clock.now()).toBe(4 * HOUR)
    expect(clock.jumps).toBe(4)
  })

  test('tells of every instant it comes to before anybody wakes at it, and of its end', async () => {
    clock.arrived = (at) => log.push(`arrived@${at}`)
    void waker('a', HOUR)
    void waker('b', 2 * HOUR)
    await clock.advanceTo(3 * HOUR)
    expect(log).toEqual([`arrived@${HOUR}`, `a@${HOUR}`, `arrived@${2 * HOUR}`, `b@${2 * HOUR}`, `arrived@${3 * HOUR}`])
  })

  test('finds the sleepers that the woken leave behind', async () => {
    void clock.work('parent', async () => {
      await clock.sleep(HOUR)
      void waker('child', HOUR + 1)
    })
    await clock.advanceTo(2 * HOUR)
    expect(log).toEqual([`child@${HOUR + 1}`])
  })

  test('waits for work that takes real time before it goes on', async () => {
    void clock.work('slow', async () => {
      await clock.sleep(HOUR)
      await nap(60)
      log.push(`slow@${clock.now()}`)
    })
    void waker('next', HOUR + 1)
    await clock.advanceTo(2 * HOUR)
    expect(log).toEqual([`slow@${HOUR}`, `next@${HOUR + 1}`])
  })

  test('never goes back, and a second one waits for the first', async () => {
    void waker('a', HOUR)
    await Promise.all([clock.advanceTo(2 * HOUR), clock.advanceTo(HOUR)])
    expect(clock.now()).toBe(2 * HOUR)
    expect(log).toEqual([`a@${HOUR}`])
  })

  test('lets timers of the event loop have their turn', async () => {
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 1)
    void waker('a', ...Array.from({ length: 2_000 }, (_, i) => i + 1))
    await clock.advanceTo(2_000)
    clearInterval(timer)
    expect(log).toHaveLength(2_000)
    expect(ticks).toBeGreaterThan(2)
  })

  test('that fails leaves the clock usable', async () => {
    clock.check = () => ['one open fetch']
    await expect(clock.advanceTo(HOUR)).rejects.toThrow('the clock moved while work was in flight: one open fetch')
    clock.check = () => []
    await clock.advanceTo(HOUR)
    expect(clock.now()).toBe(HOUR)
  })
})

describe('a sleep', () => {
  test('outside work is a fault', async () => {
    await expect(clock.sleep(HOUR)).rejects.toThrow('sleep outside work()')
  })

  test('twice at once in one work is a fault that names it', async () => {
    const both = clock.work('two branches', () => Promise.all([clock.sleep(HOUR), clock.sleep(2 * HOUR)]))
    await expect(both).rejects.toThrow('"two branches" sleeps twice at once')
  })

  test('is a fault in what outlives the work it began in', async () => {
    const after = await clock.work('starts a server', async () => [nap(10).then(() => clock.sleep(HOUR))])
    await expect(after[0]).rejects.toThrow('sleep outside work()')
  })

  test('until now or earlier, or on a bell that has rung, ends at once', async () => {
    const bell = new Bell()
    const rung = bell.signal
    bell.ring()
    await clock.work('awake', async () => {
      await clock.sleep(0)
      await clock.sleep(HOUR, rung)
    })
    expect(clock.now()).toBe(0)
  })

  test('ended by a bell is counted before anybody can look', async () => {
    const bell = new Bell()
    const work = clock.work('sender', () => clock.sleep(HOUR, bell.signal))
    expect(clock.awake).toEqual([])
    bell.ring()
    expect(clock.awake).toEqual(['sender'])
    await work
    expect(clock.awake).toEqual([])
  })

  test('ended by a bell leaves no second waking behind', async () => {
    const bell = new Bell()
    void clock.work('sender', async () => {
      await clock.sleep(HOUR, bell.signal)
      await clock.sleep(3 * HOUR)
      log.push(`sender@${clock.now()}`)
    })
    bell.ring()
    await clock.advanceTo(2 * HOUR)
    expect(log).toEqual([])
    await clock.advanceTo(3 * HOUR)
    expect(log).toEqual([`sender@${3 * HOUR}`])
  })
})

describe('idle', () => {
  test('is when all work is finished or asleep, also when one work starts another', async () => {
    void clock.work('first', async () => {
      await nap(10)
      void clock.work('second', async () => {
        await nap(20)
        log.push('second')
      })
    })
    await clock.idle()
    expect(log).toEqual(['second'])
  })

  test('is when work has failed', async () => {
    const failing = clock.work('failing', () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    await clock.idle()
  })

  test('inside work is a fault, not a wait for ever', async () => {
    await expect(clock.work('handler', () => clock.idle())).rejects.toThrow('idle() inside "handler"')
  })

  test('gives up on what stays awake too long, and names it alone', async () => {
    let finish = () => {}
    const stuck = clock.work('stuck listener', () => new Promise<void>((resolve) => (finish = resolve)))
    void clock.work('asleep', () => clock.sleep(HOUR))
    await expect(clock.idle(50)).rejects.toThrow(/^not idle, still awake after 0.05 s: stuck listener$/)
    finish()
    await stuck
    await clock.idle()
  })

  test('has patience with many short pieces of work, each of which starts the next', async () => {
    const piece = (n: number): Promise<void> =>
      clock.work(`piece ${n}`, async () => {
        await nap(15)
        if (n > 0) void piece(n - 1)
        else log.push('last piece')
      })
    void piece(20)
    await clock.idle(150)
    expect(log).toEqual(['last piece'])
  })
})

describe('between moves', () => {
  test('it stands still while held', async () => {
    await nap(20)
    expect(clock.now()).toBe(0)
  })

  test('it runs at the real pace while not held, and wakes who is due', async () => {
    const woken = waker('soon', 30)
    clock.hold(false)
    await woken
    expect(clock.now()).toBeGreaterThanOrEqual(30)
    expect(clock.now()).toBeLessThan(1_000)
    clock.hold(true)
    const stopped = clock.now()
    await nap(20)
    expect(clock.now()).toBe(stopped)
  })

  test('a move stands at its instants although the clock runs, and it runs on from the end', async () => {
    clock.hold(false)
    void clock.work('slow', async () => {
      await clock.sleep(HOUR)
      await nap(30)
      log.push(`slow@${clock.now()}`)
    })
    await clock.advanceTo(2 * HOUR)
    expect(log).toEqual([`slow@${HOUR}`])
    await nap(20)
    expect(clock.now()).toBeGreaterThan(2 * HOUR)
    expect(clock.now()).toBeLessThan(2 * HOUR + 5_000)
    clock.hold(true)
  })
})

describe('reset', () => {
  test('goes back to a first morning', async () => {
    await clock.advanceTo(100 * HOUR)
    clock.reset(HOUR)
    expect(clock.now()).toBe(HOUR)
  })

  test('is refused while anything is awake', async () => {
    const work = clock.work('busy', () => nap(10).then(() => {}))
    expect(() => clock.reset(0)).toThrow('busy')
    await work
  })
})
