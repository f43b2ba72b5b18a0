import type { Deps } from '../database/deps.ts'
import { acceptedContacts } from '../program/contact-store.ts'
import type { Program } from '../program/program.ts'
import type { Standing } from '../slack/listener.ts'
import type { Home, ProgramOverview } from './home.ts'
import { hasImportedPeople, programCounts } from './store.ts'

/**
 * What a lead sees besides: a checklist until a program is open, then how each stands; null for who leads nothing.
 * @param programs those this person leads, closed ones too: who has opened one needs no checklist any more
 */
export async function lookAsLead(
  { db }: Deps,
  who: { readonly workspaceId: string; readonly programs: readonly Program[]; readonly standing: Standing },
): Promise<Home['lead']> {
  const { workspaceId, programs, standing } = who
  if (!standing.isWorkspaceLead && standing.leads.length === 0) return null
  if (!programs.some((program) => program.openedAt !== null)) {
    const checklist = {
      contacts: (await acceptedContacts(db, workspaceId)).length,
      hasPeople: await hasImportedPeople(db, workspaceId),
      draft: programs[0] ?? null,
    }
    return { shows: 'checklist', checklist }
  }
  const overviews: ProgramOverview[] = []
  for (const program of programs) {
    const { id, name, state, nextRoundOn } = program
    if (state === 'closed') continue
    overviews.push({ id, name, state, nextRoundOn, ...(await programCounts(db, workspaceId, id)) })
  }
  return { shows: 'overview', programs: overviews }
}
