import type { Hours, Role } from '../person.ts'

/** Readers of single cells; undefined for what cannot be read. Cells are clean and not empty. */

/** `<@U1|ana>`, `@U1` and `u1` all name U1. */
export const personIdsIn = (cell: string): readonly string[] => {
  const bare = (/^<@([^|>]+)(?:\|[^>]*)?>$/u.exec(cell)?.[1] ?? cell).replace(/^@/u, '')
  return [bare, bare.toUpperCase()]
}

export const isEmail = (cell: string): boolean => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u.test(cell)

/** A whole number as spreadsheets write it: `3`, `3.0`, `3,00`. */
export function readInteger(cell: string, min: number, max: number): number | undefined {
  const digits = /^(\d{1,4})(?:[.,]0+)?$/u.exec(cell)?.[1]
  const value = Number(digits)
  return digits !== undefined && value >= min && value <= max ? value : undefined
}

/** Something that was meant as a number, right or wrong. */
export const looksNumeric = (cell: string): boolean => /^[+-]?\d+(?:[.,]\d+)?$/u.test(cell)

/** YYYY-MM-DD, a day that exists. */
export function readDate(cell: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(cell)) return undefined
  const at = new Date(`${cell}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(cell) ? cell : undefined
}

/** `09:00-17:00`; an hour alone is the full hour, and 24:00 the end of the day. */
export function readHours(cell: string): Hours | undefined {
  const parts = /^(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?$/u.exec(cell)
  if (!parts) return undefined
  const [from, to] = [minutes(parts[1], parts[2]), minutes(parts[3], parts[4])]
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined
}

function minutes(hour: string | undefined, minute: string | undefined): number | undefined {
  const [h, m] = [Number(hour), Number(minute ?? 0)]
  return h > 24 || m > 59 || h * 60 + m > 1440 ? undefined : h * 60 + m
}

/** `09:00-17:00` again. */
export const writeHours = ({ from, to }: Hours): string => `${clock(from)}-${clock(to)}`
const clock = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`

/** `en`, `English`; `de-AT` is de: two people who share a language share it across its countries. */
export const readLanguage = (word: string): string | undefined =>
  /^([a-z]{2,3})(?:[-_][a-z\d]{2,8})*$/iu.exec(word)?.[1]?.toLowerCase() ?? BY_NAME.get(word.toLowerCase())

const CODES = 'ar bn cs da de el en es fi fr he hi hu id it ja ko ms nb nl pl pt ro ru sv ta th tl tr uk ur vi zh'
const NAMES = new Intl.DisplayNames('en', { type: 'language' })
const BY_NAME = new Map(CODES.split(' ').map((code) => [NAMES.of(code)?.toLowerCase() ?? code, code]))

export function readRole(cell: string): Role | undefined {
  const word = cell.toLowerCase()
  return word === 'guide' || word === 'learner' || word === 'both' ? word : undefined
}

/** The pieces of a list inside a cell, each once. */
export const readList = (cell: string): readonly string[] => [
  ...new Set(
    cell
      .split(';')
      .map((piece) => piece.trim())
      .filter((piece) => piece !== ''),
  ),
]

/** How two level words compare. */
export const wordKey = (word: string): string => word.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
