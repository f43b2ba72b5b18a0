import type { Insertable } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { careMessages } from '../../src/care/planners.ts'
import { en } from '../../src/copy/en/en.ts'
import { cycleMessages } from '../../src/cycle/planners.ts'
import type { DB } from '../../src/database/schema.ts'
import { enrollmentMessages } from '../../src/enrollment/planners.ts'
import { pairingMessages } from '../../src/pairing/planners.ts'
import {
  CONTACT_ANSWERED,
  CONTACT_ASK,
  CONTACT_LEFT,
  CONTACTS_CHANGED,
  NO_LEAD_LEFT,
} from '../../src/program/contact-dues.ts'
import { LEAD_WELCOME } from '../../src/program/lead-change.ts'
import { programMessages } from '../../src/program/planners.ts'
import { programsOf } from '../../src/program/store.ts'
import { ABOUT } from '../../src/report/delivery-store.ts'
import { makeReport } from '../../src/report/make-report.ts'
import { reportCsv } from '../../src/report/report-csv.ts'
import { reportListeners } from '../../src/report/listeners.ts'
import { reportMessages, reportPlanners } from '../../src/report/planners.ts'
import { releasesOf } from '../../src/report/store.ts'
import { reportMessage } from '../../src/report/views/report-view.ts'
import { countedView } from '../../src/report/views/counted-view.ts'
import { checkMessageBlocks, checkView } from '../../src/sandbox/blocks/check.ts'
import { done, refuse, type Result } from '../../src/copy/refusal.ts'
import { ACTION } from '../../src/slack/ids.ts'
import { aPair } from '../support/a-pair.ts'
import { aLead, aMember, testApp } from '../support/app.ts'
import { aLedProgram, aProgram, joined } from '../support/program.ts'
import { FEBRUARY, JANUARY, useWorkspace, WORKSPACE } from '../support/world.ts'

const deps = useWorkspace()
let programId: number
const CLOSE = new Date('2026-03-01T06:00:00Z')
const uploads: { name: string; text: string }[] = []

/** A running program of three pairs whose February has closed. */
beforeEach(async () => {
  uploads.length = 0
  programId = await aLedProgram(deps, { LEAD: 'Dana Whitfield' }, { state: 'running' })
  await deps.db
    .insertInto('cycle')
    .values([
      {
        workspace_id: WORKSPACE,
        program_id: programId,
        starts_on: '2026-02-01',
        ends_on: '2026-03-01',
        number: 1,
        topic_key: 'technology',
      },
      {
        workspace_id: WORKSPACE,
        program_id: programId,
        starts_on: '2026-03-01',
        ends_on: '2026-04-01',
        number: 2,
        topic_key: 'labels',
      },
    ])
    .execute()
  for (const n of [1, 2, 3]) {
    await joined(deps, programId, 'guide', { person_id: `G${n}` })
    await joined(deps, programId, 'learner', { person_id: `L${n}` })
    await aPair(deps, programId, [`G${n}`, `L${n}`])
  }
})

async function answer(personId: string, hasMet: boolean | null, worth: number | null = null) {
  const { pair_id } = await deps.db
    .selectFrom('pair_member')
    .select('pair_id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  await deps.db
    .insertInto('check_in')
    .values({
      workspace_id: WORKSPACE,
      pair_id,
      cycle_on: '2026-02-01',
      person_id: personId,
      asked_at: FEBRUARY,
      has_met: hasMet,
      worth,
      answered_at: hasMet === null ? null : FEBRUARY,
    })
    .execute()
}

const program = async () => {
  const [found] = await programsOf(deps.db, WORKSPACE)
  if (!found) throw new Error('no program')
  return found
}
const report = async (now = CLOSE) => reportMessage(en, await makeReport(deps, WORKSPACE, await program(), now), now)
const close = async (now = CLOSE) => reportPlanners[0]?.plan(deps, WORKSPACE, now)
const textOf = async (now = CLOSE) => JSON.stringify((await report(now)).blocks)

describe('before five people have answered', () => {
  test('none and four are the same to the letter', async () => {
    await close()
    const none = await textOf()
    for (const id of ['G1', 'L1', 'G2', 'L2']) await answer(id, true, 5)
    await close()
    expect(await textOf()).toBe(none)
    expect(none).toContain('3 pairs have begun. Too few people have answered to show how many meet (fewer than 5).')
    expect(none).toContain('there are not enough answers yet (fewer than 5)')
  })

  test('the table has all its rows', async () => {
    const text = await textOf()
    for (const row of ['Joined', 'Paired', 'Waiting', 'Met', 'Answers', 'Worth', 'Delivery'])
      expect(text).toContain(`"${row}"`)
  })
})

describe('at the close of a cycle', () => {
  beforeEach(async () => {
    for (const id of ['G1', 'L1', 'G2', 'L2', 'G3']) await answer(id, id !== 'G3', id === 'G3' ? null : 4)
    await answer('L3', null)
  })

  test('figures come out once, half an hour into the first day after it', async () => {
    const early = new Date('2026-03-01T05:29:00Z')
    expect(await reportPlanners[0]?.nextAt(deps.db, WORKSPACE, early)).toEqual(new Date('2026-03-01T05:30:00Z'))
    await close(early)
    expect(await releasesOf(deps.db, WORKSPACE, programId)).toEqual([])
    await close()
    await close()
    expect((await releasesOf(deps.db, WORKSPACE, programId)).map((r) => r.cycleOn)).toEqual(['2026-03-01'])
  })

  test('later answers do not change what is out: every lead reads the same until the next close', async () => {
    await close()
    const before = await textOf()
    await deps.db
      .updateTable('check_in')
      .set({ has_met: true, answered_at: CLOSE })
      .where('person_id', '=', 'L3')
      .execute()
    await close()
    expect(await textOf()).toBe(before)
  })

  test('the headline gives the answer first, then how sure it is', async () => {
    await close()
    expect(await textOf()).toContain('65% of the talks due so far took place. Everybody asked has answered.')
  })

  test('blocks and definitions obey the limits of Slack', async () => {
    await close()
    const message = await report()
    expect(checkMessageBlocks(message.blocks as never)).toEqual([])
    expect(checkView(countedView(en, await makeReport(deps, WORKSPACE, await program(), CLOSE)) as never)).toEqual([])
    await expect(`${JSON.stringify({ blocks: message.blocks }, null, 2)}\n`).toMatchFileSnapshot(
      '../golden/report/report.first-figures.json',
    )
  })
})

test('a private program withholds even who joined while it is fewer than five', async () => {
  await deps.db.updateTable('program').set({ is_private: true }).execute()
  await deps.db.deleteFrom('enrollment').where('person_id', 'in', ['G1', 'L1', 'G2']).execute()
  const text = await textOf()
  expect(text).not.toContain('3 of')
})

describe('/mentor report', () => {
  const files = (answer_: Result<null> = done(null)) => ({
    download: async () => refuse('file_unreadable', { why: 'gone' }),
    upload: async (file: { name: string; bytes: Buffer }) => {
      uploads.push({ name: file.name, text: file.bytes.toString() })
      return answer_
    },
  })
  const app = (standing = aLead, answer_?: Result<null>) =>
    testApp({
      deps,
      listeners: [reportListeners(deps, files(answer_))],
      now: () => FEBRUARY,
      standingOf: () => standing,
    })

  test('sends the report to the lead as a message of its own, each time it is asked for', async () => {
    const seen = await app().command('LEAD', 'report')
    expect(seen.replies[0]?.text).toContain('3 pairs have begun')
    const due = await deps.db.selectFrom('delivery').selectAll().execute()
    expect(due.map((d) => [d.kind, d.recipient])).toEqual([['report', 'LEAD']])
    const rendered = await reportMessages['report']?.render(
      { ...deps, copy: en },
      {
        deliveryId: 1,
        workspaceId: WORKSPACE,
        kind: 'report',
        subject: due[0]?.subject ?? '',
        cycleOn: '2026-02-02',
        recipient: 'LEAD',
        dueAt: FEBRUARY,
      },
      FEBRUARY,
    )
    expect(rendered).toMatchObject({ to: { person: 'LEAD' }, message: { text: 'Report: Generations 2026' } })
  })

  test('is refused to a stranger, in the same words for a program that exists and one that does not', async () => {
    const real = await app(aMember).command('J1', 'report Generations 2026')
    const other = await app(aMember).command('J1', 'report Nothing')
    expect(real.replies).toEqual(other.replies)
    expect(await deps.db.selectFrom('delivery').selectAll().execute()).toEqual([])
  })

  test('by a lead of another program is answered as if there were none', async () => {
    const seen = await app({ ...aMember, leads: [999] }).command('L', 'report Generations 2026')
    expect(seen.replies[0]?.text).toBe(en.refusals.program_not_found({ name: 'Generations 2026' }))
  })

  test('as a CSV is uploaded with every row; without the scope it says which one is missing', async () => {
    await app().command('LEAD', 'report Generations 2026 csv')
    expect(uploads[0]?.name).toBe('generations-2026-report-2026-02-02.csv')
    expect(uploads[0]?.text).toContain('Joined')
    const refused = await app(aLead, refuse('scope_missing', { scope: 'files:write' })).action(
      'LEAD',
      ACTION.reportCsv,
      { value: String(programId) },
    )
    expect(refused.replies[0]?.text).toContain('files:write')
  })

  test('opens its definitions one click away', async () => {
    const seen = await app().action('LEAD', ACTION.reportCounted, { value: String(programId) })
    expect(JSON.stringify(seen.views)).toContain('fewer than 5 people')
  })
})

/** A message that was sent, or failed, on that day. */
const message = (
  [kind, subject]: readonly [string, string | number],
  on: string,
  over: Partial<Insertable<DB['delivery']>> = {},
) =>
  deps.db
    .insertInto('delivery')
    .values({
      workspace_id: WORKSPACE,
      kind,
      subject: String(subject),
      cycle_on: on,
      recipient: 'G1',
      state: 'sent',
      due_at: new Date(`${on}T15:00:00Z`),
      planned_at: JANUARY,
      sent_at: new Date(`${on}T15:00:00Z`),
      ts: '1.1',
      priority: 60,
      is_unasked: true,
      ...over,
    })
    .execute()
const csv = async (now = CLOSE) => reportCsv(en, await makeReport(deps, WORKSPACE, await program(), now)).toString()
const rowOf = async (what: string, now = CLOSE) => {
  const table = (await report(now)).blocks.find((block) => block.type === 'table')
  const rows = (table as { rows: { text: string }[][] } | undefined)?.rows ?? [] // reportMessage writes this table
  return rows.map((row) => row.map((cell) => cell.text)).find(([name]) => name === what)
}

describe('delivery', () => {
  test('is of the messages of this program: its pairs, its rounds, itself, and no others', async () => {
    const other = await aProgram(deps, { name: 'Other', state: 'running' })
    const theirs = await aPair(deps, other, ['G1', 'L1'])
    const { pair_id: ours, round_id: round } = await deps.db
      .selectFrom('pair')
      .select(['pair_id', 'round_id'])
      .where('program_id', '=', programId)
      .limit(1)
      .executeTakeFirstOrThrow()
    await message(['prompt', ours], '2026-02-02')
    await message(['date', `${ours}:3`], '2026-02-03')
    await message(['invitation', programId], '2026-01-12')
    await message(['waiting', round ?? 0], '2026-01-20')
    await message(['check_in', ours], '2026-02-20', { state: 'failed', reason: 'x', sent_at: null, ts: null })
    expect(await rowOf('Delivery')).toEqual(['Delivery', '4 sent', '0 in doubt, 1 failed'])
    await message(['prompt', theirs], '2026-02-25')
    await message(['certificate', other], '2026-02-25', { state: 'failed', reason: 'x', sent_at: null, ts: null })
    await message(['contacts-changed', programId], '2026-02-25')
    await message(['report', `${programId}@2026-02-25T15:00:00.000Z`], '2026-02-25')
    await message(['prompt', theirs], '2026-03-02', { state: 'due', sent_at: null, ts: null })
    expect(await rowOf('Delivery')).toEqual(['Delivery', '4 sent', '0 in doubt, 1 failed'])
    expect(await textOf()).toContain('"Last message: Tuesday, 3 February, 10:00."')
    expect(await csv()).toContain('Delivery,4 sent,"0 in doubt, 1 failed","Delivery: messages of this program')
    await message(['prompt', ours], '2026-03-02', { state: 'due', sent_at: null, ts: null })
    expect(await textOf()).toContain('"Last message: Tuesday, 3 February, 10:00. Next: Monday, 2 March, 10:00."')
  })

  test('knows of every kind of message whether it belongs to a program', () => {
    const kinds = [programMessages, enrollmentMessages, pairingMessages, cycleMessages, careMessages, reportMessages]
    const ofNone = [CONTACT_ANSWERED, CONTACT_ASK, CONTACT_LEFT, CONTACTS_CHANGED, LEAD_WELCOME, NO_LEAD_LEFT]
    const all = [...ABOUT.pair, ...ABOUT.round, ...ABOUT.program, ...ofNone, 'report', 'round_ready']
    expect(kinds.flatMap((table) => Object.keys(table)).toSorted()).toEqual(all.toSorted())
  })
})

test('one person has waited for days, not since them', async () => {
  const since = { waiting_since: '2025-10-06' }
  await deps.db.updateTable('enrollment').set(since).where('person_id', '=', 'G1').execute()
  expect(await rowOf('Waiting')).toEqual(['Waiting', '1 person', 'for 146 days'])
})

describe('a program that has ended', () => {
  const END = new Date('2026-04-01T05:00:00Z')
  const LATER = new Date('2026-04-02T14:00:00Z')
  const end = async (at = END) => {
    await deps.db.updateTable('pair').set({ state: 'ended', ended_at: at, ended_because: 'closed' }).execute()
    await deps.db.updateTable('program').set({ state: 'closed', closed_at: at }).execute()
  }

  test('with few answers says so, and nothing that is too early or still to come', async () => {
    for (const id of ['G1', 'L1', 'G2', 'L2']) await answer(id, true, 5)
    await message(['prompt', (await aPairId()) ?? 0], '2026-02-02')
    await message(['prompt', (await aPairId()) ?? 0], '2026-04-20', { state: 'due', sent_at: null, ts: null })
    await end()
    await close(LATER)
    const text = await textOf(LATER)
    expect(text).toContain(
      'Generations 2026 has ended. These are its last figures. 3 pairs were made. Too few people have answered to show how many met (fewer than 5).',
    )
    expect(text).not.toMatch(
      /too early|not enough answers yet|not shown yet|still|so far|So far|Next|next|waiting|now/u,
    )
    expect(await rowOf('Met', LATER)).toEqual(['Met', 'not shown', 'too few people to show (fewer than 5)'])
    expect(await rowOf('Paired', LATER)).toEqual(['Paired', '3 pairs', 'exact; all have ended'])
    expect(await rowOf('Delivery', LATER)).toEqual(['Delivery', '1 sent', 'none in doubt, none failed'])
    expect(text).toContain('"Last message: Monday, 2 February, 10:00."')
    expect(checkMessageBlocks((await report(LATER)).blocks as never)).toEqual([])
  })

  test('speaks of its talks in the past', async () => {
    for (const id of ['G1', 'L1', 'G2', 'L2', 'G3']) await answer(id, id !== 'G3', id === 'G3' ? null : 4)
    await answer('L3', null)
    await close()
    await end()
    const text = await textOf(LATER)
    expect(text).toContain('3 pairs in all: 65% of the talks that were due took place. Everybody asked answered.')
    const counted = JSON.stringify(countedView(en, await makeReport(deps, WORKSPACE, await program(), LATER)))
    expect(counted).toContain('people who were in the program when it ended')
    expect(await csv(LATER)).toContain('what,in all,how sure')
    expect(`${text}${counted}${await csv(LATER)}`).not.toMatch(/so far|are in the program now|stand now/u)
  })

  test('early says when its last figures come, once', async () => {
    await end(new Date('2026-03-10T15:00:00Z'))
    const soon = new Date('2026-03-11T15:00:00Z')
    expect(await textOf(soon)).toContain('Generations 2026 has ended. Its last figures come on Wednesday, 1 April.')
    expect(await textOf(LATER)).toContain('These are its last figures.')
  })

  const aPairId = async () => (await deps.db.selectFrom('pair').select('pair_id').executeTakeFirst())?.pair_id
})
