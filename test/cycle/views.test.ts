import { describe, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { type CheckIn, UNANSWERED } from '../../src/cycle/check-in.ts'
import { listenFirstTopic } from '../../src/cycle/listen-first.ts'
import { otherTopics } from '../../src/cycle/other-topics.ts'
import { reasonOf } from '../../src/cycle/scene-reason.ts'
import type { Talk } from '../../src/cycle/scene.ts'
import { agreementMessage, agreementSavedView, agreementView } from '../../src/cycle/views/agreement.ts'
import { certificateMessage } from '../../src/cycle/views/certificate.ts'
import { checkInMessage } from '../../src/cycle/views/check-in.ts'
import { dateMessage, dateSavedView, dateView } from '../../src/cycle/views/date.ts'
import { introductionMessage } from '../../src/cycle/views/introduction.ts'
import { kickoffMessage } from '../../src/cycle/views/kickoff.ts'
import { otherTopicsMessage, promptMessage } from '../../src/cycle/views/prompt.ts'
import { reminderMessage } from '../../src/cycle/views/reminder.ts'
import { wordsView } from '../../src/cycle/views/words.ts'
import { findTopic } from '../../src/program/curricula/curricula.ts'
import type { KindId } from '../../src/program/kinds.ts'
import { checkMessageBlocks, checkView } from '../../src/sandbox/blocks/check.ts'
import type { Message, View } from '../../src/slack/message.ts'
import { aPlace, aScene } from './scenes.ts'
import { SIX_TOPICS } from './stage.ts'

const NOVEMBER = '2026-11-01'
const skill = (id: string) => ({ 'how-new-people-see-the-company': 'how new people see the company' })[id] ?? id
const at = new Date('2026-11-05T19:00:00Z')
const talk: Talk = { cycleOn: NOVEMBER, at, setBy: 'UMEI', setAt: at, moves: 0 }

/** All text people read, buttons and menus apart. */
function prose(blocks: unknown): string {
  if (Array.isArray(blocks)) return blocks.map(prose).join(' ')
  if (typeof blocks !== 'object' || blocks === null) return ''
  const block = blocks as Record<string, unknown> // any JSON object
  if (block['type'] === 'actions') return ''
  const own = typeof block['text'] === 'string' ? block['text'] : ''
  return [own, ...Object.values(block).map((value) => (typeof value === 'object' ? prose(value) : ''))].join(' ')
}
const words = (blocks: unknown): number =>
  prose(blocks)
    .split(/\s+/u)
    .filter((word) => /\p{L}|\p{N}/u.test(word)).length

async function golden(name: string, message: Message, most = 90, counted: unknown = message.blocks): Promise<void> {
  expect(checkMessageBlocks(message.blocks)).toEqual([])
  expect(message.text.length).toBeLessThanOrEqual(90)
  expect(words(counted), 'words').toBeLessThanOrEqual(most)
  expect(prose(message.blocks)).not.toMatch(/overdue|missed|failed to|unfortunately|haven't|\bjust\b|!/iu)
  await expect(`${JSON.stringify(message, null, 2)}\n`).toMatchFileSnapshot(`../golden/cycle/${name}.json`)
}

async function goldenView(name: string, view: View): Promise<void> {
  expect(checkView(view)).toEqual([])
  await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot(`../golden/cycle/${name}.json`)
}

describe('introduction', () => {
  test.each([
    ['reverse', 2],
    ['reciprocal', 2],
    ['reciprocal', 3],
  ] as const)('%s of %i', async (kind, size) => {
    const scene = aScene(kind, size)
    const message = introductionMessage(en, scene, { reason: reasonOf(en, scene, skill), skill, bio: () => '' })
    // what the two said of themselves is theirs, not ours to shorten
    const sentences = message.blocks.filter((block) => !('fields' in block))
    await golden(`introduction.${kind}${size === 3 ? '-trio' : ''}`, message, 90, sentences)
  })

  test('says who proposes the first time and that nobody reads along', () => {
    const scene = aScene()
    const text = prose(introductionMessage(en, scene, { reason: 'x', skill, bio: () => '' }).blocks)
    expect(text).toContain('Luis, please offer two times.')
    expect(text).toContain('I cannot read what you write here')
    expect(text).toContain('Questions: Dana.')
  })

  test('a name that is a command of Slack stays a name', () => {
    const scene = aScene()
    const people = scene.people.map((person) => ({ ...person, name: '<!channel> & co' }))
    const text = JSON.stringify(
      introductionMessage(
        en,
        { ...scene, people },
        { reason: '<@U1>', skill: () => '<!here>', bio: () => '<!channel>' },
      ),
    )
    expect(text).not.toMatch(/<[!@]/u)
  })
})

describe('kickoff', () => {
  test('names the partner and why, and what the talk is for', async () => {
    const scene = aScene()
    const { cycle } = aPlace(scene, 'UMEI', '')
    await golden('kickoff.guide', kickoffMessage(en, scene, cycle, 'UMEI', reasonOf(en, scene, skill, 'UMEI')), 150)
  })
  test('of a trio names both', async () => {
    const scene = aScene('reciprocal', 3)
    const { cycle } = aPlace(scene, 'UMEI', '')
    await golden('kickoff.trio', kickoffMessage(en, scene, cycle, 'UMEI', reasonOf(en, scene, skill, 'UMEI')), 150)
  })
})

describe('prompt', () => {
  const scene = aScene()
  test.each(SIX_TOPICS.map((key, i) => [key, i] as const))('%s, for guide and learner', async (key, i) => {
    const on = `${i < 2 ? 2026 : 2027}-${String(((10 + i) % 12) + 1).padStart(2, '0')}-01`
    const topic = findTopic(key)
    if (!topic) throw new Error(key)
    const { cycle } = aPlace(scene, 'UMEI', on)
    expect(cycle.topicKey).toBe(key)
    await golden(`prompt.${key}.guide`, promptMessage(en, scene, cycle, topic, 'UMEI'), 150)
    await golden(`prompt.${key}.learner`, promptMessage(en, scene, cycle, topic, 'ULUIS'), 150)
  })

  test('in kinds that take turns the roles swap with the topic', () => {
    const turns = aScene('reciprocal')
    const topic = findTopic('motivation')
    if (!topic) throw new Error('topic')
    const role = (on: string, person: string) =>
      prose(promptMessage(en, turns, aPlace(turns, person, on).cycle, topic, person).blocks)
    expect(role('2026-11-01', 'ULUIS')).toContain('You guide this time, Mei learns')
    expect(role('2026-11-01', 'UMEI')).toContain('Luis guides this time, you learn')
    expect(role('2026-12-01', 'ULUIS')).toContain('Mei guides this time, you learn')
  })

  test('three other subjects, and that nothing changes', async () => {
    await golden('prompt.others', otherTopicsMessage(en, scene, 'UMEI', otherTopics(scene.cycles, 'motivation')))
  })
})

describe('reminder', () => {
  const scene = aScene()
  const slots = [at, new Date('2026-11-09T15:00:00Z')]
  // the card is coaching, as a prompt is: the two together stay under a prompt's limit
  const remind = (person: string, dated: boolean, reminds = true) => {
    const place = aPlace(scene, person, NOVEMBER)
    const listenFirst = listenFirstTopic(place)
    return reminderMessage(en, place, { talk: dated ? talk : undefined, slots, listenFirst, reminds })
  }
  test('with a date', () => golden('reminder.date.guide', remind('UMEI', true)))
  test('with a date and listen-first for the senior', () => golden('reminder.date.learner', remind('ULUIS', true), 150))
  test('without a date brings two times', () => golden('reminder.open.guide', remind('UMEI', false)))
  test('without a date, with listen-first', () => golden('reminder.open.learner', remind('ULUIS', false), 150))
  test('listen-first alone, where a program sends no reminders', () =>
    golden('reminder.listen-first', remind('ULUIS', true, false)))
  test('where no hours are shared it asks for two times', () => {
    const place = aPlace(scene, 'UMEI', NOVEMBER)
    const message = reminderMessage(en, place, { talk: undefined, slots: [], listenFirst: undefined, reminds: true })
    return golden('reminder.no-slots', message)
  })
})

describe('date', () => {
  const scene = aScene()
  const dated = { ...scene, talks: [talk] }
  test('set by the partner', () => golden('date.set', dateMessage(en, aPlace(dated, 'ULUIS', NOVEMBER), talk)))
  test('moved by the partner', () =>
    golden('date.moved', dateMessage(en, aPlace(dated, 'ULUIS', NOVEMBER), { ...talk, moves: 1 })))
  test('the form without a date offers times inside both working days', () =>
    goldenView('date.form', dateView(en, aPlace(scene, 'UMEI', NOVEMBER), [at])))
  test('the form with a date says which stands', () =>
    goldenView('date.form.move', dateView(en, aPlace(dated, 'UMEI', NOVEMBER), [])))
  test('saved, with calendar links', () =>
    goldenView('date.saved', dateSavedView(en, aPlace(scene, 'UMEI', NOVEMBER), at, true)))
})

describe('agreement', () => {
  const { scene, person } = aPlace(aScene(), 'ULUIS', '')
  const agreement = {
    version: 2,
    words: 'First Thursday, *an hour*. <@U1|x>',
    writtenBy: 'UMEI',
    confirmedBy: ['UMEI'],
  }
  test('to be confirmed', () => golden('agreement.asked', agreementMessage(en, { scene, person, agreement })))
  test('confirmed by all', () =>
    golden(
      'agreement.all',
      agreementMessage(en, { scene, person, agreement: { ...agreement, confirmedBy: ['ULUIS', 'UMEI'] } }),
    ))
  test('the form', () => goldenView('agreement.form', agreementView(en, scene, 'First Thursday')))
  test('saved', () => goldenView('agreement.saved', agreementSavedView(en, { scene, person, agreement })))
})

describe('check-in', () => {
  const show = (on: string, checkIn: Partial<CheckIn>, kind: KindId = 'reverse', size: 2 | 3 = 2) =>
    checkInMessage(en, { ...aPlace(aScene(kind, size), 'UMEI', on), checkIn: { ...UNANSWERED, ...checkIn } })
  // questions have a limit of their own, below
  const opening = (message: Message) => message.blocks.slice(0, 2)

  test.each([
    ['asked', NOVEMBER, {}],
    ['met', NOVEMBER, { hasMet: true }],
    ['met.worth', NOVEMBER, { hasMet: true, worth: 4, somethingCame: true, hasWords: true }],
    ['not-met', NOVEMBER, { hasMet: false }],
    ['kickoff', '', {}],
    ['quarter', '2027-01-01', { hasMet: true, worth: 5, confident: 3 }],
    ['agreement', '2026-12-01', { hasMet: true, agreementHolds: false }],
    ['exit', '2027-05-01', { hasMet: null }],
  ] as const)('%s', async (state, on, checkIn) => {
    const message = show(on, checkIn)
    await golden(`check-in.${state}`, message, 90, opening(message))
  })

  test('reciprocal kinds ask what was learned and taught, of a trio too', async () => {
    const message = show(NOVEMBER, { hasMet: true, worth: 4, learned: 5 }, 'reciprocal', 3)
    await golden('check-in.reciprocal-trio', message, 90, opening(message))
  })

  test('no question has more than 12 words, and each says who sees the answer', () => {
    for (const question of Object.values(en.cycle.checkIn.questions))
      expect(words([{ text: question }])).toBeLessThanOrEqual(12)
    const { blocks } = show('2027-01-01', { hasMet: true }, 'reciprocal')
    const scales = blocks.filter((block) => block.type === 'actions' && JSON.stringify(block).includes(':5"'))
    expect(scales).toHaveLength(5)
    for (const scale of scales)
      expect(JSON.stringify(blocks[blocks.indexOf(scale) + 1])).toContain("Seen by the program's leads")
  })

  test('the words form says who sees them', () =>
    goldenView('check-in.words', wordsView(en, aPlace(aScene(), 'UMEI', NOVEMBER), 'It helped.')))
})

describe('certificate', () => {
  const deeds = {
    program: 'Vice Versa',
    lead: 'Dana',
    partners: ['Luis'],
    met: 5,
    guided: ['Motivation', 'Generational labels'],
  }
  test('names what one guided on', () => golden('certificate.guide', certificateMessage(en, deeds)))
  test('thanks a learner', () =>
    golden('certificate.learner', certificateMessage(en, { ...deeds, met: 1, guided: [] })))
  test('says nothing false to who never said that they met', () =>
    golden('certificate.silent', certificateMessage(en, { ...deeds, met: 0, guided: [] })))
  test('thanks who waited to the end', () =>
    golden('certificate.waited', certificateMessage(en, { ...deeds, partners: [], met: 0, guided: [] })))
})
