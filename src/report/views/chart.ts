import type { Block } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import type { ReportFacts } from '../facts.ts'

/** Slack's own chart; @slack/types 3.2 does not know it yet. */
export interface ChartBlock extends Block {
  readonly type: 'data_visualization'
  readonly title: string
  readonly chart: {
    readonly type: 'line'
    readonly series: readonly {
      readonly name: string
      readonly data: readonly { readonly label: string; readonly value: number }[]
    }[]
    readonly axis_config: { readonly categories: readonly string[] }
  }
}

/** Both ends of the range of met talks, release by release; undefined until there are two to compare. */
export function chartBlock(copy: Copy, { releases }: ReportFacts): ChartBlock | undefined {
  if (releases.length < 2) return undefined
  const categories = releases.map((r) => copy.general.shortMonth(r.cycleOn))
  const series = (name: string, value: (r: (typeof releases)[number]) => number) => ({
    name,
    data: releases.map((r, i) => ({ label: categories[i] ?? '', value: value(r) })),
  })
  return {
    type: 'data_visualization',
    title: copy.report.chartTitle,
    chart: {
      type: 'line',
      series: [
        series(copy.report.atLeast, (r) => r.figures.metAtLeast),
        series(copy.report.atMost, (r) => r.figures.metAtMost),
      ],
      axis_config: { categories },
    },
  }
}
