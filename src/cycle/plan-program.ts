import type { Deps } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { addDays, atLocal, localDate } from '../delivery/working-time.ts'
import { LOOK_BACK } from '../program/curricula/look-back.ts'
import { topicsOf } from '../program/store.ts'
import { beginPairs } from './begin-pairs.ts'
import { planCycles, type ProgramCycle } from './cadence.ts'
import { closeProgram } from './close-program.ts'
import { duesOfCycle } from './cycle-dues.ts'
import { cycleNamed } from './pair-cycle.ts'
import { type LiveProgram, pairsWithoutPrompt } from './plan-store.ts'
import { markRunning, writeCycles } from './program-cycle-store.ts'
import { ownCycles } from './scene.ts'
import { findScenes } from './scene-store.ts'

/**
 * Days before a cycle's first day on which its messages are planned: where the day begins first (UTC+14) it is 09:00
 * there on the evening before, seen from Greenwich.
 */
const PLANNED_DAYS_AHEAD = 2

/** Does what a program's calendar asks for by now: its cycles, its new pairs, the prompts of the running cycle, its close. */
export async function planProgram(deps: Deps, workspaceId: string, found: LiveProgram, now: Date): Promise<void> {
  if (found.state === 'closed') return closeProgram(deps, workspaceId, found, now)
  const program = found.hasPairs && found.cycles.length === 0 ? await plannedCycles(deps, workspaceId, found) : found
  if (now >= closesAt(program)) return closeProgram(deps, workspaceId, program, now)
  if (!program.hasPairs) return
  if (program.hasNewPairs) await beginPairs(deps, workspaceId, program, now)
  for (const cycle of program.cycles.filter((c) => isPlanned(c, program, now))) {
    await planPrompts(deps, workspaceId, program.id, cycle, now)
  }
}

/** The next instant at which planProgram has something to do; null where nothing lies ahead. */
export function nextInstant(program: LiveProgram, now: Date): Date | null {
  const ahead = [...program.cycles.map(plannedFrom), closesAt(program), afterIntroduction(program, now)].filter(
    (at) => at > now && at < FOREVER,
  )
  return ahead.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
}

const FOREVER = new Date(8.64e15)

const closesAt = (program: LiveProgram): Date =>
  program.endsOn === null ? FOREVER : atLocal(program.endsOn, '00:00', program.tz)

const plannedFrom = (cycle: ProgramCycle): Date => atLocal(addDays(cycle.startsOn, -PLANNED_DAYS_AHEAD), '00:00', 'UTC')

/** Only the running cycle, and the next when it is about to begin: what passed while nobody was there is not sent late. */
const isPlanned = (cycle: ProgramCycle, program: LiveProgram, now: Date): boolean =>
  plannedFrom(cycle) <= now && localDate(now, program.tz) < cycle.endsOn

const LOOK_AGAIN_MS = 60 * 60_000

/** A kickoff is planned once its introduction is out, which only the sender knows: looked for every hour till then. */
function afterIntroduction({ introducedAt }: LiveProgram, now: Date): Date {
  if (introducedAt === null) return FOREVER
  const hours = Math.max(0, Math.floor((now.getTime() - introducedAt.getTime()) / LOOK_AGAIN_MS))
  return new Date(introducedAt.getTime() + (hours + 1) * LOOK_AGAIN_MS)
}

async function plannedCycles(deps: Deps, workspaceId: string, program: LiveProgram): Promise<LiveProgram> {
  const chosen = (await topicsOf(deps.db, workspaceId, program.id)).filter((key) => key !== LOOK_BACK.key)
  const cycles = planCycles({ ...program, topicKeys: [...chosen, LOOK_BACK.key] })
  const endsOn = cycles.at(-1)?.endsOn
  if (endsOn === undefined) return program
  await deps.db.transaction().execute(async (trx) => {
    await writeCycles(trx, workspaceId, program.id, cycles)
    await markRunning(trx, workspaceId, program.id, endsOn)
  })
  return { ...program, state: 'running', cycles, endsOn }
}

async function planPrompts(
  deps: Deps,
  workspaceId: string,
  programId: number,
  cycle: ProgramCycle,
  now: Date,
): Promise<void> {
  const pairIds = await pairsWithoutPrompt(deps.db, workspaceId, programId, cycle.startsOn)
  if (pairIds.length === 0) return
  const scenes = await findScenes(deps.db, workspaceId, pairIds)
  await enqueue(
    deps.db,
    scenes.flatMap((scene) => {
      const own = cycleNamed(ownCycles(scene), cycle.startsOn)
      return own ? duesOfCycle(scene, own, now) : []
    }),
    now,
  )
}
