import type { Copy } from '../copy/copy.ts'
import type { Value } from './metrics.ts'

/** A value and how sure it is, as the two cells of its row. */
export function valueWords(
  copy: Copy,
  value: Value,
  nextFigures: string | null,
): { readonly value: string; readonly note: string } {
  const { value: say, note } = copy.report
  switch (value.kind) {
    case 'share':
      return { value: say.share(value.part, value.whole, value.percent), note: note.exact }
    case 'paired':
      return { value: say.paired(value.now, value.people), note: note.pairedEver(value.ever) }
    case 'waiting':
      return { value: say.waiting(value.people), note: note.waited(value.people, value.median, value.longest) }
    case 'range':
      return {
        value: say.range(value.low, value.high),
        note: value.low === value.high ? note.certain(value.of) : note.range(value.of),
      }
    case 'answers':
      return { value: say.answers(value.rate), note: note.reach(value.reach) }
    case 'worth':
      return { value: say.worth(value.mean), note: note.high(value.high) }
    case 'count':
      return { value: say.count(value.count), note: note.exact }
    case 'delivery':
      return { value: say.delivery(value.sent), note: note.delivery(value.inDoubt, value.failed) }
    case 'withheld':
      return { value: say.withheld, note: note.withheld(nextFigures) }
    default:
      return value satisfies never
  }
}
