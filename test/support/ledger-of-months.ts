import type { Running } from './running.ts'
import { loadSmall } from './small-company.ts'

/** The same key for every run: equal messages then carry equal keys. */
export const ENCRYPTION_KEY = 'ab'.repeat(32)

/** Loads the small company and lets it live until then. @returns the ledger: at, method, to, key of every call, in order */
export async function lifeOf(app: Running, until: string): Promise<readonly string[]> {
  // between moves the clock would run at the real one's pace, which is not the same twice
  await app.post('/clock', { hold: true })
  await loadSmall(app)
  await app.post('/clock', { to: until })
  return (await app.ledger()).map((c) => `${c.at} ${c.method} ${c.to} ${c.key}`)
}
