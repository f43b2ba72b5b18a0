/** A sentence of the server, fit to be shown. */
export class Refused extends Error {
  /**
   * @param {string} sentence
   * @param {number} status
   */
  constructor(sentence, status) {
    super(sentence)
    this.status = status
  }
}

/**
 * @param {string} path  below /_sandbox
 * @param {RequestInit} [init]
 * @returns {Promise<unknown>}
 */
async function call(path, init) {
  const response = await fetch(`/_sandbox${path}`, init).catch(() => {
    throw new Refused('The sandbox does not answer. It may be starting again.', 0)
  })
  // Long calls stream spaces first and may still fail in the body: JSON.parse takes the spaces, the body decides.
  const text = await response.text()
  /** @type {unknown} */
  let body = null
  try {
    body = text.trim() === '' ? null : JSON.parse(text)
  } catch {
    throw new Refused('The sandbox gave an answer that I cannot read.', response.status)
  }
  const error = body !== null && typeof body === 'object' && 'error' in body ? body.error : null
  if (typeof error === 'string') throw new Refused(error, response.status)
  if (!response.ok) throw new Refused('The sandbox could not do that.', response.status)
  return body
}

/**
 * @template T
 * @param {string} path
 * @param {Record<string, string | number>} [query]
 * @returns {Promise<T>}
 */
export async function get(path, query = {}) {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  return /** @type {T} the control API's contract */ (await call(asked ? `${path}?${asked}` : path))
}

/**
 * @template T
 * @param {string} path
 * @param {object} body
 * @param {string} [method]
 * @returns {Promise<T>}
 */
export async function post(path, body, method = 'POST') {
  const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return /** @type {T} the control API's contract */ (await call(path, init))
}

/**
 * Where a file that the app shared can be read by this person.
 * @param {string} user
 * @param {string} id
 */
export const fileUrl = (user, id) => `/_sandbox/file?${new URLSearchParams({ user, id })}`
