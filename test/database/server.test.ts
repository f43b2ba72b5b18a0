import { expect, test } from 'vitest'
import { ConfigError } from '../../src/config.ts'
import { openDatabase } from '../../src/database/open.ts'
import { fakeServer } from '../support/fake-postgres.ts'

/** The sentence of the refusal and how long it took. */
async function refusal(url: string): Promise<{ sentence: string; ms: number }> {
  const start = performance.now()
  const fault: unknown = await openDatabase({ url }).then(
    (database) => database.close(),
    (reason: unknown) => reason,
  )
  if (!(fault instanceof ConfigError)) throw new Error('not refused', { cause: fault })
  return { sentence: fault.message, ms: performance.now() - start }
}

test('PostgreSQL 13 is refused with a sentence, 14 is taken', async () => {
  const [old, new_] = [await fakeServer(13), await fakeServer(14)]
  expect((await refusal(old.url)).sentence).toBe('DATABASE_URL: PostgreSQL 14 or newer is needed, this is 13')
  await (await openDatabase({ url: new_.url })).close()
  old.server.close()
  new_.server.close()
})

test.concurrent.each(['nobody listens', 'the server is silent'])(
  'within 10 s it gives up, without showing the password, when %s',
  async (what) => {
    const { server, url } = await fakeServer('silent')
    if (what === 'nobody listens') server.close()
    const { sentence, ms } = await refusal(url)
    expect(sentence).toMatch(/^DATABASE_URL: no database answers within 10 s \(.+\)$/)
    expect(sentence).not.toContain('canary')
    expect(ms).toBeLessThan(10_500)
    expect(ms).toBeGreaterThan(8_000)
    if (server.listening) server.close()
  },
  15_000,
)
