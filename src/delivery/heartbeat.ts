import { schedule } from 'node-cron'

/**
 * Rings every minute of the machine's clock, so that a loop never sleeps through what another process wrote. Only a
 * ring: what is due is a row, and a minute that is missed loses nothing. Live alone; the sandbox sleeps on its clock.
 * @returns ends it
 */
export function startHeartbeat(ring: () => void): () => Promise<void> {
  const task = schedule('* * * * *', ring, { timezone: 'UTC', noOverlap: true })
  return async () => {
    await task.destroy()
  }
}
