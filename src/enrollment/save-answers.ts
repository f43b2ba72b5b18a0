import type { Deps } from '../database/deps.ts'
import type { Person } from '../people/person.ts'
import { addSkills, skillSpellings } from '../people/skill-store.ts'
import { skillId } from '../people/skills.ts'
import type { Filled } from './check-answers.ts'
import type { Profile } from './enrollment.ts'
import { addToList, dropFromList } from './exclusion-store.ts'
import { saveProfile } from './profile-store.ts'

/** Keeps what somebody said about themselves: the profile, the private list, and skills in their own words for all. */
export async function saveAnswers(
  deps: Deps,
  workspaceId: string,
  person: Person,
  filled: Filled,
  now: Date,
): Promise<void> {
  const { db, cipher } = deps
  const known = await skillSpellings(db, workspaceId)
  const typed = [filled.offersOther, filled.wantsOther].filter((label) => label !== '' && !known.has(skillId(label)))
  await addSkills(db, workspaceId, typed.filter(isFirstSpelling), 'person', now)
  const own = (label: string) => (label === '' ? [] : [known.get(skillId(label)) ?? skillId(label)])
  const offers = [...new Set([...filled.offers, ...own(filled.offersOther)])]
  const wants = [...new Set([...filled.wants, ...own(filled.wantsOther)])]
  await saveProfile(db, cipher, workspaceId, person.id, { ...unlessFromFile(filled, person), offers, wants }, now)
  await dropFromList(db, workspaceId, person.id, filled.privateList)
  await addToList(db, workspaceId, person.id, filled.privateList, now)
}

const isFirstSpelling = (label: string, i: number, all: readonly string[]) =>
  all.findIndex((other) => skillId(other) === skillId(label)) === i

/** What the form was filled with from a file and left alone stays the file's, so that a later file still counts. */
function unlessFromFile(filled: Filled, person: Person): Profile {
  const isFiles =
    filled.hours !== null && filled.hours.from === person.hours?.from && filled.hours.to === person.hours.to
  const said = new Set(filled.languages)
  const sameLanguages = said.size === person.languages.length && person.languages.every((code) => said.has(code))
  return { ...filled, hours: isFiles ? null : filled.hours, languages: sameLanguages ? [] : filled.languages }
}
