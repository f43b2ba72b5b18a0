import type { IncomingMessage } from 'node:http'

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Whether a request was meant for this machine: a foreign Host is another name rebound to 127.0.0.1, a foreign Origin
 * a page of the internet posting here from somebody's browser.
 */
export function isLocal(request: IncomingMessage): boolean {
  const origin = request.headers.origin
  if (origin !== undefined && !LOCAL.test(origin.replace(/^https?:\/\//, ''))) return false
  return LOCAL.test(request.headers.host ?? '')
}
