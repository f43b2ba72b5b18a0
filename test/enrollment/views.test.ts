import { describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { refuse } from '../../src/copy/refusal.ts'
import type { JoinForm } from '../../src/enrollment/join-form.ts'
import {
  alreadyInMessage,
  chooserMessage,
  joinedMessage,
  joinedView,
  noneMessage,
  rejoinMessage,
  savedView,
} from '../../src/enrollment/views/answers.ts'
import { declinedMessage, invitationMessage } from '../../src/enrollment/views/invitation.ts'
import { joinView } from '../../src/enrollment/views/join-view.ts'
import { nextRoundText } from '../../src/enrollment/views/next-round.ts'
import { fieldErrors, refusedMessage } from '../../src/enrollment/views/refused.ts'
import { ACTION } from '../../src/slack/ids.ts'
import { INJECTIONS, isHarmless, messageLooksLike, viewLooksLike } from './golden.ts'

const program = { id: 12, name: 'Technology 2026', kind: 'reverse' as const }

const aForm = (over: Partial<JoinForm> = {}): JoinForm => ({
  mode: 'join',
  program,
  typed: '',
  lead: 'Dana',
  contacts: ['Priya Shah', 'Tom Berg'],
  asks: { role: true, level: false, manager: false, attribute: null },
  filled: {
    role: 'guide',
    capacity: 1,
    level: null,
    managerId: null,
    hours: null,
    languages: [],
    offers: [],
    wants: [],
    isAsyncFirst: false,
    mayBeAsked: false,
    bio: '',
    privateList: [],
    attribute: null,
  },
  skills: [
    { label: 'Perspectives', skills: [{ id: 'new-peoples-eyes', label: 'How new people see the company' }] },
    {
      label: 'Digital tools',
      skills: [
        { id: 'excel', label: 'Excel' },
        { id: 'sql', label: 'SQL' },
      ],
    },
  ],
  topLevel: 10,
  languages: ['en', 'de'],
  tz: 'America/Detroit',
  isOpen: false,
  ...over,
})

const filled: JoinForm['filled'] = {
  role: 'learner',
  capacity: 3,
  level: 4,
  managerId: 'UDANA',
  hours: { from: 540, to: 1020 },
  languages: ['en'],
  offers: ['excel'],
  wants: ['new-peoples-eyes', 'sql'],
  isAsyncFirst: true,
  mayBeAsked: true,
  bio: 'I estimate concrete & steel',
  privateList: ['UTOM'],
  attribute: 'a woman',
}
const attribute = {
  label: 'I describe myself as',
  options: ['a woman', 'a man'],
  rule: 'differs',
  isShownByBelonging: false,
} as const
const next = { on: '2026-01-15', isLate: false, noneBefore: null, lead: 'Dana' }

describe('the form', () => {
  test.each<[string, JoinForm]>([
    ['join.reverse', aForm()],
    ['join.level-unknown', aForm({ asks: { role: true, level: true, manager: true, attribute: null } })],
    [
      'join.reciprocal',
      aForm({
        program: { ...program, name: 'Everyone guides', kind: 'reciprocal' },
        asks: { role: false, level: false, manager: false, attribute: null },
      }),
    ],
    ['join.more', aForm({ isOpen: true })],
    ['join.private', aForm({ typed: 'Pride Circle', program: { ...program, name: 'Pride Circle' } })],
    [
      'join.attribute',
      aForm({
        program: { ...program, name: 'Lab', kind: 'cross-group' },
        asks: { role: false, level: false, manager: false, attribute },
      }),
    ],
    [
      'join.attribute-by-belonging',
      aForm({
        isOpen: true,
        asks: { role: true, level: false, manager: false, attribute: { ...attribute, isShownByBelonging: true } },
      }),
    ],
    [
      'profile.filled',
      aForm({ mode: 'profile', isOpen: true, filled, asks: { role: true, level: true, manager: true, attribute } }),
    ],
  ])('%s', async (name, form) => {
    await viewLooksLike('enrollment', name, joinView(en, form))
  })

  test('the question that pairs are made by stands on the first form, and once with the rest', () => {
    const shown = (rule: 'none' | 'differs' | 'guide-declares', isOpen: boolean) =>
      JSON.stringify(
        joinView(en, aForm({ isOpen, asks: { ...aForm().asks, attribute: { ...attribute, rule } } })),
      ).split('"block_id":"attribute"').length - 1
    expect([shown('differs', false), shown('guide-declares', false), shown('none', false)]).toEqual([1, 1, 0])
    expect([shown('differs', true), shown('none', true)]).toEqual([1, 1])
  })

  test('every question says who sees its answer', () => {
    const view = joinView(en, aForm({ isOpen: true, asks: { role: true, level: true, manager: true, attribute } }))
    const eyes = view.blocks.filter((b) => b.type === 'context' && JSON.stringify(b).includes(':eye:'))
    const shared = new Set(['offers_other', 'wants_other', 'hours_from']) // one eye below the question they belong to
    const questions = view.blocks.filter((b) => b.type === 'input' && !shared.has(b.block_id ?? ''))
    expect(questions).toHaveLength(13)
    expect(eyes).toHaveLength(questions.length)
  })

  test('what people wrote cannot come alive in it', () => {
    for (const evil of INJECTIONS) {
      const form = aForm({
        isOpen: true,
        program: { ...program, name: evil },
        lead: evil,
        contacts: [evil, evil],
        filled: { ...filled, bio: evil },
        asks: {
          role: true,
          level: true,
          manager: true,
          attribute: { label: evil, options: [evil], rule: 'none', isShownByBelonging: true },
        },
        skills: [{ label: evil, skills: [{ id: 'x', label: evil }] }],
        tz: evil,
      })
      isHarmless(joinView(en, form))
    }
  })
})

describe('answers', () => {
  test('after joining, what happens next and when', async () => {
    await viewLooksLike('enrollment', 'joined', joinedView(en, program, next))
    await viewLooksLike('enrollment', 'joined.no-round', joinedView(en, program, { ...next, on: null }))
    await messageLooksLike('enrollment', 'joined.again', joinedMessage(en, program, { ...next, isLate: true }))
    await viewLooksLike('enrollment', 'profile.saved', savedView(en))
  })

  test('when no round comes before the end, that is said with its day', () => {
    const text = nextRoundText(en, { ...next, on: null, noneBefore: '2026-09-01' })
    expect(text).toContain(en.general.weekdayDate('2026-09-01'))
  })

  test('already in, back again, which one, none', async () => {
    await messageLooksLike('enrollment', 'join.already-in', alreadyInMessage(en, program))
    await messageLooksLike('enrollment', 'join.return', rejoinMessage(en, program, ['Priya Shah', 'Tom Berg']))
    const how = { question: en.enrollment.choose, actionId: ACTION.joinOpen, label: en.enrollment.join }
    const two = [program, { ...program, id: 13, name: 'Everyone guides' }]
    await messageLooksLike('enrollment', 'join.choose', chooserMessage(en, two, how))
    const many = Array.from({ length: 60 }, (_, i) => ({ ...program, id: i + 1 }))
    await messageLooksLike('enrollment', 'join.choose-many', chooserMessage(en, many, how))
    await messageLooksLike('enrollment', 'join.none', noneMessage(en, en.enrollment.none))
  })

  test('a refusal is one sentence, and what was typed is harmless and short in it', async () => {
    const { refusal } = refuse('program_not_found', { name: `<!channel>${'x'.repeat(500)}` })
    const message = refusedMessage(en, refusal)
    await messageLooksLike('enrollment', 'join.not-found', { ...message, text: message.text.slice(0, 90) })
    isHarmless(message)
    expect(message.text).not.toContain('x'.repeat(100))
  })

  test('errors stand beside their fields, the first of a field first; others belong to no field', () => {
    const errors = fieldErrors(en, [
      refuse('offer_needed', {}, 'offers').refusal,
      refuse('value_unknown', {}, 'offers').refusal,
      refuse('level_needed', {}, 'level').refusal,
    ])
    expect(errors).toEqual({
      offers: 'Please choose at least one thing you can offer, so that somebody can be paired with you.',
      level: 'Please choose your level.',
    })
    expect(fieldErrors(en, [refuse('already_joined', { program: 'x' }).refusal])).toBeUndefined()
  })
})

describe('the invitation', () => {
  const invitation = { name: 'Mei', program, joinBy: '2026-01-14', leads: { others: ['Dana'], isReader: false } }

  test('says it is voluntary, who sees what, and "no" is as near as "yes"', async () => {
    const message = invitationMessage(en, invitation)
    await messageLooksLike('enrollment', 'invitation', message)
    const row = message.blocks.find((block) => block.type === 'actions')
    expect(row).toMatchObject({
      elements: [
        { action_id: ACTION.joinOpen, value: '12' },
        { action_id: ACTION.inviteDecline, value: '12' },
      ],
    })
    expect(JSON.stringify(row)).not.toContain('"style"')
  })

  test('of a program without a round, and after "not this year"', async () => {
    await messageLooksLike('enrollment', 'invitation.no-round', invitationMessage(en, { ...invitation, joinBy: null }))
    await messageLooksLike('enrollment', 'invitation.declined', declinedMessage(en, program.name))
  })

  test('has at most 90 words and no name in it comes alive', () => {
    const message = invitationMessage(en, invitation)
    const words = message.blocks
      .flatMap((block) => ('text' in block && typeof block.text === 'object' ? [block.text.text] : []))
      .join(' ')
      .split(/\s+/u)
    expect(words.length).toBeLessThanOrEqual(90)
    for (const evil of INJECTIONS)
      isHarmless(
        invitationMessage(en, {
          ...invitation,
          name: evil,
          leads: { others: [evil, evil], isReader: false },
          program: { ...program, name: evil },
        }),
      )
  })
})
