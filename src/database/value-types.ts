import pg from 'pg'

const INT8 = 20
const DATE = 1082
const DATES = 1182

/** A count is an int8; one that a number cannot hold is a fault, not a rounded answer. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number`)
  return value
}

/** A date stays the string 'YYYY-MM-DD': as a Date it would be midnight of the machine's own zone. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  [DATE, (text) => text],
  // an array of dates is written {2026-12-24,2026-12-25}: nothing in it needs quotes
  [
    DATES,
    (text) =>
      text
        .slice(1, -1)
        .split(',')
        .filter((day) => day !== ''),
  ],
])

/** How values come back, for both databases. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format),
}
