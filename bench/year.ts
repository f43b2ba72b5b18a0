import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig } from '../src/config.ts'
import { run } from '../src/main/run.ts'
import { asksForHelp } from '../src/operator/help.ts'
import { createLog } from '../src/slack/log.ts'

/**
 * The whole app with its sandbox on an empty folder and the embedded database: loads a company, lets that time pass and
 * prints one row. DATABASE_URL names a server instead.
 */
const USAGE =
  'Use: node bench/year.ts [ge-1999] [P1Y], or: node bench/year.ts csv people.csv [column=theirs ...] [P1Y]\n'
if (asksForHelp(process.argv)) {
  process.stdout.write(USAGE)
  process.exit()
}
const [name = 'sachse-2016', ...words] = process.argv.slice(2)
const span = words.find((word) => /^P\d/u.test(word)) ?? 'P1Y'
const file = name === 'csv' ? words.find((word) => word.endsWith('.csv')) : undefined
const mapping = Object.fromEntries(words.filter((word) => word.includes('=')).map((word) => word.split('=', 2)))

interface Status {
  readonly users: readonly unknown[]
}
interface Calls {
  readonly calls: readonly { readonly accepted: boolean; readonly key: string | null }[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'vice-versa-year-'))
const env = { LOG_LEVEL: 'warn', DATABASE_URL: process.env.DATABASE_URL, PORT: '0', DATA_DIR: folder }
const app = await run(readConfig(env), createLog('warn'))
const origin = /http\S+/u.exec(app.greeting)?.[0] ?? ''
try {
  const load = await timed(() =>
    post<Status>('/company', { name, ...(file !== undefined && { csv: readFileSync(file, 'utf8'), mapping }) }),
  )
  const year = await timed(() => post<{ sent: number }>('/clock', { by: span }))
  const { calls } = await ask<Calls>('/ledger?method=chat.postMessage')
  const keys = calls.filter((call) => call.accepted).map((call) => call.key)
  const twice = keys.length - new Set(keys).size
  const [joined, pairs] = await counted()
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log('| company | people | joined | pairs | messages, twice | load | wall | processor | peak memory |')
  console.log(
    `| ${name}, ${span} | ${load.value.users.length} | ${joined} | ${pairs} | ${year.value.sent}, ${twice} | ${load.wall} | ${year.wall} | ${year.processor} | ${memory} MiB |`,
  )
} finally {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** As the lead reads it: `/mentor report` of the one program, in exact numbers. */
async function counted(): Promise<readonly [joined: string, pairs: string]> {
  const { users } = await ask<{ users: readonly { id: string; is_lead: boolean }[] }>('')
  const lead = users.find((user) => user.is_lead)?.id ?? ''
  const { response } = await post<{ response: { blocks: readonly unknown[] } | null }>('/command', {
    user: lead,
    text: 'report',
  })
  const said = JSON.stringify(response?.blocks ?? []) + JSON.stringify(await ask(`/conversations?user=${lead}`))
  return [/(\d+) of \d+ /u.exec(said)?.[1] ?? '?', /(\d+) pairs are published/u.exec(said)?.[1] ?? '?']
}

async function timed<T>(
  task: () => Promise<T>,
): Promise<{ readonly value: T; readonly wall: string; readonly processor: string }> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  const value = await task()
  const { user, system } = process.cpuUsage(before)
  return {
    value,
    wall: `${((performance.now() - began) / 1000).toFixed(1)} s`,
    processor: `${((user + system) / 1e6).toFixed(1)} s`,
  }
}

async function post<T>(where: string, body: object): Promise<T> {
  return ask(where, { method: 'POST', body: JSON.stringify(body) })
}

async function ask<T>(where: string, how?: RequestInit): Promise<T> {
  const answer = (await (await fetch(`${origin}/_sandbox${where}`, how)).json()) as T & { error?: string } // as docs/sandbox.md has it
  if (answer.error !== undefined) throw new Error(answer.error)
  return answer
}
