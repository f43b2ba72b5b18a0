import type { Selectable } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { DB } from '../database/schema.ts'
import type { Answer, CheckIn, Scale } from './check-in.ts'
import { TALK_SCALES } from './check-in.ts'

/** Whose answers about which cycle. */
export interface CheckInKey {
  readonly workspaceId: string
  readonly pairId: number
  readonly cycleOn: string
  readonly personId: string
}

/** That person's answers about that cycle; undefined before the first. */
export async function findCheckIn(db: Db, key: CheckInKey): Promise<CheckIn | undefined> {
  const row = await db
    .selectFrom('check_in')
    .selectAll()
    .where('workspace_id', '=', key.workspaceId)
    .where('pair_id', '=', key.pairId)
    .where('cycle_on', '=', key.cycleOn)
    .where('person_id', '=', key.personId)
    .executeTakeFirst()
  return row && toCheckIn(row)
}

/** Writes that somebody is asked, so that silence counts too. @returns their answers, where they gave some before */
export async function markAsked(db: Db, key: CheckInKey, now: Date): Promise<CheckIn> {
  const row = await db
    .insertInto('check_in')
    .values({ ...rowOf(key), asked_at: now })
    .onConflict((conflict) => conflict.columns(KEY).doUpdateSet((eb) => ({ asked_at: eb.ref('check_in.asked_at') })))
    .returningAll()
    .executeTakeFirstOrThrow()
  return toCheckIn(row)
}

/**
 * Saves one answer as it was made; the same again changes nothing, another takes its place. "Not this month" takes
 * back what was said of the talk.
 * @returns all answers as they stand; undefined where the answer is about a talk that was not said to have taken place
 */
export async function saveAnswer(db: Db, key: CheckInKey, answer: Answer, now: Date): Promise<CheckIn | undefined> {
  const given = columnsOf(answer)
  if (isAboutTalk(answer)) return saveAboutTalk(db, key, given, now)
  const row = await db
    .insertInto('check_in')
    .values({ ...rowOf(key), asked_at: now, answered_at: now, ...given })
    .onConflict((conflict) => conflict.columns(KEY).doUpdateSet({ answered_at: now, ...given }))
    .returningAll()
    .executeTakeFirstOrThrow()
  return toCheckIn(row)
}

/** Saves somebody's words, sealed; earlier ones are replaced. */
export async function saveWords(db: Db, key: CheckInKey, sealed: Buffer, now: Date): Promise<CheckIn> {
  const row = await db
    .insertInto('check_in')
    .values({ ...rowOf(key), asked_at: now, answered_at: now, words: sealed })
    .onConflict((conflict) => conflict.columns(KEY).doUpdateSet({ answered_at: now, words: sealed }))
    .returningAll()
    .executeTakeFirstOrThrow()
  return toCheckIn(row)
}

/** The ciphertext of somebody's own words. */
export async function sealedWords(db: Db, key: CheckInKey): Promise<Buffer | null> {
  const row = await db
    .selectFrom('check_in')
    .select('words')
    .where('workspace_id', '=', key.workspaceId)
    .where('pair_id', '=', key.pairId)
    .where('cycle_on', '=', key.cycleOn)
    .where('person_id', '=', key.personId)
    .executeTakeFirst()
  return row?.words ?? null
}

async function saveAboutTalk(db: Db, key: CheckInKey, given: Columns, now: Date): Promise<CheckIn | undefined> {
  const row = await db
    .updateTable('check_in')
    .set({ answered_at: now, ...given })
    .where('workspace_id', '=', key.workspaceId)
    .where('pair_id', '=', key.pairId)
    .where('cycle_on', '=', key.cycleOn)
    .where('person_id', '=', key.personId)
    .where('has_met', '=', true)
    .returningAll()
    .executeTakeFirst()
  return row && toCheckIn(row)
}

const KEY = ['workspace_id', 'pair_id', 'cycle_on', 'person_id'] as const

const rowOf = (key: CheckInKey) => ({
  workspace_id: key.workspaceId,
  pair_id: key.pairId,
  cycle_on: key.cycleOn,
  person_id: key.personId,
})

type Columns = Partial<
  Record<Scale, number | null> & {
    has_met: boolean
    agreement_holds: boolean
    something_came: boolean
  }
>

const isAboutTalk = ({ question }: Answer): boolean =>
  question === 'something_came' || TALK_SCALES.some((scale) => scale === question)

function columnsOf({ question, value }: Answer): Columns {
  switch (question) {
    case 'met':
      return value
        ? { has_met: true }
        : { has_met: false, worth: null, learned: null, taught: null, something_came: false }
    case 'agreement_holds':
      return { agreement_holds: value }
    case 'something_came':
      return { something_came: value }
    default:
      return { [question]: value }
  }
}

const toCheckIn = (row: Selectable<DB['check_in']>): CheckIn => ({
  hasMet: row.has_met,
  worth: row.worth,
  learned: row.learned,
  taught: row.taught,
  confident: row.confident,
  heard: row.heard,
  agreementHolds: row.agreement_holds,
  somethingCame: row.something_came,
  hasWords: row.words !== null,
})
