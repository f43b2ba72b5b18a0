import { isEmail, looksNumeric, wordKey } from './cells.ts'
import { type Column, FROM_SLACK, type Headers, matchHeaders, NOT_IMPORTED } from './columns.ts'
import type { Entry } from './facts.ts'
import { type Fault, note, type Remark } from './fault.ts'
import { findNamed, type Known } from './known.ts'
import { LineCells } from './line-cells.ts'
import { managerCircles } from './manager-circles.ts'
import { readFacts } from './read-facts.ts'
import type { Table } from './table.ts'

/** A file as far as it can be read; what is missing is asked of the lead, or of Slack. */
export type Reading =
  | { readonly is: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly is: 'unnamed'; readonly headers: readonly string[] }
  | { readonly is: 'without-emails' }
  | { readonly is: 'unordered'; readonly words: readonly string[] }
  | {
      readonly is: 'read'
      readonly entries: readonly Entry[]
      readonly remarks: readonly Remark[]
      readonly newSkills: readonly string[]
    }

/** More level words than that are job titles, not levels. */
const MAX_WORDS = 20
/** characters of a word for a level */
const MAX_WORD = 80

/** Reads all lines; every fault of the file is found, not only the first. */
export function readEntries(table: Table, known: Known): Reading {
  const headers = matchHeaders(table.headers, known.mapping)
  if (headers.twice !== undefined) return { is: 'faulty', faults: [note('header_twice', 1, headers.twice)] }
  if (!headers.at.has('id') && !headers.at.has('email')) return { is: 'unnamed', headers: table.headers }
  const lines = table.lines.map((line) => new LineCells(line, headers))
  if (known.emails === null && lines.some(namesByEmail)) return { is: 'without-emails' }
  const words = levelWords(lines)
  if (words.length > MAX_WORDS) return { is: 'faulty', faults: [note('too_many_words', null, String(words.length))] }
  if (words.length > 0 && !covers(known.levelOrder, words)) return { is: 'unordered', words }
  const levels = new Map(words.length > 0 ? known.levelOrder?.map((word, i) => [wordKey(word), i + 1]) : [])
  const faults: Fault[] = []
  const remarks: Remark[] = columnRemarks(headers)
  const newSkills = new Map<string, string>()
  const entries: Entry[] = []
  const firstLine = new Map<string, number>()
  for (const cells of lines) {
    const personId = whoIs(cells, known, faults, remarks)
    if (personId === undefined) continue
    const before = firstLine.get(personId)
    if (before !== undefined) {
      faults.push(note('twice', cells.line, String(before)))
      continue
    }
    firstLine.set(personId, cells.line)
    entries.push({
      line: cells.line,
      personId,
      facts: readFacts(cells, { ...known, personId, levels }, { faults, remarks, newSkills }),
    })
  }
  if (faults.length > 0) return { is: 'faulty', faults }
  return {
    is: 'read',
    entries,
    remarks: [...remarks, ...managerCircles(entries, known.people)],
    newSkills: [...newSkills.values()],
  }
}

const namesByEmail = (cells: LineCells): boolean =>
  (cells.get('id') === '' && isEmail(cells.get('email'))) ||
  isEmail(cells.get('id')) ||
  isEmail(cells.get('manager_id'))

/** The words that levels are called by; none where most levels are numbers: a word among numbers is a slip, not an order. */
function levelWords(lines: readonly LineCells[]): string[] {
  const given = lines.map((cells) => cells.get('level')).filter((level) => level !== '')
  if (given.filter(looksNumeric).length * 2 > given.length) return []
  const words = new Map<string, string>()
  // longer than any word is a slip too: it is quoted, clipped, where its line is read
  for (const word of given.filter(({ length }) => length <= MAX_WORD))
    if (!words.has(wordKey(word))) words.set(wordKey(word), word)
  return [...words.values()].every(looksNumeric) ? [] : [...words.values()]
}

const covers = (order: readonly string[] | null, words: readonly string[]): boolean =>
  order !== null && words.every((word) => order.some((o) => wordKey(o) === wordKey(word)))

function columnRemarks({ at, unused }: Headers): Remark[] {
  const among = (columns: readonly Column[]) => columns.filter((column) => at.has(column)).join(', ')
  const remark = (code: Remark['code'], names: string) => (names === '' ? [] : [note(code, null, names)])
  return [
    ...remark('unused_columns', unused.join(', ')),
    ...remark('not_imported', among(NOT_IMPORTED)),
    ...remark('from_slack', among(FROM_SLACK)),
  ]
}

/** Whose line it is; undefined, with the reason noted, where the line is nobody's who can take part. */
function whoIs(cells: LineCells, known: Known, faults: Fault[], remarks: Remark[]): string | undefined {
  const named = cells.get('id') || cells.get('email')
  if (named === '') return void faults.push(note('who_missing', cells.line))
  const person = findNamed(named, known)
  if (!person) return void faults.push(note('who_unknown', cells.line, named))
  if (person.isBot) return void faults.push(note('bot', cells.line, named))
  if (person.leftAt !== null) return void remarks.push(note('has_left', cells.line, person.name))
  if (person.isGuest) return void remarks.push(note('guest', cells.line, person.name))
  return person.id
}
