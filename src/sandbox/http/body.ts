import type { IncomingMessage } from 'node:http'

export class BodyTooLarge extends Error {}

/** @throws BodyTooLarge past `limit` bytes */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) {
        request.pause()
        reject(new BodyTooLarge(`The body is larger than ${limit} bytes.`))
      } else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('close', () => reject(new Error('The connection closed before the body ended.')))
  })
}
