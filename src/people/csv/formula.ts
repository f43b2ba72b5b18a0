// what a spreadsheet would run, also behind apostrophes of an earlier export
const ALIVE = /^'*[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]/u
const ESCAPED = /^''*[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]/u

/** A cell that no spreadsheet takes for a formula. */
export const disarm = (cell: string): string => (ALIVE.test(cell) ? `'${cell}` : cell)

/** The cell as it was before `disarm`; anything else stays as it is. */
export const rearm = (cell: string): string => (ESCAPED.test(cell) ? cell.slice(1) : cell)
