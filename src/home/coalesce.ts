/**
 * Runs a task for each key one at a time: while one runs, any number of calls become one more run after it, which
 * therefore sees everything they wanted shown.
 */
export function coalesce(): (key: string, task: () => Promise<void>) => Promise<void> {
  const running = new Map<string, Promise<void>>()
  const next = new Map<string, Promise<void>>()
  const start = (key: string, task: () => Promise<void>): Promise<void> => {
    const run = task().finally(() => {
      if (running.get(key) === run) running.delete(key)
    })
    running.set(key, run)
    return run
  }
  return (key, task) => {
    const now = running.get(key)
    if (!now) return start(key, task)
    const queued = next.get(key)
    if (queued) return queued
    const run = now
      .catch(() => {}) // that run's own caller hears of it
      .then(() => {
        next.delete(key)
        return start(key, task)
      })
    next.set(key, run)
    return run
  }
}
