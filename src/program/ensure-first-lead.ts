import { done, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { appointLead } from './appoint-lead.ts'

/** The setting FIRST_LEAD: names the first lead, where nobody leads the workspace. Refused where that is nobody here. */
export async function ensureFirstLead(
  deps: Deps,
  { workspaceId, personId }: { readonly workspaceId: string; readonly personId: string },
  now: Date,
): Promise<Result<null>> {
  const standing = { isMember: true, isSlackAdmin: true, isWorkspaceLead: false, leads: [], isSetUp: false }
  const appointed = await appointLead(deps, { workspaceId, by: personId, standing, personId, program: '' }, now)
  // somebody leads already: the setting has done its work before
  if (!appointed.ok && ['not_allowed', 'already_lead'].includes(appointed.refusal.code)) return done(null)
  return appointed.ok ? done(null) : appointed
}
