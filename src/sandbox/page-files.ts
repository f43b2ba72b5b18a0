import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { BadCall } from './http/answer.ts'

const FOLDER = join(import.meta.dirname, 'page')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** GET / and /page/*: the page's own files, always fresh, allowed to load nothing from elsewhere. */
export async function servePage(path: string, response: ServerResponse): Promise<void> {
  const name = path === '/' ? 'index.html' : path.slice('/page/'.length)
  const type = TYPES[extname(name)]
  // Names of plain segments: nothing that climbs out of the folder.
  if (!type || !/^(?:[\w-]+\/)*[\w.-]+$/.test(name)) throw new BadCall('There is no such page.', 404)
  const bytes = await readFile(join(FOLDER, name)).catch(() => null)
  if (!bytes) throw new BadCall('There is no such page.', 404)
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  response.end(bytes)
}
