import { beforeAll, beforeEach, expect, test } from 'vitest'
import { careListeners } from '../../src/care/listeners.ts'
import { standingOf } from '../../src/program/lead-store.ts'
import { aProgram, enrolled } from '../support/program.ts'
import { useStaff } from '../support/staff.ts'
import { addPeople, JANUARY, WORKSPACE } from '../support/world.ts'
import { testApp, type TestApp } from '../support/app.ts'

const deps = useStaff()
let app: TestApp
beforeAll(() => {
  app = testApp({
    deps,
    workspaceId: WORKSPACE,
    listeners: [careListeners(deps)],
    now: () => JANUARY,
    standingOf: (user) => standingOf(deps.db, WORKSPACE, user),
  })
})
beforeEach(() => addPeople(deps, [{ person_id: 'UMEI', name: 'Mei Chen' }]))

const asked = { attribute: JSON.stringify({ label: 'I identify as', options: ['a woman', 'a man'] }) }
const leaving = async () => JSON.stringify((await app.command('UMEI', 'leave')).views)

test('who leaves reads what is kept, and by its name which answer is deleted', async () => {
  const programId = await aProgram(deps, asked)
  await enrolled(deps, programId, 'UMEI', 'guide', { attribute: Buffer.from('sealed') })
  const text = await leaving()
  expect(text).toContain('Your profile is kept, so that joining again is one click: what you offer and want to learn')
  expect(text).toContain(String.raw`Your answer to \"I identify as\" is deleted today.`)
  expect(text).not.toMatch(/declared|woman/u)
})

test.each([
  ['was asked and did not answer', asked],
  ['was asked nothing', {}],
])('who %s reads of nothing that is deleted', async (_, over) => {
  await enrolled(deps, await aProgram(deps, over), 'UMEI')
  const text = await leaving()
  expect(text).toContain('Your profile is kept')
  expect(text).not.toMatch(/deleted|declared/u)
})
