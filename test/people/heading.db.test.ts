import { beforeEach, expect, test } from 'vitest'
import { findFocus } from '../../src/main/focus.ts'
import { peopleListeners } from '../../src/people/listeners.ts'
import { ACTION } from '../../src/slack/ids.ts'
import { aLead, testApp } from '../support/app.ts'
import { aProgram } from '../support/program.ts'
import { aPerson, FEBRUARY, useWorkspace } from '../support/world.ts'

const deps = useWorkspace()

beforeEach(async () => {
  await aPerson(deps, { person_id: 'DANA' })
  await aPerson(deps, { person_id: 'ANA' })
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
    now: () => FEBRUARY,
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
    await aProgram(deps, {
      state,
      opened_at: state === 'draft' ? null : FEBRUARY,
      ...(state === 'closed' && { closed_at: FEBRUARY }),
    })
    const [message] = (await app().command('DANA', 'people')).replies
    expect(message?.text).toBe(heading)
    expect(JSON.stringify(message)).toContain(`*${heading}*`)
    expect(JSON.stringify(message).includes(ACTION.peopleInvite)).toBe(invites)
  },
)
