import type { Copy } from '../copy/copy.ts'
import type { Value } from './metrics.ts'

interface Cells {
  readonly value: string
  readonly note: string
}

/** When the next figures come out, as a date in words, and whether the program is over. */
export interface Standpoint {
  readonly next: string | null
  readonly isEnded: boolean
}

/** A value and how sure it is, as the two cells of its row. */
export function valueWords(copy: Copy, value: Value, { next, isEnded }: Standpoint): Cells {
  const { value: say, note } = copy.report
  const ended = isEnded ? endedWords(copy, value) : null
  if (ended) return ended
  switch (value.kind) {
    case 'share':
      return { value: say.share(value.part, value.whole, value.percent), note: note.exact }
    case 'paired':
      return { value: say.paired(value.now, value.people), note: note.pairedEver(value.ever) }
    case 'waiting':
      return { value: say.waiting(value.people), note: note.waited(value.people, value.median, value.longest) }
    case 'range':
      return {
        value: copy.report.range(value.low, value.high),
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
      return { value: say.withheld, note: value.why === 'people' ? note.fewPeople : note.withheld(next) }
    default:
      return value satisfies never
  }
}

/** What is said otherwise of a program that has ended; null where it reads the same. */
function endedWords(copy: Copy, value: Value): Cells | null {
  const { value: say, note } = copy.report.ended
  switch (value.kind) {
    case 'paired':
      return { value: say.paired(value.ever), note: value.ever === 0 ? copy.report.note.exact : note.paired }
    case 'waiting':
      return { value: copy.report.value.waiting(0), note: note.waiting }
    case 'range': {
      const talks = copy.report.talks(value.of)
      return {
        value: copy.report.range(value.low, value.high),
        note: value.low === value.high ? note.certain(talks) : note.range(talks),
      }
    }
    case 'answers':
      return { value: copy.report.value.answers(value.rate), note: note.reach(value.reach) }
    case 'withheld':
      return { value: say.withheld, note: note.withheld }
    default:
      return null
  }
}
