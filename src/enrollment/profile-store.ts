import type { Selectable } from 'kysely'
import { allow } from '../copy/visibility.ts'
import type { Cipher } from '../database/cipher.ts'
import type { Db } from '../database/deps.ts'
import type { DB } from '../database/schema.ts'
import type { Profile } from './enrollment.ts'

const sealedAt = (workspaceId: string, personId: string) => ({ table: 'profile', row: `${workspaceId}/${personId}` })

/** What that person said about themselves; undefined where they have said nothing yet. */
export async function findProfile(
  db: Db,
  cipher: Cipher,
  workspaceId: string,
  personId: string,
): Promise<Profile | undefined> {
  const row = await db
    .selectFrom('profile')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && toProfile(cipher, row)
}

/** Writes what that person says about themselves, over what they said before. */
export async function saveProfile(
  db: Db,
  cipher: Cipher,
  workspaceId: string,
  personId: string,
  profile: Profile,
  now: Date,
): Promise<void> {
  const said = {
    level: profile.level,
    manager_id: profile.managerId,
    hours_from: profile.hours?.from ?? null,
    hours_to: profile.hours?.to ?? null,
    languages: [...profile.languages],
    offers: [...profile.offers],
    wants: [...profile.wants],
    is_async_first: profile.isAsyncFirst,
    may_be_asked: profile.mayBeAsked,
    bio: profile.bio === '' ? null : cipher.seal(profile.bio, sealedAt(workspaceId, personId)),
    updated_at: now,
  }
  await db
    .insertInto('profile')
    .values({ workspace_id: workspaceId, person_id: personId, ...said })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doUpdateSet(said))
    .execute()
}

/** What these people say of themselves in one line, for whom they are paired with; who said nothing is left out. */
export async function biosForPartners(
  db: Db,
  cipher: Cipher,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  allow('partner', 'bio')
  const rows = await db
    .selectFrom('profile')
    .select(['person_id', 'bio'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', 'in', [...ids])
    .where('bio', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap(({ person_id: id, bio }) => (bio === null ? [] : [[id, cipher.open(bio, sealedAt(workspaceId, id))]])),
  )
}

const toProfile = (cipher: Cipher, row: Selectable<DB['profile']>): Profile => ({
  level: row.level,
  managerId: row.manager_id,
  hours: row.hours_from === null || row.hours_to === null ? null : { from: row.hours_from, to: row.hours_to },
  languages: row.languages,
  offers: row.offers,
  wants: row.wants,
  isAsyncFirst: row.is_async_first,
  mayBeAsked: row.may_be_asked,
  bio: row.bio === null ? '' : cipher.open(row.bio, sealedAt(row.workspace_id, row.person_id)),
})
