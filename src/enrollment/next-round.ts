import type { Db } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import { leadName } from '../program/lead-store.ts'
import type { Program } from '../program/program.ts'
import type { NextRound } from './waiting.ts'

/** When somebody who waits hears next. The rooms above know more of it than the rounds: whoever lost a partner is looked after sooner. */
export type FindNext = (
  db: Db,
  who: { readonly workspaceId: string; readonly personId: string; readonly program: Program },
  now: Date,
) => Promise<NextRound>

/** What to tell somebody who waits in that program. */
export const nextRound = async (db: Db, workspaceId: string, program: Program, now: Date): Promise<NextRound> => ({
  on: program.nextRoundOn,
  isLate: program.nextRoundOn !== null && program.nextRoundOn < localDate(now, program.tz),
  noneBefore: program.state === 'running' && program.nextRoundOn === null ? program.endsOn : null,
  lead: (await leadName(db, workspaceId, program.id)) ?? program.name,
})
