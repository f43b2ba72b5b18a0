import { general } from './general.ts'

/** A round's own figures, and its files. */
export const roundDetails = {
  export: 'Send me the files',
  exportNote:
    'The pairs as CSV, and the proof: each step as a graph and a certificate that anybody can check. The proof has numbers in place of names, in an order of its own.',
  exportPairsNote: 'The pairs as CSV.',
  exportSent: (files: number) => `${files === 1 ? '1 file is' : `${files} files are`} in your conversation with me.`,
  file: {
    pairs: (round: number) => `round-${round}-pairs.csv`,
    graph: (round: number, step: number) => `round-${round}-step-${step}-graph.json`,
    result: (round: number, step: number) => `round-${round}-step-${step}-result.json`,
    pairsComment: (program: string, round: number) => `${program}: the pairs of round ${round}`,
    graphComment: (step: number, settles: string) =>
      `Step ${step} settles ${settles || 'how many are placed'}: the graph`,
    resultComment: (step: number) => `Step ${step}: the pairs and the certificate`,
    person: (n: number) => `person ${n}`,
    role: (n: number) => `role ${n}`,
    state: 'state',
    reason: 'reason',
    paired: 'paired',
    unpaired: 'waits',
  },
  detail: {
    paired: (f: { paired: number; most: number; matchable: number | null; people: number }) =>
      `*Paired:* ${f.paired} of ${general.people(f.people)}. ${
        f.matchable === null
          ? `Pairs can place at most ${f.most} of them`
          : `${f.matchable} ${f.matchable === 1 ? 'has' : 'have'} somebody who may be their partner, and pairs can place at most ${f.most} of them`
      } (proved).`,
    pairedByHand: (paired: number, people: number) =>
      `*Paired:* ${paired} of ${general.people(people)}, by hand; nothing was solved.`,
    optimum: (total: number) =>
      `*Fit:* ${total.toLocaleString('en-US')} points in all: 1.000 of the most that a round as full and as fair can have (proved).`,
    fitNow: (total: number, proposed: number | null) =>
      `*Fit:* ${total.toLocaleString('en-US')} points in all${proposed === null ? '' : `; the round as I proposed it has ${proposed.toLocaleString('en-US')}, the most there is for one as full and as fair (proved)`}.`,
    score: (mean: number, worst: number) =>
      `*Score* from 0 to 1000: ${Math.round(mean)} on average, ${worst} for the weakest pair.`,
    percentiles: (f: { worst: number; p5: number; median: number }) =>
      `*Against everybody each could have got:* for the person in the middle the partner is at least as good as ${Math.round(f.median)}% of them; for 19 in 20 people, as ${Math.round(f.p5)}%; in the weakest pair, as ${Math.round(f.worst)}%.`,
    violations: (n: number) => `*Rules broken:* ${n}. Every pair is checked again when it is published.`,
    repeats: (repeats: number, least: number) =>
      repeats === 0
        ? '*Pairs that met before:* none.'
        : `*Pairs that met before:* ${repeats}; ${least === 0 ? 'none was needed in the round as I proposed it' : `fewer than ${least} is not possible`} (proved).`,
    repeatsByHand: (repeats: number) => `*Pairs that met before:* ${repeats === 0 ? 'none' : repeats}.`,
    wait: (rounds: number) =>
      rounds === 0
        ? '*Longest wait:* nobody without a partner has waited before.'
        : `*Longest wait:* ${rounds === 1 ? '1 round' : `${rounds} rounds`}.`,
    capacity: (f: { min: number; mean: number; max: number }) =>
      `*New partners of each guide with a free place:* ${f.mean.toFixed(2)} on average, from ${f.min} to ${f.max}.`,
    blocking: (n: number) =>
      `*Would rather have each other:* ${general.pairs(n)}. That is information: to give in to it would leave others without a partner or with a weaker one.`,
    fairness: (lost: number, from: number, to: number) =>
      `*Price of fairness:* lifting the weakest pair from ${from} to ${to} cost ${lost} points in all.`,
    noFairness: '*Price of fairness:* 0; the weakest pair could not be lifted.',
    parity: (lines: readonly string[]) => `*Paired by declared group:* ${lines.join('; ')}.`,
    parityLine: (group: string, paired: number, people: number) => `${group} ${paired} of ${people}`,
    locked: (n: number) => `${general.pairs(n)} ${n === 1 ? 'is' : 'are'} locked: what is proved is about the rest.`,
    edited:
      'A lead has changed this round. Pairs, scores, repeats and waits are counted as they are now; what is proved, and the price of fairness, is about the round as I proposed it.',
    small: 'A round between rounds: the figures are those of everybody who was free on that day.',
    seed: (seed: number) =>
      `*Seed:* ${seed}. The same people and the same seed give the same pairs, and the same lot where places are short.`,
  },
}
