import { beforeEach, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { pairingListeners } from '../../src/pairing/listeners.ts'
import { publishedMessage } from '../../src/pairing/views/published-view.ts'
import { checkMessageBlocks } from '../../src/sandbox/blocks/check.ts'
import { ACTION } from '../../src/slack/ids.ts'
import type { Message } from '../../src/slack/message.ts'
import { aLead, testApp } from '../support/app.ts'
import { aLedProgram, joined } from '../support/program.ts'
import { FEBRUARY, useWorkspace } from '../support/world.ts'
import { aSide } from './support/side.ts'

const deps = useWorkspace()
/** Two pairs that a skill makes for each other: Ana and Luis, Mei and Tom. */
beforeEach(async () => {
  const programId = await aLedProgram(deps)
  for (const [id, name, role, skill] of [
    ['ANA', 'Ana *Ruiz*', 'guide', 'excel'],
    ['LUIS', 'Luis Ortega', 'learner', 'excel'],
    ['MEI', 'Mei Chen', 'guide', 'sql'],
    ['TOM', 'Tom Berg', 'learner', 'sql'],
  ] as const) {
    const isGuide = role === 'guide'
    await joined(deps, programId, role, {
      person_id: id,
      name,
      level: isGuide ? 2 : 6,
      [isGuide ? 'offers' : 'wants']: [skill],
    })
  }
})

const app = () =>
  testApp({ deps, listeners: [pairingListeners(deps, aSide())], now: () => FEBRUARY, standingOf: () => aLead })
const person = (id: string, values: object) =>
  deps.db.updateTable('person').set(values).where('person_id', '=', id).execute()
const enrollment = (id: string, values: object) =>
  deps.db.updateTable('enrollment').set(values).where('person_id', '=', id).execute()
const publishValue = (message: Message | undefined): string =>
  new RegExp(`"action_id":"${ACTION.pairPublish}".*?"value":"(.*?)"`, 'u').exec(JSON.stringify(message))?.[1] ?? ''

/** Proposes, lets something change, presses Publish in the message as it was, and presses it once more. */
async function publishAfter(...changes: (() => Promise<unknown>)[]): Promise<readonly string[]> {
  const { replies } = await app().command('LEAD', 'pair')
  for (const change of changes) await change()
  const value = publishValue(replies[0])
  const first = await app().action('LEAD', ACTION.pairPublish, { value })
  const again = await app().action('LEAD', ACTION.pairPublish, { value })
  return [first, again].map(({ redrawn }) => JSON.stringify(redrawn))
}

test.each([
  ['left the program', () => enrollment('ANA', { state: 'left', left_at: FEBRUARY }), 'has left the program'],
  ['left the company', () => person('ANA', { left_at: FEBRUARY }), 'has left the company'],
  ['takes a break', () => enrollment('ANA', { state: 'paused', paused_until: '2026-05-01' }), 'is on a break'],
])(
  'who %s between proposal and publishing is named to the lead, and so is what became of the partner',
  async (_, change, words) => {
    for (const text of await publishAfter(change)) {
      expect(text).toContain(`Ana ∗Ruiz∗ ${words}, so this pair was not made.`)
      expect(text).toContain('Luis Ortega waits on and comes first in the next round.')
      expect(text).toContain('1 pair is published')
      expect(text).not.toContain('did not fit any more')
    }
  },
)

test('a pair of which nobody is left needs no word about a partner', async () => {
  const gone = { state: 'left', left_at: FEBRUARY }
  const [text] = await publishAfter(
    () => enrollment('ANA', gone),
    () => enrollment('LUIS', gone),
  )
  expect(text).toContain(
    'Ana ∗Ruiz∗ has left the program and Luis Ortega has left the program, so this pair was not made.',
  )
  expect(text).not.toContain('waits on')
})

test('where a rule parts two who are both here, nobody is named: it could be one that nobody may learn of', async () => {
  const [text] = await publishAfter(() => person('ANA', { team: 'team of LUIS' }))
  expect(text).toContain('1 pair did not fit any more')
  expect(text).not.toMatch(/Ana|Luis/u)
})

test('however many and however long their names, the message is within Slack`s limits', () => {
  const long = '<'.repeat(200)
  const undone = Array.from({ length: 30 }, () => ({
    gone: [{ name: long, why: 'left' as const }],
    waiting: [long],
    placed: [long],
  }))
  const data = {
    roundId: 1,
    programId: 1,
    pairs: 2,
    dropped: 31,
    undone,
    waiting: 3,
    nextRoundOn: '2026-03-20',
    firstTopic: null,
  }
  const message = publishedMessage(en, data)
  expect(checkMessageBlocks(message.blocks)).toEqual([])
  expect(JSON.stringify(message)).toContain('1 pair did not fit any more')
})
