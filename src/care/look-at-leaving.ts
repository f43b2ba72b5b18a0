import type { ReadLeads } from '../copy/read-leads.ts'
import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { answeredQuestion } from '../enrollment/attribute-store.ts'
import { enrolledIn } from '../enrollment/enrolled-in.ts'
import { firstName } from '../people/person.ts'
import { findPeople } from '../people/store.ts'
import { leadsReadBy } from '../program/lead-store.ts'
import { knownPartners } from './known-partners.ts'

/** What leaving would end, and who would be told. */
export interface Leaving {
  readonly program: { readonly id: number; readonly name: string }
  /** first names of those who will read that the pair has ended */
  readonly partners: readonly string[]
  /** whether a pair ends that nobody has introduced yet */
  readonly isUnmet: boolean
  /** how the partners' message would name the person who leaves */
  readonly me: string
  readonly leads: ReadLeads
  /** the program's question that they answered, whose answer leaving deletes; null where there is none */
  readonly question: string | null
}

/** Read before anything ends; refused where somebody is not in that program. */
export async function lookAtLeaving(
  deps: Deps,
  asking: { readonly workspaceId: string; readonly personId: string; readonly programId: number },
): Promise<Result<Leaving>> {
  const { workspaceId, personId } = asking
  const enrolled = await enrolledIn(deps.db, asking)
  if (!enrolled) return refuse('not_joined')
  const { program, person } = enrolled
  const { partners, isUnmet } = await knownPartners(deps.db, { workspaceId, program, personId })
  const people = await findPeople(deps.db, workspaceId, partners)
  return done({
    program,
    partners: [...people.values()].map((one) => firstName(one.name)),
    isUnmet,
    me: firstName(person.name),
    leads: await leadsReadBy(deps.db, workspaceId, program.id, personId),
    question: await answeredQuestion(deps.db, asking),
  })
}
