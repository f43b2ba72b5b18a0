import type { Block, KnownBlock, TableBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, context, header, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import type { ReportFacts } from '../facts.ts'
import { isEnded, rowsOf } from '../metrics.ts'
import { headline } from './headline.ts'
import { chartBlock } from './chart.ts'
import { valueWords } from '../value-words.ts'

/** The lead's report: headline, table, chart where there is something to draw, and the way to the definitions. */
export function reportMessage(copy: Copy, facts: ReportFacts, now: Date): Message {
  const words = copy.report
  const chart = chartBlock(copy, facts)
  const value = String(facts.program.id)
  const blocks: (KnownBlock | Block)[] = [
    header(clip(facts.program.name, 150)),
    section(headline(copy, facts)),
    table(copy, facts),
    ...(chart ? [chart] : []),
    context(asOf(copy, facts), runs(copy, facts, now)),
    actions([
      button(ACTION.reportCounted, words.buttons.counted, value),
      button(ACTION.reportCsv, words.buttons.csv, value),
      button(ACTION.reportRefresh, words.buttons.again, value),
    ]),
  ]
  return { text: clip(words.notice(facts.program.name), 90), blocks }
}

const day = (copy: Copy, date: string | null) => (date === null ? null : copy.general.weekdayDate(date))

function table(copy: Copy, facts: ReportFacts): TableBlock {
  const words = copy.report
  const cell = (text: string) => ({ type: 'raw_text' as const, text })
  const at = { next: day(copy, facts.nextFiguresOn), isEnded: isEnded(facts) }
  return {
    type: 'table',
    column_settings: [{}, { is_wrapped: true }, { is_wrapped: true }],
    rows: [
      [cell(words.column.what), cell(at.isEnded ? words.ended.column : words.column.value), cell(words.column.note)],
      ...rowsOf(facts).map(({ id, value }) => {
        const said = valueWords(copy, value, at)
        return [cell(words.row[id]), cell(said.value), cell(said.note)]
      }),
    ],
  }
}

function asOf(copy: Copy, facts: ReportFacts): string {
  const last = facts.releases.at(-1)
  const next = day(copy, facts.nextFiguresOn)
  const words = isEnded(facts) ? copy.report.ended : copy.report
  return last ? words.asOf(copy.general.weekdayDate(last.cycleOn), next) : words.noFigures(next)
}

function runs(copy: Copy, facts: ReportFacts, now: Date): string {
  const { delivery, program } = facts
  const at = (instant: Date | null) => (instant === null ? null : copy.general.time(instant, program.tz))
  if (delivery.lastSentAt === null && isEnded(facts)) return copy.report.ended.nothingSent
  return copy.report.runs(
    at(delivery.lastSentAt),
    delivery.nextDueAt !== null && delivery.nextDueAt > now ? at(delivery.nextDueAt) : null,
  )
}
