import { expect, test } from 'vitest'
import { ConfigError } from '../../src/config.ts'
import { openServer, PATIENCE_MS } from '../../src/database/open-server.ts'
import { fakeServer } from '../support/fake-postgres.ts'

/** The sentence of the refusal and how long it took. */
async function refusal(url: string, patience = PATIENCE_MS): Promise<{ sentence: string; ms: number }> {
  const start = performance.now()
  const fault: unknown = await openServer(url, patience).then(
    (database) => database.close(),
    (reason: unknown) => reason,
  )
  if (!(fault instanceof ConfigError)) throw new Error('not refused', { cause: fault })
  return { sentence: fault.message, ms: performance.now() - start }
}

test('PostgreSQL 13 is refused with a sentence, 14 is taken', async () => {
  const [old, new_] = [await fakeServer(13), await fakeServer(14)]
  expect((await refusal(old.url)).sentence).toBe('DATABASE_URL: PostgreSQL 14 or newer is needed, this is 13')
  await (await openServer(new_.url)).close()
  old.server.close()
  new_.server.close()
})

test.concurrent.each(['nobody listens', 'the server is silent'])(
  'it gives up when its patience is over, without showing the password, when %s',
  async (what) => {
    const { server, url } = await fakeServer('silent')
    if (what === 'nobody listens') server.close()
    const { sentence, ms } = await refusal(url, 2_000)
    expect(sentence).toMatch(/^DATABASE_URL: no database answers within 2 s \(.+\)$/)
    expect(sentence).not.toContain('canary')
    expect(ms).toBeLessThan(2_500)
    expect(ms).toBeGreaterThan(1_600)
    if (server.listening) server.close()
  },
  15_000,
)

test('its patience is 10 s, which a server on the same machine needs to start', () => {
  expect(PATIENCE_MS).toBe(10_000)
})
