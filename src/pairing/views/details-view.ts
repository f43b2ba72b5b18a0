import type { Copy } from '../../copy/copy.ts'
import { section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { Round } from '../round.ts'

/** The round's own figures, for the lead who wants to know how good it is. */
export function detailsView(copy: Copy, { figures, seed }: Round): View {
  const words = copy.pairing.detail
  const lines = [
    words.paired(figures.paired, figures.mostPossible),
    figures.mean === null || figures.worst === null ? '' : words.score(figures.mean, figures.worst),
    words.repeats(figures.repeats, figures.leastRepeats),
    words.wait(figures.longestWait),
    figures.fairness
      ? words.fairness(
          figures.fairness.freeTotal - figures.fairness.total,
          figures.fairness.freeWorst,
          figures.fairness.worst,
        )
      : '',
    words.seed(seed),
  ].filter(Boolean)
  return modal({
    id: VIEW.roundDetails,
    title: copy.pairing.detailsTitle,
    close: copy.general.close,
    blocks: lines.map((line) => section(line)),
  })
}
