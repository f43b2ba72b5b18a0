import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Cipher, CipherError, createCipher } from '../../src/database/cipher.ts'

const cipher = createCipher(Buffer.alloc(32, 7))
const PLACE = { table: 'check_in', row: 'T1/12/2026-02-02/U01' }
const WORDS = 'She listened. 木曜日 👋'

/** Why it does not open. */
function refusal(by: Cipher, bytes: Uint8Array, at = PLACE): string {
  try {
    return `opened: ${by.open(bytes, at)}`
  } catch (fault) {
    return fault instanceof CipherError ? fault.why : `untyped: ${String(fault)}`
  }
}

test('what was sealed opens in its own place, the empty text too', () => {
  for (const text of [WORDS, '', 'x'.repeat(100_000)]) expect(cipher.open(cipher.seal(text, PLACE), PLACE)).toBe(text)
})

test('the sealed bytes hold neither the words nor the same bytes twice', () => {
  const sealed = Array.from({ length: 200 }, () => cipher.seal(WORDS, PLACE))
  expect(new Set(sealed.map((bytes) => bytes.toString('hex'))).size).toBe(200)
  expect(sealed.some((bytes) => bytes.includes('listened'))).toBe(false)
})

test('every flipped bit and every cut is a typed error, never other words', () => {
  const sealed = cipher.seal(WORDS, PLACE)
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const bent = Buffer.from(sealed)
    bent.writeUInt8(bent.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(refusal(cipher, bent)).toBe(bit < 5 * 8 ? 'other-key' : 'damaged')
  }
  for (let length = 0; length < sealed.length; length += 1) {
    expect(refusal(cipher, sealed.subarray(0, length))).toBe('damaged')
  }
})

test.each([
  ['another row', { ...PLACE, row: 'T1/12/2026-02-02/U02' }],
  ['another table', { ...PLACE, table: 'agreement' }],
  ['another column', { ...PLACE, column: 'words' }],
  ['names cut differently', { table: 'check_inT1', row: '/12/2026-02-02/U01' }],
])('a value moved to %s does not open', (_where, at) => {
  expect(refusal(cipher, cipher.seal(WORDS, PLACE), at)).toBe('damaged')
})

test('another key is told from damage, and the error shows no words', () => {
  const other = createCipher(randomBytes(32))
  expect(refusal(other, cipher.seal(WORDS, PLACE))).toBe('other-key')
  expect(other.keyId).not.toBe(cipher.keyId)
  expect(() => other.open(cipher.seal(WORDS, PLACE), PLACE)).toThrow(/^check_in T1\/12\S*: sealed with another key$/)
})

test('a mac is 24 hex digits, the same for the same text and key alone', () => {
  expect(cipher.mac('prompt/12/U01')).toMatch(/^[0-9a-f]{24}$/)
  expect(createCipher(Buffer.alloc(32, 7)).mac('prompt/12/U01')).toBe(cipher.mac('prompt/12/U01'))
  expect(cipher.mac('prompt/12/U02')).not.toBe(cipher.mac('prompt/12/U01'))
  expect(createCipher(Buffer.alloc(32, 8)).mac('prompt/12/U01')).not.toBe(cipher.mac('prompt/12/U01'))
})

test('what a released version sealed still opens', () => {
  const released = Buffer.from(
    '01a30eb9590069b7c6f2970baa24da9e7e5fe40396ba5dc92dc36f311803378920cc2d2127904380a6e57e715fc597b0',
    'hex',
  )
  expect(cipher.open(released, { table: 'profile', row: 'T1/U01' })).toBe('sealed by 0.1.0')
})

test('a key of another length is refused', () => {
  expect(() => createCipher(Buffer.alloc(31, 7))).toThrow('32 bytes')
})
