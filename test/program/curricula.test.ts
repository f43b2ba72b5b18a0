import { expect, test } from 'vitest'
import { CURRICULA, findCurriculum, findTopic, topicKeys } from '../../src/program/curricula/curricula.ts'
import { LOOK_BACK } from '../../src/program/curricula/look-back.ts'
import { KINDS } from '../../src/program/kinds.ts'

const topics = [...CURRICULA.flatMap((c) => c.topics), LOOK_BACK]
const words = (text: string) => text.trim().split(/\s+/u).length

test('generations has the six topics of Sachse Construction in their order, then looks back', () => {
  const generations = findCurriculum('generations')
  expect(generations && topicKeys(generations)).toEqual([
    'impact-of-technology',
    'work-life-balance',
    'generational-labels',
    'education-and-experience',
    'motivation',
    'your-future-here',
    'look-back',
  ])
})

test('every kind finds its curriculum, and every curriculum has six topics', () => {
  for (const kind of Object.values(KINDS)) expect(findCurriculum(kind.defaultCurriculum), kind.id).toBeDefined()
  expect(CURRICULA.map((c) => c.topics.length)).toEqual(CURRICULA.map(() => 6))
})

test('keys of topics and ids of curricula are unique', () => {
  expect(new Set(topics.map((t) => t.key)).size).toBe(topics.length)
  expect(new Set(CURRICULA.map((c) => c.id)).size).toBe(CURRICULA.length)
  for (const topic of topics) expect(findTopic(topic.key)).toBe(topic)
})

test.each(topics)('$key keeps to the length of a prompt and names its source', (topic) => {
  expect(topic.questions.length).toBeGreaterThanOrEqual(3)
  expect(topic.questions.length).toBeLessThanOrEqual(5)
  for (const question of [...topic.questions, ...topic.listenFirst.questions]) {
    expect(question, question).toMatch(/[?]$/u)
    expect(words(question), question).toBeLessThanOrEqual(12)
  }
  const body = [topic.title, topic.why, ...topic.questions].join(' ')
  for (const card of [topic.leadTheTalk, topic.helpsAGuide]) expect(words(`${body} ${card}`)).toBeLessThanOrEqual(140)
  expect(words(topic.listenFirst.card)).toBeLessThanOrEqual(50)
  expect(topic.source).not.toBe('')
})

test.each(topics)('$key speaks as the app speaks', (topic) => {
  const all = JSON.stringify(topic)
  expect(all).not.toMatch(/!|\b(mentee|mentees|user|users|engagement|exciting|just|unfortunately|overdue)\b/iu)
})

test.each(topics)('$key asks a senior learner to listen first, then to talk it through together', (topic) => {
  expect(topic.listenFirst.card).toMatch(/listen(ing)?\b.*\bfirst/iu)
  expect(topic.listenFirst.card).toMatch(/together/iu)
  for (const question of topic.listenFirst.questions) expect(topic.questions).not.toContain(question)
})
