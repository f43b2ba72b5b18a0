import type { Db, Deps } from '../database/deps.ts'
import type { Planner } from '../delivery/delivery.ts'
import { addDays, addWorkingDays, atLocal, localDate } from '../delivery/working-time.ts'
import { markLeft } from '../enrollment/store.ts'
import { lockRounds } from '../pairing/round-store.ts'
import type { Program } from '../program/program.ts'
import { programsOf } from '../program/store.ts'
import { departures } from './departure-store.ts'
import { endPairsOf, pairsIn } from './end-pairs.ts'

/** working days for which a deactivated account holds its pairs: accounts are closed by mistake, too */
const PAIR_HELD = 3
/** days for which the place in the program is kept for somebody who comes back */
const PLACE_HELD = 14

/**
 * Follows up on accounts that were deactivated. Such a person is paired with nobody and counts in no waiting list from
 * the first moment; their pairs end three working days later, worded like every ending, and their place after fourteen
 * days. Who returns before finds what is still there, without anything having to be undone.
 */
export const departed: Planner = {
  name: 'care.departures',
  plan: async (deps, workspaceId, now) => {
    for (const leaving of await leavings(deps.db, workspaceId)) {
      if (leaving.pairsAt <= now) await settle(deps, workspaceId, leaving, now)
    }
  },
  nextAt: async (db, workspaceId, now) => {
    const instants: Date[] = []
    for (const { program, personId, pairsAt, placeAt } of await leavings(db, workspaceId)) {
      if (placeAt > now) instants.push(placeAt)
      if (pairsAt > now && (await pairsIn(db, workspaceId, program.id, personId)).length > 0) instants.push(pairsAt)
    }
    return instants.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
  },
}

interface Leaving {
  readonly program: Program
  readonly personId: string
  readonly pairsAt: Date
  readonly placeAt: Date
}

async function leavings(db: Db, workspaceId: string): Promise<readonly Leaving[]> {
  const gone = await departures(db, workspaceId)
  if (gone.length === 0) return []
  const programs = new Map((await programsOf(db, workspaceId)).map((program) => [program.id, program]))
  return gone.flatMap(({ programId, personId, leftAt }) => {
    const program = programs.get(programId)
    if (!program) return []
    const day = localDate(leftAt, program.tz)
    return [
      {
        program,
        personId,
        pairsAt: atLocal(addWorkingDays(day, PAIR_HELD, program.holidays), '09:00', program.tz),
        placeAt: atLocal(addDays(day, PLACE_HELD), '09:00', program.tz),
      },
    ]
  })
}

async function settle(deps: Deps, workspaceId: string, leaving: Leaving, now: Date): Promise<void> {
  const { program, personId, placeAt } = leaving
  const told = await deps.db.transaction().execute(async (trx) => {
    await lockRounds(trx, workspaceId, program.id)
    if (placeAt <= now) await markLeft(trx, workspaceId, program.id, personId, now)
    return endPairsOf(trx, { workspaceId, program, personId }, 'departed', now)
  })
  if (told.length > 0) deps.wake()
}
