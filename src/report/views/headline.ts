import type { Copy } from '../../copy/copy.ts'
import { escape } from '../../slack/blocks.ts'
import { isEnded, METRICS } from '../metrics.ts'
import type { ReportFacts } from '../facts.ts'

/** First the answer, then the doubt, then one next step; mrkdwn. */
export function headline(copy: Copy, facts: ReportFacts): string {
  const first = isEnded(facts) ? endedAnswer(copy, facts) : answer(copy, facts)
  return [first, nextStep(copy, facts)].join(' ')
}

function answer(copy: Copy, facts: ReportFacts): string {
  const words = copy.report.headline
  const { program, operational } = facts
  if (program.state === 'draft') return words.draft(escape(program.name))
  const met = METRICS.met.value(facts)
  if (METRICS.joined.value(facts).kind === 'withheld') return copy.report.noFigures(null)
  if (operational.pairedEver === 0) return words.joining(operational.joined, operational.eligible)
  if (met.kind !== 'range')
    return facts.cyclesBegun === 0 ? words.early(operational.pairedEver) : words.few(operational.pairedEver)
  const doubt = met.low === met.high ? words.certain : words.doubt
  return `${words.met(operational.pairedNow, Math.max(1, facts.cyclesBegun), met.low, met.high)} ${doubt}`
}

function endedAnswer(copy: Copy, facts: ReportFacts): string {
  const words = copy.report.ended.headline
  const { program, operational, nextFiguresOn } = facts
  const next = nextFiguresOn === null ? null : copy.general.weekdayDate(nextFiguresOn)
  const opening = words.closed(escape(program.name), next)
  const met = METRICS.met.value(facts)
  if (METRICS.joined.value(facts).kind === 'withheld') return opening
  if (operational.pairedEver === 0) return `${opening} ${words.nobodyPaired(operational.joined, operational.eligible)}`
  if (met.kind !== 'range') return `${opening} ${words.few(operational.pairedEver)}`
  const doubt = met.low === met.high ? words.certain : words.doubt
  return `${opening} ${words.met(operational.pairedEver, copy.report.range(met.low, met.high))} ${doubt}`
}

function nextStep(copy: Copy, facts: ReportFacts): string {
  const words = copy.report.next
  const { program, operational, delivery } = facts
  if (program.state === 'draft') return words.open
  if (isEnded(facts)) return words.none
  if (delivery.inDoubt + delivery.failed > 0) return words.doubt(delivery.inDoubt + delivery.failed)
  if (operational.pairedEver === 0 && operational.joined > 1) return words.publish
  if (operational.waiting > 0 && operational.pairedEver > 0) return words.waiting(operational.waiting)
  return words.none
}
