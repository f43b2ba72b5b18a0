import { describe, expect, test } from 'vitest'
import { listedMessage } from '../../src/care/views/listed-view.ts'
import { breakDoneView, breakView } from '../../src/care/views/break-view.ts'
import { endingMessage, pauseEndsMessage, stillLookingMessage } from '../../src/care/views/ending-view.ts'
import { leaveView, leftView } from '../../src/care/views/leave-view.ts'
import { en } from '../../src/copy/en/en.ts'
import { ACTION } from '../../src/slack/ids.ts'
import { INJECTIONS, isHarmless, messageLooksLike, viewLooksLike } from '../enrollment/golden.ts'

const program = { id: 12, name: 'Technology 2026' }
const leads = { others: ['Dana'], isReader: false }
const look = { program, partners: ['Luis'], isUnmet: false, me: 'Mei', leads, question: null, isQuiet: true }
const next = { on: '2026-03-16', isLate: false, noneBefore: null, lead: 'Dana' }

describe('leaving', () => {
  test('shows what ends, who is told and what they will read', async () => {
    await viewLooksLike('care', 'leave.with-partner', leaveView(en, look))
    await viewLooksLike('care', 'leave.waiting', leaveView(en, { ...look, partners: [] }))
    await viewLooksLike('care', 'leave.trio', leaveView(en, { ...look, partners: ['Ana', 'Luis'] }))
    await viewLooksLike('care', 'leave.answered', leaveView(en, { ...look, question: 'I identify as' }))
    await viewLooksLike('care', 'leave.unmet', leaveView(en, { ...look, partners: [], isUnmet: true }))
    await viewLooksLike('care', 'left.with-partner', leftView(en, look))
    await viewLooksLike('care', 'left.waiting', leftView(en, { ...look, partners: [] }))
    await viewLooksLike('care', 'left.one-more', leftView(en, { ...look, isQuiet: false }))
  })

  test('what the partner will read is what the partner reads', () => {
    const [ending] = endingMessage(en, { partners: ['Mei'], program, lead: 'Dana' }).blocks
    const words = ending && 'text' in ending && typeof ending.text === 'object' ? ending.text.text : ''
    expect(words).toContain('Your pairing with Mei in Technology 2026 has ended.')
    expect(JSON.stringify(leaveView(en, look))).toContain(words)
  })
})

test.each([
  [[], false, "The program's leads can see"],
  [['Dana'], false, 'Dana can see'],
  [['Omar', 'Ana'], false, 'Omar and Ana can see'],
  [['Omar'], true, 'You and Omar can see'],
  [['Omar', 'Ana', 'Kofi'], false, 'Omar, Ana, and Kofi can see'],
  [['Omar', 'Ana', 'Kofi', 'Mei', 'Luis'], false, 'Omar, Ana, and 3 more leads can see'],
])('who leaves reads of leads %j, reader %s: %s', (others, isReader, words) => {
  expect(JSON.stringify(leaveView(en, { ...look, leads: { others, isReader } }))).toContain(
    `"${words} in the list of people that you left, and never why."`,
  )
})

describe('an ending', () => {
  test('has no cause and no blame, then three choices as near as each other', async () => {
    const message = endingMessage(en, { partners: ['Mei'], program, lead: 'Dana' })
    await messageLooksLike('care', 'ending', message)
    await messageLooksLike(
      'care',
      'ending.trio',
      endingMessage(en, { partners: ['Ana', 'Mei'], program, lead: 'Dana' }),
    )
    const ids = JSON.stringify(message.blocks).match(/"action_id":"[^"]+"/gu)
    expect(ids).toEqual([ACTION.endingNewPartner, ACTION.breakOpen, ACTION.leaveAsk].map((id) => `"action_id":"${id}"`))
    const words = JSON.stringify(message).replaceAll(/"(action_id|value)":"[^"]*"/gu, '')
    expect(words).not.toMatch(/left|leav|because|unfortunately|sorry|"style"/iu)
  })

  test('a new partner, a break, and its end', async () => {
    await messageLooksLike('care', 'ending.listed', listedMessage(en, program, next))
    await viewLooksLike('care', 'break', breakView(en, { program, until: '2026-02-05', leads }))
    await viewLooksLike('care', 'break.done', breakDoneView(en, program.name, '2026-02-05', 'Dana'))
    await messageLooksLike(
      'care',
      'break.ends',
      pauseEndsMessage(en, { name: 'Mei', program, until: '2026-02-05', lead: 'Dana' }),
    )
  })
})

test('no name in any of them comes alive', () => {
  for (const evil of INJECTIONS) {
    const named = {
      program: { id: 1, name: evil },
      partners: [evil],
      isUnmet: true,
      me: evil,
      lead: evil,
      leads: { others: [evil, evil, evil, evil], isReader: true },
      next: { ...next, lead: evil },
      question: evil,
      isQuiet: false,
    }
    isHarmless(leaveView(en, named))
    isHarmless(leftView(en, named))
    isHarmless(endingMessage(en, named))
    isHarmless(stillLookingMessage(en, { ...named, name: evil }))
    isHarmless(listedMessage(en, named.program, { ...next, lead: evil }))
    isHarmless(breakView(en, { ...named, until: '2026-02-05' }))
    isHarmless(breakDoneView(en, evil, '2026-02-05', evil))
    isHarmless(pauseEndsMessage(en, { ...named, name: evil, until: '2026-02-05' }))
  }
})
