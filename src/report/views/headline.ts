import type { Copy } from '../../copy/copy.ts'
import { escape } from '../../slack/blocks.ts'
import { METRICS } from '../metrics.ts'
import type { ReportFacts } from '../facts.ts'

/** First the answer, then the doubt, then one next step; mrkdwn. */
export function headline(copy: Copy, facts: ReportFacts): string {
  return [answer(copy, facts), nextStep(copy, facts)].join(' ')
}

function answer(copy: Copy, facts: ReportFacts): string {
  const words = copy.report.headline
  const { program, operational } = facts
  const name = escape(program.name)
  if (program.state === 'draft') return words.draft(name)
  const met = METRICS.met.value(facts)
  const opening = program.state === 'closed' ? `${words.closed(name)} ` : ''
  if (METRICS.joined.value(facts).kind === 'withheld') return `${opening}${copy.report.noFigures(null)}`
  if (operational.pairedEver === 0) return `${opening}${words.joining(operational.joined, operational.eligible)}`
  if (met.kind !== 'range') return `${opening}${words.early(operational.pairedEver)}`
  const pairs = program.state === 'closed' ? operational.pairedEver : operational.pairedNow
  const doubt = met.low === met.high ? words.certain : words.doubt
  return `${opening}${words.met(pairs, Math.max(1, facts.cyclesBegun), met.low, met.high)} ${doubt}`
}

function nextStep(copy: Copy, { program, operational, delivery }: ReportFacts): string {
  const words = copy.report.next
  if (program.state === 'draft') return words.open
  if (delivery.inDoubt + delivery.failed > 0) return words.doubt(delivery.inDoubt + delivery.failed)
  if (program.state === 'closed') return words.none
  if (operational.pairedEver === 0 && operational.joined > 1) return words.publish
  if (operational.waiting > 0 && operational.pairedEver > 0) return words.waiting(operational.waiting)
  return words.none
}
