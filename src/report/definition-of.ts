import type { Copy } from '../copy/copy.ts'
import type { MetricId } from './metrics.ts'

/** How a row is counted; '' for one that another row's definition covers. */
export function definitionOf(copy: Copy, id: MetricId, isEnded: boolean): string {
  const { definition, ended } = copy.report
  const past: Partial<Record<MetricId, string>> = ended.definition
  return (isEnded ? past[id] : undefined) ?? definition[id]
}
