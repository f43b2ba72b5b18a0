import { sql } from 'kysely'
import { allow } from '../copy/visibility.ts'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/deps.ts'
import { firstName } from '../people/person.ts'
import type { PairReason } from '../pairing/model.ts'
import type { Scene } from './scene.ts'
import { cycles, leads, people, talks } from './scene-parts-store.ts'

/** A pair with all its messages speak of, in one statement; undefined where there is no such published pair. */
export async function findScene(db: Db, workspaceId: string, pairId: number): Promise<Scene | undefined> {
  allowScene()
  const [row] = await one(db, { workspaceId, pairId })
  return row && toScene(workspaceId, row)
}

/** The standing pairs of somebody, over all programs, by id. */
export async function scenesOf(db: Db, workspaceId: string, personId: string): Promise<Scene[]> {
  allowScene()
  const rows = await scenes(db, workspaceId)
    .where('pair.state', '=', 'active')
    .where('pair.pair_id', 'in', (eb) =>
      eb
        .selectFrom('pair_member')
        .select('pair_id')
        .where('workspace_id', '=', workspaceId)
        .where('person_id', '=', personId),
    )
    .execute()
  return rows.map((row) => toScene(workspaceId, row))
}

/** Those pairs, by id. */
export async function findScenes(db: Db, workspaceId: string, pairIds: readonly number[]): Promise<Scene[]> {
  if (pairIds.length === 0) return []
  allowScene()
  const rows = await several(db, { workspaceId, pairIds })
  return rows.map((row) => toScene(workspaceId, row))
}

/** Everything in a scene may be read by both partners; the table of who sees what is asked. */
const allowScene = (): void => allow('partner', 'role', 'offers', 'wants', 'hours', 'talk_date')

const scenes = (db: Db, workspaceId: string) =>
  db
    .selectFrom('pair')
    .innerJoin('program', (join) =>
      join.onRef('program.workspace_id', '=', 'pair.workspace_id').onRef('program.program_id', '=', 'pair.program_id'),
    )
    .where('pair.workspace_id', '=', workspaceId)
    .where('pair.state', '<>', 'proposed')
    .orderBy('pair.pair_id')
    .select([
      'pair.pair_id',
      'pair.program_id',
      'pair.round_id',
      'pair.state',
      'pair.proposer_id',
      'pair.started_on',
      'pair.kickoff_on',
      'pair.first_cycle_on',
      'pair.ended_at',
      'pair.reason',
      'program.name',
      'program.kind',
      'program.state as program_state',
      'program.tz',
      'program.cadence',
      'program.ends_on',
      'program.holidays',
      'program.wants_reminders',
    ])
    .select(people)
    .select(cycles)
    .select(talks)
    .select(leads)

const one = compiled((db, { workspaceId, pairId }: { readonly workspaceId: string; readonly pairId: number }) =>
  scenes(db, workspaceId).where('pair.pair_id', '=', pairId),
)

const several = compiled(
  (db, { workspaceId, pairIds }: { readonly workspaceId: string; readonly pairIds: readonly number[] }) =>
    scenes(db, workspaceId).where(sql<boolean>`pair.pair_id = any(${pairIds}::integer[])`),
)

type SceneRow = Awaited<ReturnType<ReturnType<typeof scenes>['executeTakeFirstOrThrow']>>

const toScene = (workspaceId: string, row: SceneRow): Scene => ({
  workspaceId,
  program: {
    id: row.program_id,
    name: row.name,
    kind: row.kind,
    state: row.program_state,
    tz: row.tz,
    cadence: row.cadence,
    endsOn: row.ends_on,
    holidays: row.holidays,
    wantsReminders: row.wants_reminders,
  },
  pair: {
    id: row.pair_id,
    programId: row.program_id,
    roundId: row.round_id,
    state: row.state,
    members: row.people.map(({ id, role }) => ({ personId: id, role })),
    proposerId: row.proposer_id,
    startedOn: row.started_on,
    kickoffOn: row.kickoff_on,
    firstCycleOn: row.first_cycle_on,
    endedAt: row.ended_at,
  },
  people: row.people.map(({ from, to, is_active, role: _role, ...person }) => ({
    ...person,
    hours: from === null || to === null ? null : { from, to },
    isActive: is_active,
  })),
  cycles: row.cycles,
  // inside JSON an instant is its ISO text
  talks: row.talks.map((talk) => ({ ...talk, at: new Date(talk.at), setAt: new Date(talk.setAt) })),
  reasons: row.reason as PairReason[], // the round's store writes PlannedPair.reasons there, nothing else does
  leads: row.leads,
  lead: row.leads[0] ? firstName(row.leads[0].name) : null,
})
