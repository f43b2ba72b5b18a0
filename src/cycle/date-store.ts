import type { Db } from '../database/deps.ts'

export interface NewTalkDate {
  readonly workspaceId: string
  readonly pairId: number
  readonly cycleOn: string
  readonly at: Date
  readonly setBy: string
}

/**
 * Sets or moves the date of a talk; each move counts, of the pair and of nobody in it.
 * @returns how often it was moved by now; undefined where that date stood already
 */
export async function saveTalkDate(db: Db, talk: NewTalkDate, now: Date): Promise<number | undefined> {
  const row = await db
    .insertInto('talk_date')
    .values({
      workspace_id: talk.workspaceId,
      pair_id: talk.pairId,
      cycle_on: talk.cycleOn,
      talk_at: talk.at,
      set_by: talk.setBy,
      set_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'pair_id', 'cycle_on'])
        .doUpdateSet((eb) => ({
          talk_at: talk.at,
          set_by: talk.setBy,
          set_at: now,
          moves: eb('talk_date.moves', '+', 1),
        }))
        .where('talk_date.talk_at', '<>', talk.at),
    )
    .returning('moves')
    .executeTakeFirst()
  return row?.moves
}
