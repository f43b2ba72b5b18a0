import type { Deps } from '../../src/database/deps.ts'
import type { ProgramDraft } from '../../src/program/draft.ts'
import { addContact } from '../../src/program/contact-store.ts'
import { addLead } from '../../src/program/lead-store.ts'
import { emptyDraft } from '../../src/program/program-form.ts'
import type { Standing } from '../../src/slack/listener.ts'
import { MONDAY, seedPeople, seedWorkspace, slackUser, T1 } from '../people/seed.ts'

/** A draft that can be saved on MONDAY. */
export const aDraft = (over: Partial<ProgramDraft> = {}): ProgramDraft => ({
  ...emptyDraft('reverse', { joinBy: '2026-01-16', firstOn: '2026-02-01' }),
  name: 'Winter talks',
  ...over,
})

export const LEAD: Standing = {
  isMember: true,
  isSlackAdmin: false,
  isWorkspaceLead: true,
  leads: [],
  isSetUp: true,
}

/** A workspace with Slack's owner, a few people, a bot, a guest and somebody who left; nobody leads yet. */
export async function seedCompany(deps: Deps): Promise<void> {
  await deps.db.deleteFrom('delivery').execute()
  await deps.db.deleteFrom('workspace').execute()
  await seedWorkspace(deps)
  await seedPeople(deps, [
    slackUser('UOWNER', { is_owner: true }),
    slackUser('UDANA', { real_name: 'Dana Holt' }),
    slackUser('UEVE', { real_name: 'Eve Long' }),
    slackUser('UANA', { real_name: 'Ana Ruiz' }),
    slackUser('UBOT', { is_bot: true }),
    slackUser('UGUEST', { is_restricted: true }),
  ])
}

const by = { personId: 'UOWNER', at: MONDAY }

/** Dana leads the workspace. */
export const seedLead = (deps: Deps) => addLead(deps.db, T1, { personId: 'UDANA', programId: null }, by)

/** A line outside Slack, which counts at once. */
export const seedLine = (deps: Deps, label: string) =>
  addContact(deps.db, T1, { personId: null, label, phone: '123', link: null }, by)

/** Kinds and recipients of what is due. */
export const dues = async (deps: Deps) =>
  (await deps.db.selectFrom('delivery').select(['kind', 'recipient']).orderBy('delivery_id').execute()).map(
    ({ kind, recipient }) => `${kind} ${recipient}`,
  )
