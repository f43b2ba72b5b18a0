import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'

/** Where a sealed value lives. It opens nowhere else: a value moved to another row is refused. */
export interface Place {
  readonly table: string
  /** the primary key's parts, workspace first, joined by '/' */
  readonly row: string
  /** only where a row has several sealed columns */
  readonly column?: string
}

export interface Cipher {
  /** which key this is, as 8 hex digits; says nothing about the key */
  readonly keyId: string
  /** The same text sealed twice gives different bytes. */
  seal(text: string, at: Place): Buffer
  /** @throws CipherError unless exactly these bytes were sealed here with this key */
  open(bytes: Uint8Array, at: Place): string
  /** 24 hex digits that only this key makes of that text: an opaque name for it */
  mac(text: string): string
}

/** A sealed value that does not open. Its message names the place, never what is in it. */
export class CipherError extends Error {
  override readonly name = 'CipherError'
  readonly why: 'other-key' | 'damaged'

  constructor(why: CipherError['why'], at: Place, options?: ErrorOptions) {
    super(`${at.table} ${at.row}: ${why === 'other-key' ? 'sealed with another key' : 'damaged or moved'}`, options)
    this.why = why
  }
}

const FORMAT = Buffer.from([1])
const KEY_ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = FORMAT.length + KEY_ID_BYTES
const KEY_BYTES = 32

/**
 * AES-256-GCM for single fields: format, key id, nonce, ciphertext, tag. Each use of the key has a subkey of its own.
 * @param key 32 random bytes
 */
export function createCipher(key: Buffer): Cipher {
  if (key.length !== KEY_BYTES) throw new RangeError('an encryption key has 32 bytes')
  const subkey = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `vice-versa ${use}`, KEY_BYTES))
  const [fieldKey, macKey] = [createSecretKey(subkey('field')), createSecretKey(subkey('mac'))]
  const id = subkey('key id').subarray(0, KEY_ID_BYTES)
  const head = Buffer.concat([FORMAT, id])
  return {
    keyId: id.toString('hex'),
    seal(text, at) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce).setAAD(placeBytes(head, at))
      return Buffer.concat([head, nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open(bytes, at) {
      const sealed = Buffer.from(bytes)
      if (sealed.length < HEAD_BYTES + NONCE_BYTES + TAG_BYTES) throw new CipherError('damaged', at)
      if (!sealed.subarray(0, HEAD_BYTES).equals(head)) throw new CipherError('other-key', at)
      const nonce = sealed.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(placeBytes(head, at)).setAuthTag(sealed.subarray(-TAG_BYTES))
      try {
        const text = decipher.update(sealed.subarray(HEAD_BYTES + NONCE_BYTES, -TAG_BYTES))
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch (fault) {
        throw new CipherError('damaged', at, { cause: fault })
      }
    },
    mac: (text) => createHmac('sha256', macKey).update(text).digest('hex').slice(0, 24),
  }
}

/** No two places give the same bytes, whatever is in their names. */
const placeBytes = (head: Buffer, at: Place): Buffer =>
  Buffer.concat([head, Buffer.from(JSON.stringify([at.table, at.row, at.column ?? '']))])
