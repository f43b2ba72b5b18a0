import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import dotenv from 'dotenv'
import { ConfigError, readConfig } from '../config.ts'
import { en } from '../copy/en/en.ts'
import type { Deps } from '../database/deps.ts'
import { openStore } from '../database/open-store.ts'
import { writeList } from '../people/csv/write-list.ts'
import { listed } from '../people/fact-store.ts'
import { workspaceIds } from '../people/store.ts'
import { asksForHelp } from './help.ts'
import { importFile } from './people-files/import-file.ts'
import { Stop } from './people-files/stop.ts'

/** Whoever runs a command on the machine; the audit names them so. */
const OPERATOR = 'operator'

const words = en.peopleCommand

/** `npm run -s people`: the list of people by file, on the database itself. Exit 2 with the reason, nothing changed. */
dotenv.config({ quiet: true })
try {
  if (asksForHelp(process.argv.slice(2))) process.stdout.write(`${words.usage}\n`)
  else await run()
} catch (fault) {
  if (!(fault instanceof ConfigError || fault instanceof Stop)) throw fault
  const reason = fault instanceof ConfigError ? [...fault.problems, words.inUse] : [fault.message]
  process.stderr.write(`${reason.join('\n')}\n`)
  process.exitCode = 2
}

async function run(): Promise<void> {
  const { verb, file, workspace, levels, isDryRun } = readArguments()
  const now = new Date()
  const { database, cipher } = await openStore(readConfig(process.env), now)
  try {
    const deps: Deps = { db: database.db, cipher, wake: () => {} }
    const workspaceId = await oneWorkspace(deps, workspace)
    if (verb === 'export') return await exportFile(deps, workspaceId, file)
    const bytes = await readFile(file).catch(() => Stop.because(words.unreadable(file)))
    const lines = await importFile(deps, { workspaceId, by: OPERATOR, bytes, levels, isDryRun }, now)
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await database.close()
  }
}

function readArguments() {
  const { values, positionals } = parse()
  const [verb, file, ...more] = positionals
  if ((verb !== 'import' && verb !== 'export') || file === undefined || more.length > 0)
    return Stop.because(words.usage)
  const levels = values.levels?.split(',').map((word) => word.trim())
  return { verb, file, workspace: values.workspace, levels, isDryRun: values['dry-run'] === true }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { levels: { type: 'string' }, workspace: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    })
  } catch {
    return Stop.because(words.usage)
  }
}

async function oneWorkspace({ db }: Deps, named: string | undefined): Promise<string> {
  const ids = await workspaceIds(db)
  const [first] = ids.filter((id) => named === undefined || id === named)
  if (first === undefined)
    return Stop.because(ids.length === 0 ? words.noWorkspace : words.manyWorkspaces(ids.join(', ')))
  return named === undefined && ids.length > 1 ? Stop.because(words.manyWorkspaces(ids.join(', '))) : first
}

async function exportFile({ db }: Deps, workspaceId: string, file: string): Promise<void> {
  const people = await listed(db, workspaceId)
  // never over a file that is there: it may be the one somebody is filling in
  await writeFile(file, writeList(people), { flag: 'wx' }).catch(() => Stop.because(words.unwritable(file)))
  process.stdout.write(`${words.exported(people.length, file)}\n`)
}
