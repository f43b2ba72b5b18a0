import type { Copy } from '../../copy/copy.ts'
import { divider, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { ReportFacts } from '../facts.ts'
import { definitionOf } from '../definition-of.ts'
import { isEnded, METRICS, type MetricId } from '../metrics.ts'

/** How every row is counted, and why small numbers never come out. */
export function countedView(copy: Copy, facts: ReportFacts): View {
  const { definition } = copy.report
  const interval = facts.releases.at(-1)?.figures.interval
  const lines = (Object.keys(METRICS) as MetricId[]) // the keys of a Record<MetricId, ...>
    .map((id) => definitionOf(copy, id, isEnded(facts)))
    .filter((line) => line !== '')
  return modal({
    id: VIEW.notice,
    title: copy.report.countedTitle,
    close: copy.general.close,
    blocks: [
      ...lines.map((line) => section(line.replace(/^([^:]+):/u, '*$1*:'))),
      ...(interval ? [section(definition.interval(interval.low, interval.high))] : []),
      divider(),
      section(definition.floor),
    ],
  })
}
