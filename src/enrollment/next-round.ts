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

/** What to tell somebody who waits in that program. @param isWaiting whether pairs of it wait for a lead */
export async function nextRound(
  db: Db,
  { workspaceId, program, isWaiting }: { workspaceId: string; program: Program; isWaiting: boolean },
  now: Date,
): Promise<NextRound> {
  const on = program.nextRoundOn
  const isOver = on !== null && on < localDate(now, program.tz)
  return {
    on,
    isLate: isOver && isWaiting,
    ...(isOver && !isWaiting && { isDue: true }),
    noneBefore: program.state === 'running' && on === null ? program.endsOn : null,
    lead: (await leadName(db, workspaceId, program.id)) ?? program.name,
  }
}
