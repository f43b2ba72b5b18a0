import type { Db } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { findPeople } from '../people/store.ts'
import { isEligible } from '../program/eligibility.ts'
import type { Program } from '../program/program.ts'
import { neverInvited, notInvitedYet, rememberInvited } from './invitation-store.ts'

/** A kind of message, and how its deliveries are named: `(invitation, program, day of the round, person)`. */
export const INVITATION = 'invitation'

/** The day that names a round: the next one's, else the last day of joining. */
const roundDay = (program: Program): string => program.nextRoundOn ?? program.joinBy

/**
 * Invites everybody eligible who has not joined: once for each round, never again after "not this year". A private
 * program is listed to nobody and invites nobody.
 * @param who 'everybody' when a lead asks; 'newcomers', those never invited before, when the app does it by itself
 * @returns how many are invited now
 */
export async function inviteEligible(
  trx: Db,
  workspaceId: string,
  program: Program,
  now: Date,
  who: 'everybody' | 'newcomers' = 'everybody',
): Promise<number> {
  if (program.isPrivate || (program.state !== 'open' && program.state !== 'running')) return 0
  const key = { workspaceId, programId: program.id }
  const open = await notInvitedYet(trx, key, roundDay(program))
  const people = await findPeople(trx, workspaceId, open)
  const eligible = [...people.values()].filter((person) => isEligible(program, person)).map((person) => person.id)
  const invited = who === 'everybody' ? eligible : await neverInvited(trx, key, eligible)
  await rememberInvited(trx, key, invited, now)
  await enqueue(
    trx,
    invited.map((personId) => ({
      workspaceId,
      kind: INVITATION,
      subject: String(program.id),
      cycleOn: roundDay(program),
      recipient: personId,
      dueAt: now,
      expiresOn: roundDay(program),
    })),
    now,
  )
  return invited.length
}
