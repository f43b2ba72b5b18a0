/** A Slack id as it is; any other id with a U before it, in letters that Slack's ids have. */
export function userId(id: string | undefined, line: number): string {
  if (id === undefined) throw new Error(`line ${line}: the id is missing`)
  if (/^[UW][A-Z0-9]{2,}$/u.test(id)) return id
  const plain = id.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '')
  if (plain === '') throw new Error(`line ${line}: the id has no letter and no digit`)
  return `U${plain}`
}

/** 1 to 99, larger is more senior; absent is unknown. */
export function wholeLevel(text: string | undefined, line: number): number | null {
  if (text === undefined) return null
  const level = Number(text)
  if (!Number.isInteger(level) || level < 1 || level > 99)
    throw new Error(`line ${line}: level must be a whole number from 1 to 99`)
  return level
}

/** `09:00-17:00` as minutes of the day. */
export function readHours(
  text: string | undefined,
  line: number,
): { readonly from: number; readonly to: number } | null {
  if (text === undefined) return null
  const [, h1, m1, h2, m2] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/u.exec(text) ?? []
  if (h1 === undefined) throw new Error(`line ${line}: hours must look like 09:00-17:00`)
  return { from: Number(h1) * 60 + Number(m1), to: Number(h2) * 60 + Number(m2) }
}

/** A cell of several values, split by `;`. */
export const list = (cell: string | undefined): readonly string[] | undefined =>
  cell
    ?.split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A date as people.csv has it, or absent. */
export function readDay(text: string | undefined, line: number): string | null {
  if (text === undefined) return null
  const day = new Date(`${text}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  if (!isDay) throw new Error(`line ${line}: start_on must be a date like 2024-03-01`)
  return text
}

/** A zone that this machine knows, or absent. */
export function readZone(text: string | undefined, line: number): string | undefined {
  if (text === undefined) return undefined
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return text
  } catch {
    throw new Error(`line ${line}: tz must be a time zone like Europe/Berlin`)
  }
}
