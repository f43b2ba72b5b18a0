import type { Cipher } from '../database/cipher.ts'

/** Names our messages' metadata among other apps'. */
export const EVENT_TYPE = 'vice_versa'

/**
 * The opaque name a message carries in its metadata, where any app of the workspace may read it: it says nothing, and
 * the same message has the same one at every attempt.
 */
export const messageKey = (
  cipher: Cipher,
  row: { readonly kind: string; readonly subject: string; readonly cycleOn: string; readonly recipient: string },
): string => cipher.mac([row.kind, row.subject, row.cycleOn, row.recipient].join('|'))
