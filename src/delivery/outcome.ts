import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'

/**
 * What a failed call means. `not_sent`: nothing was posted, and it may be tried again. `refused`: nothing was posted
 * and never will be. `stopped`: nothing can be posted at all. `unknown`: it may have been posted.
 */
export type Failure =
  | { readonly is: 'rate_limited'; readonly waitMs: number }
  | { readonly is: 'not_sent' | 'refused' | 'stopped' | 'unknown'; readonly reason: string }

/** Slack's error codes that are no refusal of this one message; every other code is. */
const CODES: Readonly<Record<string, 'not_sent' | 'stopped' | 'unknown'>> = {
  // "some aspect of the operation may have succeeded" (Slack's reference)
  internal_error: 'unknown',
  fatal_error: 'unknown',
  request_timeout: 'unknown',
  service_unavailable: 'unknown',
  // the workspace is being moved, or too much was asked
  team_added_to_org: 'not_sent',
  accesslimited: 'not_sent',
  message_limit_exceeded: 'not_sent',
  rate_limited: 'not_sent',
  ratelimited: 'not_sent',
  // whatever is sent, it is refused until somebody repairs the installation
  invalid_auth: 'stopped',
  not_authed: 'stopped',
  token_revoked: 'stopped',
  token_expired: 'stopped',
  account_inactive: 'stopped',
  org_login_required: 'stopped',
  ekm_access_denied: 'stopped',
  access_denied: 'stopped',
  two_factor_setup_required: 'stopped',
  team_access_not_granted: 'stopped',
  not_allowed_token_type: 'stopped',
  missing_scope: 'stopped',
  no_permission: 'stopped',
  messages_tab_disabled: 'stopped',
}

/** Faults of a connection that was never made: no byte of the request has left. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** The request was never read: too large, of the wrong kind, or stopped by something between us and Slack. */
const UNREAD_STATUS = new Set([400, 401, 403, 404, 405, 411, 413, 414, 415, 431])

/** An error code as Slack writes them; the client passes on a page or a cut answer as if it were one (measured). */
const CODE = /^[a-z][a-z0-9_]{2,79}$/u

/** @param now for a Retry-After that names a date */
export function classify(fault: unknown, now: Date): Failure {
  if (fault instanceof WebAPIRateLimitedError) return { is: 'rate_limited', waitMs: retryAfterMs(fault.retryAfter) }
  if (fault instanceof WebAPIPlatformError) return ofCode(fault.data.error)
  if (fault instanceof WebAPIHTTPError) {
    const reason = `http_${fault.statusCode}`
    return { is: UNREAD_STATUS.has(fault.statusCode) ? 'not_sent' : 'unknown', reason }
  }
  if (fault instanceof WebAPIRequestError) return ofConnection(fault)
  const header = fault instanceof Error ? BAD_RETRY_AFTER.exec(fault.message) : null
  if (header) return { is: 'rate_limited', waitMs: retryAfterMs(header[1] ?? '', now) }
  return { is: 'unknown', reason: 'answer_cut' }
}

function ofCode(code: unknown): Failure {
  if (typeof code !== 'string' || !CODE.test(code)) return { is: 'unknown', reason: 'answer_unreadable' }
  return { is: CODES[code] ?? 'refused', reason: code }
}

function ofConnection(fault: Error): Failure {
  for (let cause: unknown = fault; cause instanceof Error; cause = cause.cause) {
    const codes = cause instanceof AggregateError ? cause.errors.map(codeOf) : [codeOf(cause)]
    if (codes.length > 0 && codes.every((code) => NEVER_LEFT.has(code)))
      return { is: 'not_sent', reason: 'no_connection' }
    if (cause.name === 'TimeoutError') return { is: 'unknown', reason: 'no_answer' }
  }
  return { is: 'unknown', reason: 'connection_lost' }
}

const codeOf = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : '')

/** The client's own words for a 429 whose Retry-After is no number (pinned by a test). */
const BAD_RETRY_AFTER = /^Retry header did not contain a valid timeout .*retry-after header: (.*)\)$/su

const SECOND_MS = 1000
const LEAST_WAIT_MS = SECOND_MS
/** where Slack does not say: the length of its windows */
const USUAL_WAIT_MS = 60 * SECOND_MS
/** a year: more is a mistake, and would not fit a date */
const LONGEST_WAIT_MS = 366 * 86_400 * SECOND_MS

/** Seconds or an HTTP date; what is neither waits a minute, and nothing waits less than a second. */
function retryAfterMs(header: number | string, now: Date = new Date(0)): number {
  const wait = typeof header === 'number' ? header * SECOND_MS : Date.parse(header) - now.getTime()
  return Number.isNaN(wait) ? USUAL_WAIT_MS : Math.min(Math.max(wait, LEAST_WAIT_MS), LONGEST_WAIT_MS)
}
