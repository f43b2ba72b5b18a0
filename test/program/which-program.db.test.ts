import type { ActionsBlock } from '@slack/types'
import { beforeEach, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { refuse } from '../../src/copy/refusal.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { programListeners } from '../../src/program/listeners.ts'
import { programToLead } from '../../src/program/program-to-lead.ts'
import { noProgramMessage } from '../../src/program/views/which-program-view.ts'
import { checkMessageBlocks } from '../../src/sandbox/blocks/check.ts'
import { ACTION, member } from '../../src/slack/ids.ts'
import type { Message } from '../../src/slack/message.ts'
import { messageLooksLike } from '../enrollment/golden.ts'
import { aSide } from '../pairing/support/side.ts'
import { aMember, testApp } from '../support/app.ts'
import { aProgram } from '../support/program.ts'
import { aPerson, FEBRUARY, useWorkspace, WORKSPACE } from '../support/world.ts'

const deps = useWorkspace()
let leads: number[]

/** Dana leads two programs that run, and one that has ended. */
beforeEach(async () => {
  for (const id of ['LEAD', 'EVE']) await aPerson(deps, { person_id: id })
  leads = [
    await aProgram(deps, { name: 'Winter, talks', name_key: 'winter, talks' }),
    await aProgram(deps, { name: '*Spring*', name_key: '*spring*' }),
    await aProgram(deps, { name: 'Old', name_key: 'old', state: 'closed', closed_at: FEBRUARY }),
  ]
})

const app = () =>
  testApp({
    deps,
    listeners: [programListeners(deps, { invite: async () => 0 }), pairingListeners(deps, aSide())],
    now: () => FEBRUARY,
    standingOf: () => ({ ...aMember, leads }),
  })

/** What the buttons say, and what they go on with. */
function buttonsOf(message: Message | undefined): [string, string][] {
  expect(checkMessageBlocks(message?.blocks)).toEqual([])
  const row = message?.blocks?.find((block): block is ActionsBlock => block.type === 'actions')
  return (row?.elements ?? []).map((element) =>
    element.type === 'button' ? [element.text.text, element.value ?? ''] : ['', ''],
  )
}

test.each([
  ['pair', 'pair Winter, talks', 'pair *Spring*'],
  ['program end', 'program Winter, talks', 'program *Spring*'],
  ['lead add <@EVE|eve>', 'lead add <@EVE> Winter, talks', 'lead add <@EVE> *Spring*'],
])('/mentor %s asks which program is meant, with a button for each that runs', async (typed, winter, spring) => {
  const asked = await app().command('LEAD', typed)
  expect(buttonsOf(asked.replies[0])).toEqual([
    ['Winter, talks', winter],
    ['*Spring*', spring],
  ])
  expect(asked.replies[0]?.text).toBe('Which program? Add its name: Winter, talks, \u2217Spring\u2217.')
})

test('a button goes on with the command, as if it were typed with the name', async () => {
  const pressed = await app().action('LEAD', member(ACTION.commandAgain, 2), { value: 'pair *Spring*' })
  expect(pressed.replies[0]?.text).toBe(en.refusals.nothing_to_pair({ program: '\u2217Spring\u2217' }))
  const added = await app().action('LEAD', member(ACTION.commandAgain, 1), { value: 'lead add <@EVE> Winter, talks' })
  expect(added.replies[0]?.text).toContain('now leads Winter, talks')
})

test('a name that nothing has is refused as before, without a button', async () => {
  const asked = await app().command('LEAD', 'pair Summer')
  expect(asked.replies[0]?.text).toBe(en.refusals.program_not_found({ name: 'Summer' }))
  expect(buttonsOf(asked.replies[0])).toEqual([])
})

test('the question, as it is shown', async () => {
  const { refusal } = refuse('program_ambiguous', { names: 'Winter talks\n*Spring*' })
  await messageLooksLike(
    'program',
    'which-program',
    noProgramMessage(en, refusal, (name) => `report ${name} csv`),
  )
})

test('thirty programs fit in one row, as far as it goes', () => {
  const names = Array.from({ length: 30 }, (_, i) => `Program ${i} ${'x'.repeat(48)}`)
  const { refusal } = refuse('program_ambiguous', { names: names.join('\n') })
  expect(buttonsOf(noProgramMessage(en, refusal, (name) => `pair ${name}`))).toHaveLength(25)
})

test('what is about results means the program that has some, not a draft beside it; with drafts alone, those', async () => {
  const asker = { workspaceId: WORKSPACE, standing: { ...aMember, leads } }
  const meant = async () => {
    const found = await programToLead(deps.db, asker, '', 'begun')
    return found.ok ? found.value.name : found.refusal.code
  }
  await deps.db.updateTable('program').set({ state: 'draft', opened_at: null }).where('state', '=', 'open').execute()
  expect(await meant()).toBe('Old')
  await deps.db.deleteFrom('program').where('state', '=', 'closed').execute()
  expect(await meant()).toBe('program_ambiguous')
  await deps.db.deleteFrom('program').where('name', '=', '*Spring*').execute()
  expect(await meant()).toBe('Winter, talks')
})
