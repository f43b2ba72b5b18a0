import type { Insertable } from 'kysely'
import { VirtualClock } from '../../../src/clock.ts'
import { en } from '../../../src/copy/en/en.ts'
import { createCipher } from '../../../src/database/cipher.ts'
import type { Db } from '../../../src/database/deps.ts'
import type { Database } from '../../../src/database/open.ts'
import type { DB } from '../../../src/database/schema.ts'
import { createDelivery, type Delivery, type DeliveryOptions } from '../../../src/delivery/create-delivery.ts'
import type { Due, MessageKinds, Recipients } from '../../../src/delivery/delivery.ts'
import { enqueue } from '../../../src/delivery/store.ts'
import { createLog } from '../../../src/slack/log.ts'
import { freshDatabase } from '../../support/database.ts'
import { aWorkspace, WORKSPACE } from '../../support/world.ts'
import { FakeSlack } from './fake-slack.ts'

/** Monday, 2 February 2026, 09:00 in London. */
export const MONDAY_NINE = Date.parse('2026-02-02T09:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Messages that say their kind and subject. A group's subject names its people: `U1,U2`. */
const said = (row: { kind: string; subject: string; recipient: string }) => ({
  to: row.recipient.includes(':') ? { group: row.subject.split(',') } : { person: row.recipient },
  message: { text: `${row.kind} ${row.subject}`, blocks: [] },
})
export const KINDS: MessageKinds = {
  answer: { priority: 0, isUnasked: false, isNow: true, render: async (_deps, row) => said(row) },
  ending: { priority: 10, isUnasked: true, render: async (_deps, row) => said(row) },
  introduction: { priority: 30, isUnasked: true, render: async (_deps, row) => said(row) },
  prompt: { priority: 40, isUnasked: true, render: async (_deps, row) => said(row) },
  check_in: { priority: 50, isUnasked: true, render: async (_deps, row) => said(row) },
  office: { priority: 60, isUnasked: false, render: async (_deps, row) => said(row) },
}

export interface Stage {
  readonly database: Database
  readonly clock: VirtualClock
  readonly slack: FakeSlack
  /** everybody is in London and here, unless put otherwise */
  readonly people: Map<string, { tz?: string; isActive?: boolean; groups?: readonly string[] }>
  /** the fault lines of the log */
  readonly faults: string[]
  options(more?: Partial<DeliveryOptions>): DeliveryOptions
  due(...dues: readonly (Partial<Due> & { recipient: string })[]): Promise<void>
  rows(): Promise<readonly Pick<Insertable<DB['delivery']>, 'state' | 'reason' | 'ts' | 'channel'>[]>
  /** by subject */
  stateOf(subject: string): Promise<string>
  /** starts it, runs the clock on, and leaves it running */
  started(more?: Partial<DeliveryOptions>): Delivery
  close(): Promise<void>
  /** an empty outbox at Monday, nine */
  clear(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const database = await freshDatabase()
  await aWorkspace(database)
  let clock = new VirtualClock(MONDAY_NINE)
  let slack = new FakeSlack(() => clock.now())
  const people: Stage['people'] = new Map()
  const faults: string[] = []
  let running: Delivery[] = []
  const log = Object.assign(createLog('silent'), {
    error: (line: { fault?: { message?: string } }) => void faults.push(line.fault?.message ?? ''),
  })
  const recipients: Recipients = async (_db, _workspace, ids) =>
    new Map(ids.map((id) => [id, { tz: 'Europe/London', isActive: true, ...people.get(id) }]))
  const stage: Stage = {
    database,
    people,
    faults,
    get clock() {
      return clock
    },
    get slack() {
      return slack
    },
    options: (more = {}) => ({
      deps: { db: database.db, cipher: createCipher(Buffer.alloc(32, 7)), wake: () => {} },
      copy: en,
      clock,
      client: slack.client(),
      kinds: KINDS,
      planners: [],
      recipients,
      workspaceId: WORKSPACE,
      canReadHistory: () => true,
      holder: `holder ${running.length}`,
      log,
      ...more,
    }),
    due: (...dues) =>
      enqueue(
        database.db,
        dues.map((due) => ({
          workspaceId: WORKSPACE,
          kind: 'prompt',
          subject: '1',
          cycleOn: '2026-02-02',
          dueAt: new Date(clock.now()),
          ...due,
        })),
        new Date(clock.now()),
      ),
    rows: () =>
      database.db.selectFrom('delivery').select(['state', 'reason', 'ts', 'channel']).orderBy('delivery_id').execute(),
    stateOf: async (subject) =>
      (
        await database.db
          .selectFrom('delivery')
          .select('state')
          .where('subject', '=', subject)
          .executeTakeFirstOrThrow()
      ).state,
    started: (more = {}) => {
      const delivery = createDelivery(stage.options(more))
      running.push(delivery)
      delivery.start()
      return delivery
    },
    clear: async () => {
      await Promise.all(running.map((delivery) => delivery.stop()))
      running = []
      people.clear()
      faults.length = 0
      clock = new VirtualClock(MONDAY_NINE)
      slack = new FakeSlack(() => clock.now())
      await emptyOutbox(database.db)
    },
    close: async () => {
      await Promise.all(running.map((delivery) => delivery.stop()))
      await database.close()
    },
  }
  return stage
}

async function emptyOutbox(db: Db): Promise<void> {
  await db.deleteFrom('delivery').execute()
  await db.deleteFrom('lease').execute()
  await db.deleteFrom('heartbeat').execute()
}
