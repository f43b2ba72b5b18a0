import { allow } from '../copy/visibility.ts'
import type { KnownFacts } from '../people/csv/facts.ts'
import type { FindSaid } from '../people/said.ts'
import { programsLed } from '../program/program-to-lead.ts'
import type { Profile } from './enrollment.ts'
import { findProfile } from './profile-store.ts'
import { enrollmentsOf } from './store.ts'

/**
 * What somebody said of themselves, for a lead of a program they are in, or of the workspace. Any other lead reads
 * nothing, not even that there is something: it would tell of a program that is private.
 */
export const saidOf: FindSaid = async ({ db, cipher }, asker, personId) => {
  allow('leads', 'level', 'manager', 'hours', 'languages', 'offers', 'wants', 'role', 'capacity')
  const led = new Map((await programsLed(db, asker)).map((program) => [program.id, program]))
  const theirs = (await enrollmentsOf(db, asker.workspaceId, personId)).flatMap(
    ({ state, programId, role, capacity }) => {
      const program = led.get(programId)
      return program && state !== 'left' ? [{ program, role, capacity }] : []
    },
  )
  const isSeen = asker.standing.isWorkspaceLead || theirs.length > 0
  const profile = isSeen ? await findProfile(db, cipher, asker.workspaceId, personId) : undefined
  return {
    facts: profile ? saidIn(profile) : {},
    programs: theirs.flatMap(({ program, role, capacity }) =>
      program.state === 'closed' ? [] : [{ name: program.name, role, capacity }],
    ),
  }
}

/** Each answer that wins over a file: skills always do once there is a profile, the rest where it was given. */
function saidIn(profile: Profile): Partial<KnownFacts> {
  const { level, managerId, hours, languages, offers, wants } = profile
  return {
    ...(level !== null && { level }),
    ...(managerId !== null && { managerId }),
    ...(hours !== null && { hours }),
    ...(languages.length > 0 && { languages }),
    offers,
    wants,
  }
}
