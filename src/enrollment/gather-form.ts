import type { Cipher } from '../database/cipher.ts'
import type { Db } from '../database/deps.ts'
import { type Alike, alikeMembers, memberRange } from '../people/member-store.ts'
import type { Person, Role } from '../people/person.ts'
import { skillCatalog } from '../people/skill-store.ts'
import { KINDS } from '../program/kinds.ts'
import { leadName } from '../program/lead-store.ts'
import type { Program } from '../program/program.ts'
import { isInvited, type Admitted } from './admit.ts'
import { attributeQuestion, declared } from './attribute-store.ts'
import { MOST_SKILLS, type Answers, type Profile } from './enrollment.ts'
import { privateList } from './exclusion-store.ts'
import type { SkillGroup } from '../people/skills.ts'
import type { JoinForm } from './join-form.ts'
import { areCommon, languageChoices } from './languages.ts'
import { preselectRole } from './preselect-role.ts'
import { findProfile } from './profile-store.ts'

/** Levels to choose from where the company's own are not known */
const USUAL_TOP_LEVEL = 10

/**
 * Everything the form of that program shows that person, filled with what they or a file said before.
 * @param said a form that came back: what it says need not be guessed, so nothing is asked about everybody else
 */
export async function gatherForm(
  db: Db,
  cipher: Cipher,
  workspaceId: string,
  { program, person, enrollment, contacts }: Admitted,
  how: Pick<JoinForm, 'mode' | 'isOpen' | 'typed'>,
  said?: Partial<Pick<Answers, 'role' | 'languages'>>,
): Promise<JoinForm> {
  const who = { workspaceId, programId: program.id, personId: person.id }
  const profile = await findProfile(db, cipher, workspaceId, person.id)
  const groups = await skillCatalog(db, workspaceId)
  const level = profile?.level ?? person.level
  const role =
    enrollment?.role ?? said?.role ?? (await guessRole(db, workspaceId, program, { role: person.role, level }))
  const filled: Answers = {
    ...fillProfile(person, profile, groups),
    role,
    capacity: enrollment?.capacity ?? person.capacity ?? 1,
    privateList: await privateList(db, workspaceId, person.id),
    attribute: await declared(db, cipher, who),
  }
  const asksLevel = person.level === null || filled.level !== null
  const asksLanguages = said ? !areCommon(said.languages ?? []) : how.isOpen
  const range = asksLevel || asksLanguages ? await memberRange(db, workspaceId) : NOT_ASKED
  return {
    ...how,
    program,
    lead: (await leadName(db, workspaceId, program.id)) ?? program.name,
    contacts,
    asks: {
      role: KINDS[program.kind].guides !== 'both',
      level: asksLevel,
      manager: person.managerId === null || filled.managerId !== null,
      attribute: await attributeQuestion(db, workspaceId, program.id),
    },
    filled,
    skills: groups,
    topLevel: Math.max(USUAL_TOP_LEVEL, filled.level ?? 0, range.topLevel),
    languages: languageChoices([...filled.languages, ...range.languages]),
    tz: person.tz,
  }
}

const NOT_ASKED = { topLevel: 0, languages: [] } as const

/** By the levels of everybody invited, which are read only where no file names the role. */
async function guessRole(
  db: Db,
  workspaceId: string,
  program: Program,
  person: Parameters<typeof preselectRole>[1],
): Promise<Role> {
  if (person.role !== null || KINDS[program.kind].guides === 'both') return preselectRole(program.kind, person, [])
  const alike = await alikeMembers(db, workspaceId, program.invited.people ?? null)
  return preselectRole(program.kind, person, levelsOf(alike.filter((some) => isInvited(program, some))))
}

/** The level of each of them that is known. */
const levelsOf = (groups: readonly Alike[]): number[] =>
  groups.flatMap(({ level, count }) => (level === null ? [] : Array.from({ length: count }, () => level)))

/** What somebody said, else what a file said; level and manager only what they said themselves. */
function fillProfile(person: Person, profile: Profile | undefined, groups: readonly SkillGroup[]): Profile {
  const known = new Set(groups.flatMap((group) => group.skills.map((skill) => skill.id)))
  const offered = (skills: readonly string[]) => skills.filter((skill) => known.has(skill)).slice(0, MOST_SKILLS)
  return {
    level: profile?.level ?? null,
    managerId: profile?.managerId ?? null,
    hours: profile?.hours ?? person.hours,
    languages: profile && profile.languages.length > 0 ? profile.languages : person.languages,
    offers: offered(profile?.offers ?? person.offers),
    wants: offered(profile?.wants ?? person.wants),
    isAsyncFirst: profile?.isAsyncFirst ?? false,
    mayBeAsked: profile?.mayBeAsked ?? false,
    bio: profile?.bio ?? '',
  }
}
