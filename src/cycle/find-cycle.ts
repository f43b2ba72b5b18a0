import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import { checkInAt } from './cycle-dues.ts'
import { cycleNamed } from './pair-cycle.ts'
import { cycleNow, memberOf, ownCycles, type Place, talkIn } from './scene.ts'
import { findScene } from './scene-store.ts'

export interface Asked {
  readonly workspaceId: string
  readonly personId: string
  readonly pairId: number
  /** '' for the cycle that runs now */
  readonly cycleOn: string
}

/** A standing pair of that person; refuses strangers and pairs that have ended or were erased. */
export async function findPlaceOfPair(db: Db, asked: Omit<Asked, 'cycleOn'>): Promise<Result<Omit<Place, 'cycle'>>> {
  const scene = await findScene(db, asked.workspaceId, asked.pairId)
  if (!scene) return refuse('pair_ended')
  const person = memberOf(scene, asked.personId)
  if (!person) return refuse('not_your_pair')
  if (scene.pair.state !== 'active') return refuse('pair_ended')
  return done({ scene, person })
}

/** The cycle a button or form was about; refuses one that is not the pair's or has not begun. */
export async function findPlace(db: Db, asked: Asked, now: Date): Promise<Result<Place>> {
  const found = await findPlaceOfPair(db, asked)
  if (!found.ok) return found
  const { scene } = found.value
  const cycle = asked.cycleOn === '' ? cycleNow(scene, now) : cycleNamed(ownCycles(scene), asked.cycleOn)
  if (!cycle) return refuse('message_out_of_date')
  return done({ ...found.value, cycle })
}

/** Whether a cycle still takes answers: from its first day until the next cycle's check-in asks. */
export function takesAnswers({ scene, cycle, person }: Place, now: Date): boolean {
  const cycles = ownCycles(scene)
  const next = cycles[cycles.indexOf(cycles.find((c) => c.on === cycle.on) ?? cycle) + 1]
  if (!next) return true
  const asksNext = checkInAt(scene, next, person, talkIn(scene, next.on)?.at ?? null, new Date(0))
  return now < asksNext
}

/** Whether the cycle is over by the program's days: no date is set in it any more. */
export const isOver = ({ scene, cycle }: Pick<Place, 'scene' | 'cycle'>, now: Date): boolean =>
  localDate(now, scene.program.tz) >= cycle.endsOn
