import { type Fault, note } from './fault.ts'

const LINE_FEED = 0x0a

/**
 * The text of a file, however the spreadsheet saved it: UTF-8 with or without a mark, or UTF-16 with one. Line ends
 * become `\n`.
 */
export function decode(bytes: Uint8Array): { readonly text: string } | { readonly fault: Fault } {
  const [a, b, c, d] = bytes
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) return { fault: note('workbook') }
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  const raw = read(bytes, encoding)
  if (raw === undefined) return { fault: note('encoding', firstBadLine(bytes, encoding)) }
  const text = raw.replaceAll(/\r\n?/gu, '\n')
  // a NUL in every second place is UTF-16 without its mark
  const nul = text.indexOf('\0')
  if (nul >= 0) return { fault: note(text[1] === '\0' ? 'encoding' : 'control', lineAt(text, nul)) }
  return text.trim() === '' ? { fault: note('empty') } : { text }
}

function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function firstBadLine(bytes: Uint8Array, encoding: string): number {
  if (encoding !== 'utf-8') return 1
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, from)
    const to = end < 0 ? bytes.length : end
    if (read(bytes.subarray(from, to), encoding) === undefined) return line
    from = to + 1
  }
  return line
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length
