import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const int16 = (n: number) => Buffer.from([n >> 8, n & 255])
const int32 = (n: number) => Buffer.from([n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255])
const READY = message('Z', Buffer.from('I'))
const AUTHENTICATED = message('R', int32(0))

/** One row of one text column, as PostgreSQL's wire protocol (version 3.0) writes it. */
function row(text: string): Buffer {
  const column = Buffer.concat([
    Buffer.from('server_version_num\0'),
    int32(0),
    int16(0),
    int32(25),
    int16(-1),
    int32(-1),
    int16(0),
  ])
  return Buffer.concat([
    message('T', Buffer.concat([int16(1), column])),
    message('D', Buffer.concat([int16(1), int32(text.length), Buffer.from(text)])),
    message('C', Buffer.from('SHOW\0')),
    READY,
  ])
}

/** A server that says it is of that version and knows nothing else, or one that takes connections and is silent. */
export async function fakeServer(version: number | 'silent'): Promise<{ server: Server; url: string }> {
  const server = createServer((socket) => {
    let isGreeted = false
    socket.on('error', () => {})
    socket.on('data', () => {
      if (version === 'silent') return
      socket.write(isGreeted ? row(String(version * 10_000 + 11)) : Buffer.concat([AUTHENTICATED, READY]))
      isGreeted = true
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return { server, url: `postgres://ana:canary-password@127.0.0.1:${port}/mentoring` }
}
