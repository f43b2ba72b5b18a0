import type { Copy } from '../../copy/copy.ts'
import { actions, button, context, escape, section } from '../../slack/blocks.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { RoundFigures } from '../model.ts'
import type { Round, RoundPair } from '../round.ts'

/** The round's own figures, for the lead who wants to know how good it is, and the files with the proof. */
export function detailsView(copy: Copy, { round, pairs }: { round: Round; pairs: readonly RoundPair[] }): View {
  const words = copy.pairing.detail
  const byHand = pairs.filter((pair) => pair.isLocked).length
  const lines = [
    ...figureLines(copy, round.figures),
    words.seed(round.seed),
    ...(byHand > 0 ? [words.byHand(byHand)] : []),
    ...(round.isSmall ? [words.small] : []),
  ]
  return modal({
    id: VIEW.roundDetails,
    title: copy.pairing.detailsTitle,
    close: copy.general.close,
    blocks: [
      ...lines.map((line) => section(line)),
      actions([button(ACTION.pairExport, copy.pairing.export, String(round.id))]),
      context(copy.pairing.exportNote),
    ],
  })
}

function figureLines(copy: Copy, f: RoundFigures): string[] {
  const words = copy.pairing.detail
  const { paired, mostPossible: most, matchable, people, fairness } = f
  return [
    words.paired({ paired, most, matchable, people }),
    ...(f.mean === null || f.worst === null ? [] : [words.optimum(f.total), words.score(f.mean, f.worst)]),
    ...(f.percentiles === null ? [] : [words.percentiles(f.percentiles)]),
    words.violations(f.violations),
    words.repeats(f.repeats, f.leastRepeats),
    words.wait(f.longestWait),
    ...(f.capacityUse === null ? [] : [words.capacity(f.capacityUse)]),
    words.blocking(f.blockingPairs),
    fairness
      ? words.fairness(fairness.freeTotal - fairness.total, fairness.freeWorst, fairness.worst)
      : words.noFairness,
    ...(f.parity === null
      ? []
      : [words.parity(f.parity.map((g) => words.parityLine(escape(g.group), g.paired, g.people)))]),
  ]
}
