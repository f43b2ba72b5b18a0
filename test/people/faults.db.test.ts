import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { done } from '../../src/copy/refusal.ts'
import type { Database } from '../../src/database/open.ts'
import { peopleListeners } from '../../src/people/listeners.ts'
import type { PeopleSide } from '../../src/people/people-side.ts'
import { findPerson } from '../../src/people/store.ts'
import { checkView } from '../../src/sandbox/blocks/check.ts'
import { ACTION, member, VIEW } from '../../src/slack/ids.ts'
import type { View } from '../../src/slack/message.ts'
import { aLead, testApp } from '../support/app.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { MONDAY, seedPeople, seedWorkspace, slackUser, T1 } from './seed.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())

let file = ''
const side: PeopleSide = {
  files: {
    download: () => Promise.resolve(done(Buffer.from(file))),
    upload: () => Promise.reject(new Error('nothing goes out')),
  },
  directory: { listUsers: () => Promise.resolve([]) },
  focus: () => Promise.resolve(done(null)),
  said: () => Promise.resolve({ facts: {}, programs: [] }),
  waiting: () => Promise.resolve([]),
  onChanged: () => Promise.resolve(),
}
const app = () =>
  testApp({ deps, listeners: [peopleListeners(deps, side)], now: () => MONDAY, standingOf: () => aLead })

beforeEach(async () => {
  await deps.db.deleteFrom('workspace').execute()
  await seedWorkspace(deps)
  await seedPeople(
    deps,
    ['UDANA', 'U1'].map((id) => slackUser(id)),
  )
})

async function send(text: string) {
  file = text
  const { ack } = await app().submit('UDANA', VIEW.peopleImport, { people: { files: ['F1'] } })
  return ack as { errors?: Record<string, string>; view?: View } | undefined // as the listener answers a form
}
const linesIn = (shown: unknown) =>
  [...JSON.stringify(shown).matchAll(/Line (\d+): /gu)].map(([, line]) => Number(line))
const valueOf = (view: View | undefined, id: string) =>
  new RegExp(`"action_id":"${id}".*?"value":"(.*?)"`, 'u').exec(JSON.stringify(view))?.[1] ?? ''

test('every fault of a file can be read, a page at a time, and the corrected file is handed in there', async () => {
  const bad = Array.from({ length: 42 }, (_, i) => `U9${i},3`)
  const { view } = (await send(['id,level', 'U1,3', ...bad].join('\n'))) ?? {}
  expect(JSON.stringify(view)).toContain('42 things keep me from reading it. Nothing was changed.')
  expect(JSON.stringify(view)).toContain('whoever is not in the file stays as they are')
  expect(linesIn(view)).toEqual(Array.from({ length: 20 }, (_, i) => i + 3))
  const seen = [...linesIn(view)]
  let value = valueOf(view, member(ACTION.peopleFaults, 'next'))
  while (value !== '') {
    const [page] = (await app().action('UDANA', member(ACTION.peopleFaults, 'next'), { value, view: {} })).views
    seen.push(...linesIn(page))
    value = valueOf(page, member(ACTION.peopleFaults, 'next'))
  }
  expect(seen).toEqual(bad.map((_, i) => i + 3))
  expect(view?.callback_id).toBe(VIEW.peopleImport)
  expect(await findPerson(deps.db, T1, 'U1')).toMatchObject({ level: null })
})

test('few faults stand beside the field, with how to go on', async () => {
  const { errors } = (await send('id,level\nU1,3\nU999,4\n')) ?? {}
  expect(errors?.people).toContain('Line 3: "U999" is nobody in this workspace.')
  expect(errors?.people).toContain('take the line out, and choose it again: whoever is not in the file stays')
})

const HUGE = 'Ä&"<'.repeat(40_000)
test.each(['id', 'level', 'team', 'manager_id', 'start_on', 'hours', 'languages', 'offers', 'role', 'capacity'])(
  'a cell of 160,000 characters in %s is never quoted whole',
  async (column) => {
    const cell = `"${HUGE.replaceAll('"', '""').slice(0, 160_000)}"`
    const lines = column === 'id' ? ['id,level', `${cell},3`] : [`id,${column}`, `U1,${cell}`]
    const answer = await send(lines.join('\n'))
    expect(JSON.stringify(answer).length).toBeLessThan(3_000)
    expect(JSON.stringify(answer)).not.toContain('Ä&\\"<'.repeat(25))
    if (answer?.view) expect(checkView(answer.view)).toEqual([])
  },
)

test('a header of 160,000 characters is never quoted whole either', async () => {
  const answer = await send(`id,${'H'.repeat(160_000)}\nU1,3`)
  expect(JSON.stringify(answer)).not.toContain('H'.repeat(100))
  expect(JSON.stringify(await send(`${'H'.repeat(160_000)},level\nU1,3`))).not.toContain('H'.repeat(100))
})

test('a page of the longest sentences there are is within Slack`s limits', async () => {
  const bad = Array.from({ length: 20 }, () => `U1,"${'&;&'.repeat(30)}${'<'.repeat(90)}"`)
  const { view } =
    (await send(['id,offers', ...bad.map((line, i) => line.replace('U1', i % 2 ? 'U1' : 'UDANA'))].join('\n'))) ?? {}
  expect(view && checkView(view)).toEqual([])
})
