import type { Db, Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { readSlackUser, type SlackPerson } from './slack-user.ts'
import { type Known, knownToSlack, markSynced, saveSlackPeople } from './sync-store.ts'

/** Who came, went, came back or moved; what care and the planners act on. */
export interface PeopleChanges {
  readonly arrived: readonly string[]
  readonly left: readonly string[]
  readonly returned: readonly string[]
  readonly movedZone: readonly string[]
}

/** Told inside the same transaction, so that nobody is half gone. */
export type OnPeopleChanged = (trx: Db, workspaceId: string, changes: PeopleChanges, now: Date) => Promise<void>

/**
 * Takes over what Slack says about these users; facts from files and profiles stay untouched. Harmless when repeated.
 * @param slackUsers Slack's user objects, all of them or the one of an event; those not named stay as they are
 * @param isComplete the whole directory was read: the day's reconciliation is done
 */
export async function syncPeople(
  deps: Deps,
  workspaceId: string,
  slackUsers: readonly unknown[],
  now: Date,
  how: { readonly isComplete: boolean; readonly onChanged: OnPeopleChanged },
): Promise<PeopleChanges> {
  const users = slackUsers.map((user) => readSlackUser(user, workspaceId)).filter((user) => user !== undefined)
  const found = await transaction(deps.db, async (trx) => {
    const known = await knownToSlack(
      trx,
      workspaceId,
      users.map((user) => user.id),
    )
    const changes = compare(users, known)
    await saveSlackPeople(
      trx,
      workspaceId,
      users.filter((user) => isNews(user, known.get(user.id))),
      now,
    )
    if (how.isComplete) await markSynced(trx, workspaceId, now)
    if (isAny(changes)) await how.onChanged(trx, workspaceId, changes, now)
    return changes
  })
  if (isAny(found)) deps.wake()
  return found
}

const isAny = (changes: PeopleChanges): boolean => Object.values(changes).some((ids) => ids.length > 0)

function compare(users: readonly SlackPerson[], known: ReadonlyMap<string, Known>): PeopleChanges {
  const ids = (is: (user: SlackPerson, was: Known | undefined) => boolean) =>
    users.filter((user) => is(user, known.get(user.id))).map((user) => user.id)
  return {
    arrived: ids((user, was) => !was && !user.isDeleted),
    left: ids((user, was) => was !== undefined && !was.isDeleted && user.isDeleted),
    returned: ids((user, was) => was !== undefined && was.isDeleted && !user.isDeleted),
    movedZone: ids((user, was) => was !== undefined && was.tz !== user.tz),
  }
}

const isNews = (user: SlackPerson, was: Known | undefined): boolean =>
  was === undefined ||
  (Object.keys(was) as (keyof Known)[]) // Known has exactly the fields of a SlackPerson
    .some((field) => was[field] !== user[field])
