import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { findFocus } from '../../src/main/focus.ts'
import { peopleListeners } from '../../src/people/listeners.ts'
import { ACTION } from '../../src/slack/ids.ts'
import { aLead, testApp } from '../support/app.ts'
import { freshDatabase, testDeps } from '../support/database.ts'
import { aPerson, aProgram, aWorkspace, MONDAY } from '../support/fixtures.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
beforeAll(async () => {
  database = await freshDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  await deps.db.deleteFrom('workspace').execute()
  await aWorkspace(deps.db)
  await aPerson(deps.db, { person_id: 'DANA' })
  await aPerson(deps.db, { person_id: 'ANA' })
})

const none = () => Promise.reject(new Error('no file is needed'))
const app = () =>
  testApp({
    deps,
    listeners: [
      peopleListeners(deps, {
        files: { download: none, upload: none },
        directory: { listUsers: none },
        focus: findFocus,
        said: () => Promise.resolve({ facts: {}, programs: [] }),
        waiting: () => Promise.resolve([]),
        onChanged: () => Promise.resolve(),
      }),
    ],
    now: () => MONDAY,
    standingOf: () => aLead,
  })

test.each([
  ['draft', '2 people will be invited to Generations 2026 when it opens', false],
  ['open', '2 people are invited to Generations 2026', true],
  ['running', '2 people are invited to Generations 2026', true],
  ['closed', 'Generations 2026 has ended; 2 people could take part', false],
] as const)(
  'of a program that is %s the lead reads what is true of its invitations',
  async (state, heading, invites) => {
    await aProgram(deps.db, {
      state,
      opened_at: state === 'draft' ? null : MONDAY,
      ...(state === 'closed' && { closed_at: MONDAY }),
    })
    const [message] = (await app().command('DANA', 'people')).replies
    expect(message?.text).toBe(heading)
    expect(JSON.stringify(message)).toContain(`*${heading}*`)
    expect(JSON.stringify(message).includes(ACTION.peopleInvite)).toBe(invites)
  },
)
