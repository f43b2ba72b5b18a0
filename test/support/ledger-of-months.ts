import type { Running } from './running.ts'

/** The same key for every run: equal messages then carry equal keys. */
export const ENCRYPTION_KEY = 'ab'.repeat(32)

/** Lets its company live until then. @returns the ledger from its beginning: at, method, to, key of every call, in order */
export async function lifeOf(app: Running, until: string): Promise<readonly string[]> {
  await app.post('/clock', { to: until })
  return (await app.ledger()).map((c) => `${c.at} ${c.method} ${c.to} ${c.key}`)
}
