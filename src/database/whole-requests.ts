import type { PGlite } from '@electric-sql/pglite'

/** Parse, Bind, Describe, Execute and Close: the server answers none of them before a Sync. */
const PARTS = new Set(Buffer.from('PBDEC'))

/**
 * The same database, handed each request whole: the driver's five small messages go in one, as they would over a
 * network. Each costs a turn of the queue otherwise, and after a faulty one the rest would still be carried out
 * (measured: a statement that cannot be parsed ended the process).
 */
export function wholeRequests(lite: PGlite): PGlite {
  let parts: Uint8Array[] = []
  const execProtocolStream: PGlite['execProtocolStream'] = async (message, options) => {
    parts.push(message)
    if (PARTS.has(message[0] ?? 0)) return []
    const whole = parts.length === 1 ? message : Buffer.concat(parts)
    parts = []
    return lite.execProtocolStream(whole, options)
  }
  return Object.assign(Object.create(lite), { execProtocolStream })
}
