import { FLOOR } from '../copy/visibility.ts'
import type { ReportFacts } from './facts.ts'
import type { Figures } from './release.ts'

/** A metric's value as the views render it: numbers, or the reason why none is shown. */
export type Value =
  | { readonly kind: 'share'; readonly part: number; readonly whole: number; readonly percent: number | null }
  | { readonly kind: 'paired'; readonly now: number; readonly ever: number; readonly people: number }
  | {
      readonly kind: 'waiting'
      readonly people: number
      readonly median: number | null
      readonly longest: number | null
    }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly of: number }
  | { readonly kind: 'answers'; readonly rate: number; readonly reach: number; readonly asks: number }
  | { readonly kind: 'worth'; readonly mean: number; readonly high: number }
  | { readonly kind: 'delivery'; readonly sent: number; readonly inDoubt: number; readonly failed: number }
  | { readonly kind: 'count'; readonly count: number }
  /** answers: too few have come; people: a private program is too small */
  | { readonly kind: 'withheld'; readonly why: 'answers' | 'people' }

export interface Metric {
  /** whether its row stands in the report's table even when it is withheld */
  readonly always: boolean
  value(facts: ReportFacts): Value
}

export type MetricId =
  | 'joined'
  | 'paired'
  | 'waiting'
  | 'met'
  | 'answers'
  | 'worth'
  | 'worthGuides'
  | 'worthLearners'
  | 'somethingCame'
  | 'delivery'

const WITHHELD = { kind: 'withheld', why: 'answers' } as const

/** All of it lies behind. */
export const isEnded = ({ program }: Pick<ReportFacts, 'program'>): boolean => program.state === 'closed'

const latest = (facts: ReportFacts): Figures | undefined => facts.releases.at(-1)?.figures

/** In a private program even who joined says something of people: the floor holds for it too. */
const exact = (facts: ReportFacts, people: number, value: Value): Value =>
  facts.program.isPrivate && people < FLOOR ? { kind: 'withheld', why: 'people' } : value

/** One entry for each row; the sentences and definitions stand in copy/en/report.ts. */
export const METRICS: Record<MetricId, Metric> = {
  joined: {
    always: true,
    value: (facts) => {
      const { joined, eligible } = facts.operational
      return exact(facts, joined, {
        kind: 'share',
        part: joined,
        whole: eligible,
        percent: eligible === 0 ? null : Math.round((100 * joined) / eligible),
      })
    },
  },
  paired: {
    always: true,
    value: (facts) => {
      const { pairedNow, pairedEver, peoplePaired, joined } = facts.operational
      return exact(facts, isEnded(facts) ? joined : peoplePaired, {
        kind: 'paired',
        now: pairedNow,
        ever: pairedEver,
        people: peoplePaired,
      })
    },
  },
  waiting: {
    always: true,
    value: (facts) => {
      const { waiting, medianDays, longestDays } = facts.operational
      const value: Value = { kind: 'waiting', people: waiting, median: medianDays, longest: longestDays }
      return isEnded(facts) ? value : exact(facts, waiting, value)
    },
  },
  met: {
    always: true,
    value: (facts) => {
      const figures = latest(facts)
      return figures
        ? { kind: 'range', low: figures.metAtLeast, high: figures.metAtMost, of: figures.pairCycles }
        : WITHHELD
    },
  },
  answers: {
    always: true,
    value: (facts) => {
      const figures = latest(facts)
      return figures ? { kind: 'answers', rate: figures.answered, reach: figures.reach, asks: figures.asks } : WITHHELD
    },
  },
  worth: { always: true, value: (facts) => worthOf(latest(facts)?.worth) },
  worthGuides: { always: false, value: (facts) => worthOf(latest(facts)?.worthGuides) },
  worthLearners: { always: false, value: (facts) => worthOf(latest(facts)?.worthLearners) },
  somethingCame: {
    always: false,
    value: (facts) => {
      const count = latest(facts)?.somethingCame ?? null
      return count === null ? WITHHELD : { kind: 'count', count }
    },
  },
  delivery: {
    always: true,
    value: (facts) => {
      const { sent, inDoubt, failed } = facts.delivery
      return exact(facts, facts.operational.joined, { kind: 'delivery', sent, inDoubt, failed })
    },
  },
}

const worthOf = (worth: Figures['worth'] | undefined): Value => (worth ? { kind: 'worth', ...worth } : WITHHELD)

/** The rows of the table, in order; a withheld value says so in its own row. */
export function rowsOf(facts: ReportFacts): readonly { readonly id: MetricId; readonly value: Value }[] {
  return (Object.keys(METRICS) as MetricId[]) // the keys of a Record<MetricId, ...>
    .map((id) => ({ id, value: METRICS[id].value(facts) }))
    .filter(({ id, value }) => METRICS[id].always || value.kind !== 'withheld')
}
