import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createDatabase } from '../support/database.ts'
import { lookInto, type Rows } from '../support/rows.ts'
import { type Answer, type Driver, type Running, start } from '../support/running.ts'
import type { Status } from '../support/small-company.ts'

/** What people get wrong: each time a kind and exact answer, and nothing in the database changed. */
const server = inject('postgres')
let app: Running
let rows: Rows
let lead = ''
let ana = ''
let ben = ''

beforeAll(async () => {
  if (server === null) return
  const url = await createDatabase(server)
  app = await start({ DATABASE_URL: url })
  rows = lookInto(url)
  await app.post('/clock', { hold: true })
  const { users } = await app.get<Status>('')
  lead = users.find((u) => u.is_lead)?.id ?? ''
  ana = users.find((u) => !u.is_lead)?.id ?? ''
  ben = users.filter((u) => !u.is_lead)[1]?.id ?? ''
})
afterAll(async () => {
  if (server === null) return
  await rows.close()
  await app.stop()
})

/** All that the person reads of an answer. */
const read = (answer: unknown): string => JSON.stringify(answer)

/** Does it and holds the app to having changed nothing. */
async function unchanged<T>(act: () => Promise<T>, but: readonly string[] = []): Promise<T> {
  const without = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).filter(([table]) => !but.includes(table)))
  const before = without(await rows.counts())
  const answer = await act()
  expect(without(await rows.counts())).toEqual(before)
  return answer
}

const join = async (user: string): Promise<void> => {
  const form = await app.command(user, 'join')
  const values = { offers: { skills: ['new-peoples-eyes'] }, wants: { skills: ['strategy'] } }
  await app.post('/submit', { user, view_id: form.view?.id, values })
}

describe.skipIf(server === null)('typed words', () => {
  test.each([
    ['jion', ['Did you mean', 'join']],
    ['🦄', ['/mentor']],
    ["join'; DROP TABLE people;--", ['/mentor']],
    ['join Ops Private 2027', ['Ops Private 2027']],
    ['join \u202Egnp.exe', ['']],
    ['\u200B\u0007bell', ['/mentor']],
    ['x'.repeat(4_000), ['/mentor']],
    ['report', ['people who lead']],
    ['pair', ['people who lead']],
    ['health', ['people who lead']],
    ['people', ['people who lead']],
    ['lead add @dana', ['']],
    ['leave', ['']],
  ])('%s', async (text, expected) => {
    const answer = await unchanged(() => app.command(ana, text), ['audit'])
    expect(answer.ack_ms).toBeLessThan(3_000)
    const shown = read(answer.response ?? answer.view)
    for (const words of expected) expect(shown).toContain(words)
    expect(shown).not.toBe('null')
    expect(shown.length).toBeLessThan(9_000)
    expect(shown).not.toMatch(/x{200}|Error|stack|undefined|SQLSTATE|reference/u)
  })

  test.each(['', '   ', '\u00A0'])('nothing at all (%j) is where one stands', async (text) => {
    const answer = await unchanged(() => app.command(ana, text))
    expect(answer.response?.text).toBeTruthy()
    expect(read(answer.response?.blocks)).toContain('join.open')
  })

  test.each(['JOIN', ' join ', 'ｊｏｉｎ', 'Join Generations 2026'])('%j is join', async (text) => {
    const answer = await unchanged(() => app.command(ana, text))
    expect(answer.view).toMatchObject({ callback_id: 'join' })
  })

  test.each(['lead add @dana', 'lead add <#C012>', 'lead add <@U999>', 'lead add'])(
    'who leads is named by a mention: %s',
    async (text) => {
      const answer = await unchanged(() => app.command(lead, text))
      expect(answer.response?.text).toBeTruthy()
      expect(read(answer.response)).not.toMatch(/reference/u)
    },
  )
})

describe.skipIf(server === null)('forms', () => {
  test('joining twice: once in, and told so', async () => {
    await join(ana)
    const again = await unchanged(() => app.command(ana, 'join'))
    expect(read(again)).toContain('already')
  })

  test('a file with a bad line: the line is named, nobody changes', async () => {
    const form = await importForm(app, lead)
    const text = `id,name,level\n${ana},Ana,3\n${ben},Ben,three hundred\nUNOBODY,Nobody,2\n`
    // the file itself is kept for a while, sealed: the next step of the form may need it
    const answer = await unchanged(
      () =>
        app.post<{ errors?: Record<string, string> }>('/submit', {
          user: lead,
          view_id: form,
          values: {},
          files: { people: { file: { name: 'people.csv', text } } },
        }),
      ['people_import'],
    )
    expect(read(answer)).toMatch(/[Ll]ine 3/u)
    expect(read(answer)).toMatch(/[Ll]ine 4/u)
  })

  test.each([
    ['empty', ''],
    ['a header alone', 'id,name,level\n'],
    ['the same person twice', 'TWICE'],
    ['no id', 'name,level\nAna,3\n'],
    ['names that prototypes have', '__proto__,constructor\n1,2\n'],
  ])('a file that is no use (%s): why is said', async (_what, given) => {
    const text = given === 'TWICE' ? `id,level\n${ana},3\n${ana},4\n` : given
    const form = await importForm(app, lead)
    const files = { people: { file: { name: 'people.csv', text } } }
    const answer = await unchanged(
      () => app.post('/submit', { user: lead, view_id: form, values: {}, files }),
      ['people_import'],
    )
    expect(read(answer)).toMatch(/"errors"|"view"/u)
    expect(read(answer)).not.toMatch(/trouble connecting|reference/u)
  })

  test('leaving when not in, and a stranger reading the report: no, and no word about what exists', async () => {
    const left = await unchanged(() => app.command(ben, 'leave'))
    expect(left.response?.text).toBeTruthy()
    const real = await unchanged(() => app.command(ben, 'report Generations 2026'), ['audit'])
    const fake = await unchanged(() => app.command(ben, 'report Nonsense'), ['audit'])
    expect(real.response?.text).toBe(fake.response?.text)
  })
})

describe.skipIf(server === null)('clicks', () => {
  test('publishing twice: the second changes nothing and says so', async () => {
    await app.post('/clock', { to: '2026-01-20T14:00:01Z' })
    const proposal = (await app.messages(lead)).findLast((m) => read(m.blocks).includes('round.publish'))
    await app.press(lead, 'round.publish')
    const before = await rows.counts()
    const second = await app
      .post<Answer>('/action', { user: lead, channel: proposal?.channel, ts: proposal?.ts, action_id: 'round.publish' })
      .catch((fault: Error) => fault.message)
    expect(await rows.counts()).toEqual(before)
    // the button is gone from the redrawn message: what cannot be pressed cannot be pressed twice
    expect(read(second)).toMatch(/published already|no .*round\.publish/u)
  })

  test('the last five requests sent again have no second effect', async () => {
    const before = await rows.counts()
    const calls = (await app.ledger()).length
    const { replayed } = await app.post<{ replayed: readonly { status: number }[] }>('/replay', { last: 5 })
    expect(replayed.map((r) => r.status)).toEqual([200, 200, 200, 200, 200])
    expect(await rows.counts()).toEqual(before)
    expect((await app.ledger()).slice(calls).filter((c) => c.method !== 'auth.test')).toEqual([])
  })
})

async function importForm(driver: Driver, user: string): Promise<string> {
  await driver.command(user, 'people')
  const { view } = await driver.press(user, 'people.import')
  if (!view) throw new Error('the form for a file did not open')
  return view.id
}
