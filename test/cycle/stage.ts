import { sql } from 'kysely'
import { en } from '../../src/copy/en/en.ts'
import type { Db, Deps } from '../../src/database/deps.ts'
import type { Rendered } from '../../src/delivery/delivery.ts'
import { cycleMessages, cyclePlanners } from '../../src/cycle/planners.ts'
import type { KindId } from '../../src/program/kinds.ts'
import type { Message } from '../../src/slack/message.ts'

export const WS = 'T1'

export interface StagedPerson {
  readonly id: string
  readonly name: string
  readonly tz?: string
  readonly level?: number
  readonly offers?: readonly string[]
  readonly wants?: readonly string[]
}

export interface StagedProgram {
  readonly kind?: KindId
  readonly tz?: string
  readonly firstOn?: string
  readonly endsOn?: string | null
  readonly cadence?: number
  readonly holidays?: readonly string[]
  readonly wantsReminders?: boolean
  readonly topics?: readonly string[]
}

export const SIX_TOPICS = [
  'impact-of-technology',
  'work-life-balance',
  'generational-labels',
  'education-and-experience',
  'motivation',
  'your-future-here',
  'look-back',
]

export const mei: StagedPerson = { id: 'UMEI', name: 'Mei Lin', tz: 'America/Detroit', level: 2 }
export const luis: StagedPerson = { id: 'ULUIS', name: 'Luis Ortega', tz: 'America/Detroit', level: 8 }

/** An empty workspace with its lead, Dana. */
export async function stageWorkspace(db: Db): Promise<void> {
  await db
    .insertInto('workspace')
    .values({ workspace_id: WS, name: 'Acme', bot_user_id: 'UBOT', installed_at: new Date(0), synced_at: null })
    .execute()
  await stagePeople(db, [{ id: 'UDANA', name: 'Dana Fox' }])
  await db
    .insertInto('lead')
    .values({ workspace_id: WS, person_id: 'UDANA', program_id: null, added_by: 'UDANA', added_at: new Date(0) })
    .execute()
}

export async function stagePeople(db: Db, people: readonly StagedPerson[]): Promise<void> {
  await db
    .insertInto('person')
    .values(
      people.map((person) => ({
        workspace_id: WS,
        person_id: person.id,
        name: person.name,
        tz: person.tz ?? 'America/Detroit',
        level: person.level ?? null,
        offers: [...(person.offers ?? [])],
        wants: [...(person.wants ?? [])],
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

let programs = 0

export async function stageProgram(db: Db, program: StagedProgram = {}): Promise<number> {
  programs += 1
  const { program_id } = await db
    .insertInto('program')
    .values({
      workspace_id: WS,
      name: `Vice Versa ${programs}`,
      name_key: `vice versa ${programs}`,
      kind: program.kind ?? 'reverse',
      state: 'open',
      tz: program.tz ?? 'America/Detroit',
      created_by: 'UDANA',
      created_at: new Date(0),
      opened_at: new Date(0),
      join_by: '2026-01-02',
      first_on: program.firstOn ?? '2026-02-01',
      ends_on: program.endsOn ?? null,
      cadence: program.cadence ?? 1,
      curriculum: 'generations',
      invited: '{}',
      rules: '{}',
      holidays: [...(program.holidays ?? [])],
      wants_reminders: program.wantsReminders ?? true,
      seed: 1,
    })
    .returning('program_id')
    .executeTakeFirstOrThrow()
  const topics = program.topics ?? SIX_TOPICS
  await db
    .insertInto('topic')
    .values(topics.map((topic_key, i) => ({ workspace_id: WS, program_id, position: i + 1, topic_key })))
    .execute()
  return program_id
}

/** Joins people, and publishes them as one pair: in reverse kinds the first guides. */
export async function stagePair(
  db: Db,
  programId: number,
  people: readonly StagedPerson[],
  on = '2026-01-14',
): Promise<number> {
  await stagePeople(db, people)
  const { kind } = await db
    .selectFrom('program')
    .select('kind')
    .where('program_id', '=', programId)
    .executeTakeFirstOrThrow()
  const takesTurns = kind === 'reciprocal' || kind === 'cross-group'
  const role = (i: number) => (takesTurns ? 'both' : i === 0 ? 'guide' : 'learner')
  await db
    .insertInto('enrollment')
    .values(
      people.map((person, i) => ({
        workspace_id: WS,
        program_id: programId,
        person_id: person.id,
        role: role(i),
        capacity: 3,
        state: 'active' as const,
        joined_at: new Date(0),
        conduct_accepted_at: new Date(0),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ round_id: number }>`
      insert into round (workspace_id, program_id, number, state, seed, held_on, proposed_at, published_at, published_by)
      select ${WS}, ${programId}, count(*) + 1, 'published', 1, ${on}, now(), now(), 'UDANA' from round
        where program_id = ${programId} returning round_id`.execute(trx)
    const { pair_id } = await trx
      .insertInto('pair')
      .values({
        workspace_id: WS,
        program_id: programId,
        round_id: rows[0]?.round_id ?? 0,
        state: 'active',
        score: 500,
        reason: JSON.stringify([
          {
            skills: [],
            sharedHours: { from: 840, to: 1320 },
            levelGap: 6,
            otherTeam: false,
            otherSite: false,
            languages: [],
          },
        ]),
        proposer_id: people.at(-1)?.id ?? null,
        started_on: on,
      })
      .returning('pair_id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('pair_member')
      .values(people.map((person, i) => ({ workspace_id: WS, pair_id, person_id: person.id, role: role(i) })))
      .execute()
    return pair_id
  })
}

export interface Sent {
  readonly kind: string
  readonly to: string
  readonly at: string
  readonly cycleOn: string
  readonly subject: string
  readonly message: Message
}

const [planner] = cyclePlanners

/**
 * Lets time pass as the tick and the sender do: plans, sends what is due (at once, whatever the hour), and jumps to the
 * next instant, up to `to`.
 */
export async function passTime(deps: Deps, from: string, to: string): Promise<Sent[]> {
  const sent: Sent[] = []
  let now = new Date(from)
  const end = new Date(to)
  for (let steps = 0; now <= end; steps++) {
    if (steps > 2000) throw new Error('time does not get on')
    await planner?.plan(deps, WS, now)
    sent.push(...(await sendDue(deps, now)))
    const next = await nextInstant(deps, now)
    if (next === null) break
    now = next
  }
  return sent
}

async function nextInstant(deps: Deps, now: Date): Promise<Date | null> {
  const planned = (await planner?.nextAt(deps.db, WS, now)) ?? null
  const { due } = await deps.db
    .selectFrom('delivery')
    .select((eb) => eb.fn.min('due_at').as('due'))
    .where('state', '=', 'due')
    .where('due_at', '>', now)
    .executeTakeFirstOrThrow()
  const ahead = [planned, due].filter((at) => at instanceof Date)
  return ahead.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
}

export async function sendDue(deps: Deps, now: Date): Promise<Sent[]> {
  const rows = await deps.db
    .selectFrom('delivery')
    .selectAll()
    .where('state', '=', 'due')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('delivery_id')
    .execute()
  const sent: Sent[] = []
  for (const row of rows) {
    const isOver = row.expires_on !== null && row.expires_on < now.toISOString().slice(0, 10)
    const rendered: Rendered = isOver
      ? { skip: 'expired' }
      : ((await cycleMessages[row.kind]?.render(
          { ...deps, copy: en },
          {
            workspaceId: WS,
            kind: row.kind,
            subject: row.subject,
            cycleOn: row.cycle_on,
            recipient: row.recipient,
            dueAt: row.due_at,
            deliveryId: row.delivery_id,
          },
          now,
        )) ?? { skip: 'no such kind' })
    const outcome =
      'skip' in rendered
        ? { state: 'skipped' as const, reason: rendered.skip }
        : { state: 'sent' as const, ts: '1.1', sent_at: now }
    await deps.db.updateTable('delivery').set(outcome).where('delivery_id', '=', row.delivery_id).execute()
    if ('skip' in rendered) continue
    const to = 'person' in rendered.to ? rendered.to.person : rendered.to.group.join('+')
    const about = { kind: row.kind, cycleOn: row.cycle_on, subject: row.subject }
    sent.push({ ...about, to, at: now.toISOString(), message: rendered.message })
  }
  return sent
}
