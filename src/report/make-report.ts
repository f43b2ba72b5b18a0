import type { Deps } from '../database/deps.ts'
import { atLocal, localDate } from '../delivery/working-time.ts'
import { members } from '../people/store.ts'
import { isEligible } from '../program/eligibility.ts'
import type { Program } from '../program/program.ts'
import type { ReportFacts } from './facts.ts'
import { RELEASE_TIME } from './release-figures.ts'
import { deliveryFacts } from './delivery-store.ts'
import { closesOf, operational, releasesOf } from './store.ts'

/** Gathers what a report says. Figures from answers are read from their releases alone, so every lead sees the same. */
export async function makeReport(deps: Deps, workspaceId: string, program: Program, now: Date): Promise<ReportFacts> {
  const { db } = deps
  const today = localDate(now, program.tz)
  const eligible = (await members(db, workspaceId)).filter((person) => isEligible(program, person)).length
  const closes = await closesOf(db, workspaceId, program.id)
  return {
    program,
    operational: { eligible, ...(await operational(db, workspaceId, program.id, today)) },
    delivery: await deliveryFacts(db, workspaceId, { id: program.id, isEnded: program.state === 'closed' }),
    releases: await releasesOf(db, workspaceId, program.id),
    nextFiguresOn: nextClose(program, closes, now),
    cyclesBegun: Math.max(
      0,
      closes.filter((day) => day <= today).length - (program.endsOn !== null && today >= program.endsOn ? 1 : 0),
    ),
  }
}

/** The close ahead; after a program has ended only the first one, at which what was said to its end comes out. */
function nextClose(program: Program, closes: readonly string[], now: Date): string | null {
  const from = program.state === 'closed' ? (program.closedAt ?? now) : now
  const next = closes.find((day) => atLocal(day, RELEASE_TIME, program.tz) > from)
  return next !== undefined && atLocal(next, RELEASE_TIME, program.tz) > now ? next : null
}
