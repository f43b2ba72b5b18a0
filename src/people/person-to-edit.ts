import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db } from '../database/deps.ts'
import type { Listed } from './csv/write-list.ts'
import { mentionIn } from './mention.ts'
import { findListed } from './person-fact-store.ts'

/** The person a lead mentions after `/mentor people`; refuses whoever cannot take part here, saying why. */
export async function personMentioned(db: Db, workspaceId: string, words: string): Promise<Result<Listed>> {
  const personId = mentionIn(words)?.personId ?? ''
  return personToEdit(db, workspaceId, personId, /<@[^|>\s]+\|([^>]+)>/u.exec(words)?.[1])
}

/** Somebody whose facts a lead may change. @param name what they are called where nobody here has the id */
export async function personToEdit(
  db: Db,
  workspaceId: string,
  personId: string,
  name?: string,
): Promise<Result<Listed>> {
  const person = await findListed(db, workspaceId, personId)
  if (!person) return refuse('person_not_found', name === undefined ? {} : { who: `@${name}` })
  if (person.isBot) return refuse('not_a_person', { who: person.name })
  if (person.leftAt !== null) return refuse('person_left', { who: person.name })
  return person.isGuest ? refuse('person_is_guest', { who: person.name }) : done(person)
}
