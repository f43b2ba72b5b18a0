import type { Deps } from '../database/deps.ts'
import { candidatesOf } from '../enrollment/candidate-store.ts'
import { placeOf } from '../enrollment/waiting.ts'
import { waitingList } from '../enrollment/waiting-store.ts'
import { skillLabels } from '../people/skill-store.ts'
import { findPeople } from '../people/store.ts'
import type { Program } from '../program/program.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { lastLeftOver } from './last-round-store.ts'
import { reasonOf } from './left-over.ts'
import { type LookNames, namesOf } from './look-names.ts'
import type { Unpaired } from './model.ts'
import { activePairs } from './pair-store.ts'
import { partnerCounts } from './round-input.ts'

/** Somebody on the waiting list, as the person reads it in `/mentor status`. */
export interface Waiter {
  readonly id: string
  /** null before a round has passed them by: that round decides, not the order of joining */
  readonly place: number | null
  /** YYYY-MM-DD */
  readonly since: string
  /** null where no round has looked since then */
  readonly reason: Unpaired | null
}

export interface WaitingLook {
  readonly program: Program
  /** in the order in which they come */
  readonly waiting: readonly Waiter[]
  readonly coverage: Coverage
  readonly names: LookNames
}

/** Who waits in a program and why, and what it has to place them with; changes nothing. */
export async function lookAtWaiting(deps: Deps, workspaceId: string, program: Program): Promise<WaitingLook> {
  const { db, cipher } = deps
  const list = await waitingList(db, workspaceId, program.id)
  const last = await lastLeftOver(db, workspaceId, program)
  const pairs = await activePairs(db, workspaceId, program.id)
  const partners = partnerCounts(pairs.map((pair) => pair.members.map((m) => m.personId)))
  const people = await findPeople(
    db,
    workspaceId,
    list.map((one) => one.personId),
  )
  return {
    program,
    waiting: list.map(({ personId: id, since }, i) => ({
      id,
      place: placeOf(list, i),
      since,
      reason: reasonOf(last, id, since),
    })),
    coverage: coverageOf(program.kind, await candidatesOf(db, cipher, workspaceId, program.id), partners),
    names: namesOf(people, await skillLabels(db, workspaceId)),
  }
}
