import type { Deps } from '../database/deps.ts'
import { findJoinable } from '../enrollment/find-joinable.ts'
import { findPerson } from '../people/store.ts'
import type { Program } from '../program/program.ts'
import { programsOf } from '../program/store.ts'
import type { Standing } from '../slack/listener.ts'
import type { Home } from './home.ts'
import { lookAsLead } from './look-as-lead.ts'
import { lookAtMine } from './look-at-mine.ts'

/** Where one person stands, in one reading. */
export async function lookAtHome(
  deps: Deps,
  who: { readonly workspaceId: string; readonly personId: string; readonly standing: Standing },
  now: Date,
): Promise<Home> {
  const { workspaceId, personId, standing } = who
  const person = await findPerson(deps.db, workspaceId, personId)
  const programs = await programsOf(deps.db, workspaceId)
  return {
    isMember: standing.isMember,
    isSetUp: standing.isSetUp,
    isSlackAdmin: standing.isSlackAdmin,
    tz: person?.tz ?? 'UTC',
    now,
    ...(await lookAtMine(deps, { workspaceId, personId, programs }, now)),
    joinable: standing.isMember ? await joinable(deps, workspaceId, personId) : [],
    lead: await lookAsLead(deps, { workspaceId, programs: ledBy(standing, programs), standing }),
  }
}

async function joinable(deps: Deps, workspaceId: string, personId: string): Promise<readonly Program[]> {
  const found = await findJoinable(deps, { workspaceId, personId, typed: '' })
  if (!found.ok) return []
  if (found.value.to === 'form') return [found.value.program]
  return found.value.to === 'choose' ? found.value.programs : []
}

const ledBy = (standing: Standing, programs: readonly Program[]): readonly Program[] =>
  programs.filter((p) => standing.isWorkspaceLead || standing.leads.includes(p.id))
