import type { IncomingMessage, ServerResponse } from 'node:http'
import { BadCall, sendJson } from '../http/answer.ts'
import { readBody } from '../http/body.ts'
import { readBytes, writeBytes } from '../state/files.ts'
import { scopesOf, type World } from '../world.ts'
import { mimeOf } from './file-object.ts'

const MAX_UPLOAD = 50_000_000

/** POST /upload/<id>: the bytes of a file that files.getUploadURLExternal announced, bare or as a multipart form. */
export async function serveUpload(
  world: World,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = world.store.rows.file.get(id)
  if (!file || file.isComplete || file.owner !== 'app') throw new BadCall('There is no upload waiting here.', 404)
  const type = request.headers['content-type'] ?? ''
  const body = await readBody(request, MAX_UPLOAD)
  const bytes = type.startsWith('multipart/form-data') ? await firstPart(body, type) : body
  if (bytes.length !== file.size) throw new BadCall(`${file.size} bytes were announced and ${bytes.length} came.`)
  writeBytes(world, id, bytes)
  response.end(`OK - ${bytes.length}`)
}

async function firstPart(body: Buffer, type: string): Promise<Buffer> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const part = [...form.values()][0]
  if (part === undefined) throw new BadCall('The form holds no file.')
  return typeof part === 'string' ? Buffer.from(part) : Buffer.from(await part.arrayBuffer())
}

/** GET /files/<id>/<name>: for the bot token with files:read, as url_private_download. */
export function serveDownload(world: World, id: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.authorization !== `Bearer ${world.host.tokens.bot}`)
    throw new BadCall('This file needs the bot token.', 403)
  if (!scopesOf(world).includes('files:read')) throw new BadCall('This file needs the scope files:read.', 403)
  sendFile(world, id, response)
}

/** The bytes, as a download; shared with the page, whose reader was checked before. */
export function sendFile(world: World, id: string, response: ServerResponse): void {
  const file = world.store.rows.file.get(id)
  const bytes = file?.isComplete ? readBytes(world, id) : null
  if (!file || !bytes) return sendJson(response, 404, { error: 'There is no such file.' })
  response.writeHead(200, {
    'content-type': mimeOf(file.name),
    'content-length': bytes.length,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(bytes)
}
