import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { leave } from '../../src/care/leave.ts'
import type { MessageKind, RenderDeps } from '../../src/delivery/delivery.ts'
import { DAY, MONDAY_NINE, openStage, type Stage } from '../delivery/support/stage.ts'
import { aPair } from '../support/a-pair.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { aPerson, WORKSPACE } from '../support/world.ts'

let stage: Stage
let programId: number
beforeAll(async () => {
  stage = await openStage()
  for (const person_id of ['UMEI', 'ULUIS']) await aPerson(stage.database, { person_id })
})
beforeEach(async () => {
  await stage.clear()
  letter = letterTo()
  await stage.database.db.deleteFrom('program').execute()
  programId = await aProgram(stage.database, { state: 'running' })
  await enrolled(stage.database, programId, 'UMEI', 'guide')
  await enrolled(stage.database, programId, 'ULUIS', 'learner')
})
afterAll(() => stage.close())

const leaving = () =>
  leave(stage.options().deps, { workspaceId: WORKSPACE, personId: 'UMEI', programId }, new Date(stage.clock.now()))
const after = (ms: number) => stage.clock.advanceTo(MONDAY_NINE + ms)
const stateOf = async ({ db }: Pick<RenderDeps, 'db'>, personId: string) =>
  (await db.selectFrom('enrollment').select('state').where('person_id', '=', personId).executeTakeFirst())?.state
const reasonsTo = (recipient: string) =>
  stage.database.db.selectFrom('delivery').select(['state', 'reason']).where('recipient', '=', recipient).execute()

/** Goes to those who are in the program when it is made; `made` is called then, in the transaction that claims it. */
const letterTo = (made: (recipient: string) => Promise<void> = async () => {}): MessageKind => ({
  priority: 0,
  isUnasked: false,
  isNow: true,
  render: async (deps, row) => {
    const people = row.recipient.includes(':') ? ['UMEI', 'ULUIS'] : [row.recipient]
    const states = await Promise.all(people.map((person) => stateOf(deps, person)))
    await made(row.recipient)
    if (states.includes('left')) return { skip: 'has left' }
    const to = row.recipient.includes(':') ? { group: people } : { person: row.recipient }
    return { to, message: { text: row.subject, blocks: [] } }
  },
})
let letter: MessageKind
const start = () => stage.started({ kinds: { letter } })

/** Something that waits until it is let go; `reached` resolves when it does. */
function gate() {
  let letGo = () => {}
  let arrive = () => {}
  const open = new Promise<void>((resolve) => (letGo = resolve))
  const reached = new Promise<void>((resolve) => (arrive = resolve))
  const pass = () => {
    arrive()
    return open
  }
  return { letGo, reached, pass }
}

/** Resolves when somebody in this database waits for somebody else's lock. */
const somebodyWaits = () =>
  vi.waitFor(async () => {
    const { rows } = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      stage.database.db,
    )
    expect(rows).not.toEqual([])
  })

/** Whether it has been answered by now. */
function watched<T>(answer: Promise<T>) {
  let isAnswered = false
  void answer.then(() => (isAnswered = true))
  return { answer, isAnswered: () => isAnswered }
}

/** The ten messages that may leave at once, and after them these: their turn comes two seconds later. */
const tenAnd = (...recipients: string[]) =>
  stage.due(
    ...[...Array.from({ length: 10 }, (_, i) => `U${i}`), ...recipients].map((recipient) => ({
      recipient,
      kind: 'letter',
    })),
  )

describe('whoever leaves', () => {
  // The embedded database does one transaction after the other, so there nobody can leave in the middle of one.
  test.skipIf(inject('postgres') === null)(
    'while a message to them is being claimed reads so only when Slack has it, and nothing follows',
    async () => {
      const [making, posting] = [gate(), gate()]
      letter = letterTo(making.pass)
      stage.slack.fault = async (_call, accept) => {
        await posting.pass()
        return accept()
      }
      const delivery = start()
      await after(0)
      await stage.due({ recipient: 'UMEI', kind: 'letter' })
      delivery.wake()
      await making.reached // claimed as to somebody who is in, and not committed
      const left = watched(leaving())
      await somebodyWaits()
      expect(await stateOf(stage.database, 'UMEI')).toBe('left')
      making.letGo()
      await posting.reached
      expect([left.isAnswered(), stage.slack.accepted.length]).toEqual([false, 0])
      posting.letGo()
      expect(await left.answer).toMatchObject({ ok: true, value: { isQuiet: true } })
      expect(stage.slack.accepted).toHaveLength(1)
      await stage.due({ recipient: 'UMEI', kind: 'letter', subject: '2' })
      await after(DAY)
      expect(stage.slack.accepted).toHaveLength(1)
    },
  )

  test('while a message is on its way reads so when it has arrived', async () => {
    const posting = gate()
    stage.slack.fault = async (_call, accept) => {
      await posting.pass()
      return accept()
    }
    await stage.due({ recipient: 'UMEI', kind: 'letter' })
    start()
    await posting.reached
    const left = watched(leaving())
    await vi.waitFor(async () => expect(await stateOf(stage.database, 'UMEI')).toBe('left'))
    expect(left.isAnswered()).toBe(false)
    posting.letGo()
    expect(await left.answer).toMatchObject({ value: { isQuiet: true } })
    expect(stage.slack.textsTo('UMEI')).toEqual(['1'])
  })

  test('in the middle of a batch takes back what waits for its turn; the others get theirs', async () => {
    await tenAnd('ULUIS', 'UMEI', 'UMAX')
    start()
    await after(0)
    expect(await reasonsTo('UMEI')).toMatchObject([{ state: 'sending' }])
    expect(await leaving()).toMatchObject({ value: { isQuiet: true } })
    await after(DAY)
    expect(stage.slack.accepted.slice(10).map((message) => message.to)).toEqual(['ULUIS', 'UMAX'])
    expect(await reasonsTo('UMEI')).toEqual([{ state: 'skipped', reason: 'has left' }])
  })

  test('as the next in turn is passed over as well', async () => {
    await tenAnd('UMEI', 'UMAX')
    start()
    await after(0)
    await leaving()
    await after(DAY)
    expect(stage.slack.accepted.slice(10).map((message) => message.to)).toEqual(['UMAX'])
  })

  test('gets nothing more in the group of the pair that ended', async () => {
    const pair = `pair:${await aPair(stage.database, programId, ['UMEI', 'ULUIS'])}`
    await tenAnd(pair)
    start()
    await after(0)
    expect(await reasonsTo(pair)).toMatchObject([{ state: 'sending' }])
    expect(await leaving()).toMatchObject({ value: { isQuiet: true } })
    await after(DAY)
    expect([stage.slack.accepted.length, await reasonsTo(pair)]).toEqual([
      10,
      [{ state: 'skipped', reason: 'has left' }],
    ])
  })

  test('is not kept waiting by a Slack that is silent, and reads that one message may still come', async () => {
    const posting = gate()
    stage.slack.fault = async (_call, accept) => {
      await posting.pass()
      return accept()
    }
    await stage.due(...['1', '2'].map((subject) => ({ recipient: 'UMEI', kind: 'letter', subject })))
    start()
    await posting.reached
    const began = performance.now()
    expect(await leaving()).toMatchObject({ ok: true, value: { isQuiet: false } })
    expect(performance.now() - began).toBeLessThan(3_000)
    posting.letGo()
    await after(DAY)
    expect(stage.slack.textsTo('UMEI')).toEqual(['1'])
    expect((await reasonsTo('UMEI')).map((row) => row.state).toSorted()).toEqual(['sent', 'skipped'])
  })

  test('while somebody else’s message holds up the batch gets nothing, however long that took', async () => {
    const posting = gate()
    stage.slack.fault = async (_call, accept) => {
      await posting.pass()
      return accept()
    }
    await stage.due(...['ULUIS', 'UMEI'].map((recipient) => ({ recipient, kind: 'letter' })))
    start()
    await posting.reached
    await leaving()
    posting.letGo()
    await after(DAY)
    expect(stage.slack.accepted.map((message) => message.to)).toEqual(['ULUIS'])
    expect(await reasonsTo('UMEI')).toEqual([{ state: 'skipped', reason: 'has left' }])
  })
})
