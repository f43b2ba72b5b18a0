import { readFile } from 'node:fs/promises'
import { en } from '../copy/en/en.ts'
import type { RoundInput } from '../pairing/model.ts'
import { planRound } from '../pairing/plan/plan-round.ts'
import { decode } from '../people/csv/decode.ts'
import { readTable, type Table } from '../people/csv/table.ts'
import { asksForHelp } from './help.ts'
import { managerNotes } from './pair-files/manager-notes.ts'
import { FileFaults } from './pair-files/fault.ts'
import { type PairOptions, readOptions, usage } from './pair-files/options.ts'
import { readHistory } from './pair-files/read-history.ts'
import { type ReadPeople, readPeople } from './pair-files/read-people.ts'
import { writePlan } from './pair-files/write-plan.ts'

/** The day of a round without a history: the plan must not depend on the day it is made on. */
const DAY_WITHOUT_HISTORY = '2026-01-05'

/** `npm run -s pair`: a round from a file, without a database. Exit 2 with every fault and nothing on stdout. */
const words = process.argv.slice(2)
const options = readOptions(words)
if (asksForHelp(words)) process.stdout.write(`${usage()}\n`)
else if ('faults' in options) refuse(options.faults)
else await pairFiles(options)

async function pairFiles({ csv, history, kind, seed, rules }: PairOptions): Promise<void> {
  const faults = [new FileFaults(csv)]
  const peopleTable = await openTable(csv, faults[0]!)
  const read: ReadPeople = peopleTable
    ? readPeople(peopleTable, faults[0]!)
    : { people: [], names: new Map(), never: [] }
  const past: RoundInput['past'][number][] = []
  if (history !== undefined) {
    const of = new FileFaults(history)
    faults.push(of)
    const table = await openTable(history, of)
    if (table) past.push(...readHistory(table, of))
  }
  const sentences = faults.flatMap((file) => file.sentences)
  if (sentences.length > 0) return refuse(sentences)
  const on = past.reduce((latest, pair) => (pair.on > latest ? pair.on : latest), '') || DAY_WITHOUT_HISTORY
  const { people, never, names } = read
  const plan = planRound({ kind, rules, people, managers: new Map(), never, past, taken: [], seed, on })
  for (const note of managerNotes(people)) process.stderr.write(`${note}\n`)
  process.stdout.write(writePlan(plan, people, names))
}

async function openTable(file: string, faults: FileFaults): Promise<Table | null> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch {
    faults.add(null, en.pairCommand.file.unreadable)
    return null
  }
  const text = decode(bytes)
  if ('fault' in text) {
    faults.addAll([text.fault])
    return null
  }
  const read = readTable(text.text)
  if ('table' in read) return read.table
  faults.addAll(read.faults)
  return null
}

function refuse(sentences: readonly string[]): void {
  process.stderr.write(`${sentences.join('\n')}\n`)
  process.exitCode = 2
}
