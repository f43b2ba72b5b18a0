import { h, svg } from '../dom.js'
import { nameOf } from '../state.js'

const TINTS = 10

/** @param {string} id @param {string} [size] */
export function avatar(id, size = '') {
  const letters = nameOf(id)
    .split(/\s+/)
    .map((word) => word[0] ?? '')
  const tint = Array.from(id).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % TINTS
  return h(
    'span',
    { class: `avatar ${size}`, 'data-tint': tint, 'aria-hidden': 'true' },
    `${letters[0] ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`.toUpperCase(),
  )
}

/** The app's own mark. @param {string} [size] */
export const appAvatar = (size = '') =>
  h(
    'span',
    { class: `avatar avatar-app ${size}`, 'aria-hidden': 'true' },
    svg('svg', { viewBox: '0 0 32 32' }, svg('use', { href: '#i-mark' })),
  )
