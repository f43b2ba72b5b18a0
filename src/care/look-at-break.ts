import type { ReadLeads } from '../copy/read-leads.ts'
import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { addMonths, localDate } from '../delivery/working-time.ts'
import { enrolledIn } from '../enrollment/enrolled-in.ts'
import { leadsReadBy } from '../program/lead-store.ts'

/** calendar months the form proposes */
const USUAL_BREAK = 1

/** What the form of a break shows at first; refused where somebody is not in that program. */
export async function lookAtBreak(
  deps: Deps,
  asking: { readonly workspaceId: string; readonly personId: string; readonly programId: number },
  now: Date,
): Promise<
  Result<{
    readonly program: { readonly id: number; readonly name: string }
    readonly until: string
    readonly leads: ReadLeads
  }>
> {
  const enrolled = await enrolledIn(deps.db, asking)
  if (!enrolled) return refuse('not_joined')
  const { program } = enrolled
  const leads = await leadsReadBy(deps.db, asking.workspaceId, program.id, asking.personId)
  return done({ program, until: addMonths(localDate(now, program.tz), USUAL_BREAK), leads })
}
