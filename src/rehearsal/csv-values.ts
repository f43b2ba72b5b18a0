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
  const [, h1, m1, h2, m2] = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/u.exec(text) ?? []
  if (h1 === undefined) throw new Error(`line ${line}: hours must look like 09:00-17:00`)
  return { from: Number(h1) * 60 + Number(m1), to: Number(h2) * 60 + Number(m2) }
}

/** A cell of several values, split by `;`. */
export const list = (cell: string | undefined): readonly string[] | undefined =>
  cell
    ?.split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
