import { refusalText } from '../../copy/copy.ts'
import { refuse } from '../../copy/refusal.ts'
import type { DueRow, RenderDeps, Rendered } from '../../delivery/delivery.ts'
import { findProgram } from '../../program/store.ts'
import { clip, section } from '../../slack/blocks.ts'
import { findRound, isRoundWaiting, proposedRound, replacedAt } from '../find-round-store.ts'
import { lookAtRound } from '../look-at-round.ts'
import { type RoundPage, roundMessage } from '../views/round-view.ts'

/** The round a lead is sent on its day, or between rounds; it says so where they had read other pairs before. */
export async function renderProposed(deps: RenderDeps, row: DueRow, now: Date): Promise<Rendered> {
  const round = await findRound(deps.db, row.workspaceId, Number(row.subject))
  const replaced = round ? await replacedAt(deps.db, row.workspaceId, round) : null
  return render(deps, row, { roundId: Number(row.subject), as: 'proposed', replaced }, now)
}

/** The answer to a lead who asked for a large round. */
export const renderReady = (deps: RenderDeps, row: DueRow, now: Date): Promise<Rendered> =>
  render(deps, row, { roundId: Number(row.subject), as: 'proposed' }, now)

/** The same round again, as it is now: it still waits for a lead. */
export async function renderReminder(deps: RenderDeps, row: DueRow, now: Date): Promise<Rendered> {
  const round = await proposedRound(deps.db, row.workspaceId, Number(row.subject))
  const isWaiting = await isRoundWaiting(deps.db, row.workspaceId, Number(row.subject))
  return round && isWaiting ? render(deps, row, { roundId: round.id, as: 'reminder' }, now) : NOT_WAITING
}

/** On its day a round had no pairs, since too few have answered what decides. */
export async function renderFew({ db, copy }: RenderDeps, row: DueRow): Promise<Rendered> {
  const round = await findRound(db, row.workspaceId, Number(row.subject))
  const program = round && (await findProgram(db, row.workspaceId, round.programId))
  if (!program || program.state === 'closed') return NOT_WAITING
  const text = refusalText(copy, refuse('too_few_answers', { program: program.name }).refusal)
  const message = { text: clip(copy.pairing.proposedNotice(program.name, 0), 90), blocks: [section(text)] }
  return { to: { person: row.recipient }, message }
}

const NOT_WAITING = { skip: 'the round is not waiting any more' }

async function render(
  deps: RenderDeps,
  row: DueRow,
  { roundId, ...how }: { readonly roundId: number } & Pick<RoundPage, 'as' | 'replaced'>,
  now: Date,
): Promise<Rendered> {
  const look = await lookAtRound(deps, { workspaceId: row.workspaceId, roundId }, now)
  if (!look.ok || look.value.round.state !== 'proposed') return NOT_WAITING
  return { to: { person: row.recipient }, message: roundMessage(deps.copy, { ...look.value, page: 1, ...how }) }
}
