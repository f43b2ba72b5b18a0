import type { Copy } from '../../copy/copy.ts'
import { actions, button, context, escape, section } from '../../slack/blocks.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { AttributeRule } from '../../program/kinds.ts'
import type { FiguresLook } from '../look-at-figures.ts'
import type { Round, RoundPair } from '../round.ts'
import { shownMatchable } from '../shown-matchable.ts'

type DetailsLook = FiguresLook & { readonly program: { readonly attributeRule: AttributeRule } }

/** The round's own figures, for the lead who wants to know how good it is, and the files with the proof. */
export function detailsView(
  copy: Copy,
  { round, pairs, ...look }: DetailsLook & { readonly round: Round; readonly pairs: readonly RoundPair[] },
): View {
  const isSolved = look.figures.matchable > 0
  const lines = [...figureLines(copy, look), ...(isSolved ? notes(copy, round, pairs, look.proposedTotal) : [])]
  return modal({
    id: VIEW.roundDetails,
    title: copy.pairing.detailsTitle,
    close: copy.general.close,
    blocks: [
      ...lines.map((line) => section(line)),
      actions([button(ACTION.pairExport, copy.pairing.export, String(round.id))]),
      context(isSolved ? copy.pairing.exportNote : copy.pairing.exportPairsNote),
    ],
  })
}

function notes(copy: Copy, { seed, isSmall }: Round, pairs: readonly RoundPair[], proposedTotal: number | null) {
  const words = copy.pairing.detail
  const locked = pairs.filter((pair) => pair.isLocked).length
  return [
    words.seed(seed),
    ...(proposedTotal !== null ? [words.edited] : locked > 0 ? [words.locked(locked)] : []),
    ...(isSmall ? [words.small] : []),
  ]
}

function figureLines(copy: Copy, { figures: f, proposedTotal, program }: DetailsLook): string[] {
  const words = copy.pairing.detail
  const { paired, mostPossible: most, matchable, people, fairness } = f
  const isSolved = matchable > 0
  const shown = shownMatchable(program.attributeRule, f)
  const fit = proposedTotal === null ? words.optimum(f.total) : words.fitNow(f.total, isSolved ? proposedTotal : null)
  return [
    isSolved ? words.paired({ paired, most, matchable: shown, people }) : words.pairedByHand(paired, people),
    ...(f.mean === null || f.worst === null ? [] : [fit, words.score(f.mean, f.worst)]),
    ...(f.percentiles === null ? [] : [words.percentiles(f.percentiles)]),
    words.violations(f.violations),
    isSolved ? words.repeats(f.repeats, f.leastRepeats) : words.repeatsByHand(f.repeats),
    words.wait(f.longestWait),
    ...(f.capacityUse === null ? [] : [words.capacity(f.capacityUse)]),
    ...(proposedTotal === null ? [words.blocking(f.blockingPairs)] : []),
    ...(isSolved ? [fairnessWords(copy, fairness)] : []),
    ...(f.parity === null
      ? []
      : [words.parity(f.parity.map((g) => words.parityLine(escape(g.group), g.paired, g.people)))]),
  ]
}

function fairnessWords(copy: Copy, fairness: FiguresLook['figures']['fairness']): string {
  const words = copy.pairing.detail
  if (!fairness || fairness.worst <= fairness.freeWorst) return words.noFairness
  return words.fairness(fairness.freeTotal - fairness.total, fairness.freeWorst, fairness.worst)
}
