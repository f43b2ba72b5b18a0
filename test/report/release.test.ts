import { describe, expect, test } from 'vitest'
import { type Answer, metCounts } from '../../src/report/answers.ts'
import { figuresOf } from '../../src/report/release.ts'

const AT = new Date('2026-03-01T15:00:00Z')

/** One pair's two asks of a cycle; undefined is silence. */
const talk = (
  pairId: number,
  guide: Partial<Answer> | undefined,
  learner: Partial<Answer> | undefined,
  cycleOn = '2026-02-01',
): Answer[] => {
  const ask = (side: 'guide' | 'learner', answer: Partial<Answer> | undefined): Answer => ({
    pairId,
    cycleOn,
    personId: `${side}${pairId}`,
    role: side,
    answeredAt: answer ? AT : null,
    hasMet: answer ? true : null,
    worth: answer ? 4 : null,
    somethingCame: false,
    ...answer,
  })
  return [ask('guide', guide), ask('learner', learner)]
}
const MET = { hasMet: true }
const NOT = { hasMet: false, worth: null }

test('a talk counts as met when either said so, and as silent when neither has answered', () => {
  const answers = [
    ...talk(1, MET, NOT),
    ...talk(2, NOT, undefined),
    ...talk(3, undefined, undefined),
    ...talk(4, MET, undefined),
  ]
  expect(metCounts(answers)).toEqual({ due: 4, met: 2, silent: 1 })
})

describe('figures', () => {
  test('are withheld under five people, whether nobody or four have answered', () => {
    expect(figuresOf([], null)).toBeNull()
    expect(figuresOf([...talk(1, MET, MET), ...talk(2, MET, MET)], null)).toBeNull()
    expect(figuresOf([...talk(1, MET, MET), ...talk(2, MET, MET), ...talk(3, MET, undefined)], null)).not.toBeNull()
  })

  test('are withheld when fewer than five have answered since the last', () => {
    const before = new Date('2026-02-15T00:00:00Z')
    const old = [1, 2, 3].flatMap((pair) => talk(pair, { answeredAt: before }, { answeredAt: before }))
    const fresh = [4, 5].flatMap((pair) => talk(pair, MET, MET, '2026-02-01'))
    expect(figuresOf([...old, ...fresh], before)).toBeNull()
    expect(figuresOf([...old, ...fresh, ...talk(6, MET, undefined)], before)).not.toBeNull()
  })

  test('give a range: nobody knows whether silent pairs have met', () => {
    const answers = [...[1, 2, 3].flatMap((pair) => talk(pair, MET, MET)), ...talk(4, undefined, undefined)]
    expect(figuresOf(answers, null)).toMatchObject({
      pairCycles: 4,
      metAtLeast: 75,
      metAtMost: 100,
      asks: 8,
      answered: 75,
      reach: 75,
    })
  })

  test('show worth for guides and learners apart only once each side has five people', () => {
    const four = [1, 2, 3, 4].flatMap((pair) => talk(pair, { worth: 5 }, { worth: 3 }))
    expect(figuresOf(four, null)).toMatchObject({
      worth: { mean: 4, high: 50 },
      worthGuides: null,
      worthLearners: null,
    })
    const five = [...four, ...talk(5, { worth: 5 }, { worth: 3 })]
    expect(figuresOf(five, null)).toMatchObject({
      worthGuides: { mean: 5, high: 100 },
      worthLearners: { mean: 3, high: 0 },
    })
  })

  test('never show one side alone: the other would follow by subtraction', () => {
    const answers = [1, 2, 3, 4, 5]
      .flatMap((pair) => talk(pair, { worth: 5 }, undefined))
      .concat(talk(6, MET, { worth: 1 }))
    expect(figuresOf(answers, null)).toMatchObject({ worthGuides: null, worthLearners: null })
  })

  test('count something that came of it from five people on', () => {
    const came = (n: number) => [1, 2, 3, 4, 5, 6].flatMap((pair) => talk(pair, { somethingCame: pair <= n }, MET))
    expect(figuresOf(came(4), null)?.somethingCame).toBeNull()
    expect(figuresOf(came(5), null)?.somethingCame).toBe(5)
  })
})
