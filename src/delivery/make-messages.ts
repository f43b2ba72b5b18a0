import { sql } from 'kysely'
import type { Candidate } from './claim-store.ts'
import type { MessageKind, MessageKinds, RenderDeps, Rendered } from './delivery.ts'
import { Together } from './together.ts'

/** A row and what it says, or why it says nothing. */
export interface Made {
  readonly row: Candidate
  /** undefined where no room renders it any more */
  readonly kind: MessageKind | undefined
  readonly rendered: Rendered
}

/** A message could not be made: our fault, and no reason to hold up the others. */
export class RenderFault extends Error {
  override readonly name = 'RenderFault'
  readonly kind: string

  constructor(kind: string, cause: unknown) {
    super(`a message of kind ${kind} could not be made`, { cause })
    this.kind = kind
  }
}

/**
 * Makes the messages of one claim; what several of them need is read once.
 * @throws RenderFault; whose fault it is stays open, because what was read for all may have failed for one
 */
export async function makeTogether(
  kinds: MessageKinds,
  deps: RenderDeps,
  rows: readonly Candidate[],
  now: Date,
): Promise<Made[]> {
  const together = { ...deps, together: new Together(rows) }
  const made: Made[] = []
  for (const row of rows) made.push(await makeOne(kinds, together, row, now))
  return made
}

/**
 * Makes each message by itself and takes back what a failed one did, so that only the guilty are left out.
 * @param leaveOut  told of each that could not be made, in the same transaction
 */
export async function makeApart(
  kinds: MessageKinds,
  deps: RenderDeps,
  rows: readonly Candidate[],
  now: Date,
  leaveOut: (row: Candidate, fault: RenderFault) => Promise<void>,
): Promise<Made[]> {
  const made: Made[] = []
  for (const row of rows) {
    await sql`savepoint message`.execute(deps.db)
    try {
      made.push(await makeOne(kinds, deps, row, now))
      await sql`release savepoint message`.execute(deps.db)
    } catch (fault) {
      if (!(fault instanceof RenderFault)) throw fault
      // Throws where the database itself is what failed: then no message is to blame.
      await sql`rollback to savepoint message`.execute(deps.db)
      await leaveOut(row, fault)
    }
  }
  return made
}

async function makeOne(kinds: MessageKinds, deps: RenderDeps, row: Candidate, now: Date): Promise<Made> {
  const kind = kinds[row.kind]
  if (!kind) return { row, kind, rendered: { skip: 'kind_unknown' } }
  try {
    return { row, kind, rendered: await kind.render(deps, row, now) }
  } catch (fault) {
    throw new RenderFault(row.kind, fault)
  }
}
