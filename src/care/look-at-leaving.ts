import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { answeredQuestion } from '../enrollment/attribute-store.ts'
import { enrolledIn } from '../enrollment/enrolled-in.ts'
import { firstName } from '../people/person.ts'
import { findPeople } from '../people/store.ts'
import { leadName } from '../program/lead-store.ts'
import { pairsIn } from './end-pairs.ts'

/** What leaving would end, and who would be told. */
export interface Leaving {
  readonly program: { readonly id: number; readonly name: string }
  /** first names */
  readonly partners: readonly string[]
  /** how the partners' message would name the person who leaves */
  readonly me: string
  readonly lead: string
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
  const pairs = await pairsIn(deps.db, workspaceId, program.id, personId)
  const ids = pairs.flatMap((pair) => pair.members.map((m) => m.personId)).filter((id) => id !== personId)
  const people = await findPeople(deps.db, workspaceId, ids)
  return done({
    program,
    partners: [...people.values()].map((one) => firstName(one.name)),
    me: firstName(person.name),
    lead: (await leadName(deps.db, workspaceId, program.id)) ?? program.name,
    question: await answeredQuestion(deps.db, asking),
  })
}
