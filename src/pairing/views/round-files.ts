import { stringify } from 'csv-stringify/sync'
import type { Copy } from '../../copy/copy.ts'
import type { KeptStep } from '../keep-proof.ts'
import type { Unpaired } from '../model.ts'
import { reasonWords, unpairedWords } from '../reason-words.ts'
import type { Round, RoundPair } from '../round.ts'
import type { LeadNames } from './pair-blocks.ts'

export interface RoundFile {
  readonly name: string
  readonly bytes: Buffer
  readonly comment: string
}

/** The round as files: its pairs and who waits as CSV, and each step of the proof in the form of `bench/solve.ts`. */
export const roundFiles = (
  copy: Copy,
  data: {
    readonly program: { readonly name: string }
    readonly round: Round
    readonly pairs: readonly RoundPair[]
    readonly names: LeadNames
    readonly steps: readonly KeptStep[]
  },
): RoundFile[] => {
  const words = copy.pairing.file
  const { number } = data.round
  const proof = data.steps.flatMap(({ graph, result, settles }, i) => [
    jsonFile(words.graph(number, i + 1), graph, words.graphComment(i + 1, copy.general.list(settles))),
    jsonFile(words.result(number, i + 1), result, words.resultComment(i + 1)),
  ])
  const pairs = {
    name: words.pairs(number),
    bytes: pairsCsv(copy, data.pairs, data.round.unpaired, data.names),
    comment: words.pairsComment(data.program.name, number),
  }
  return [pairs, ...proof]
}

const jsonFile = (name: string, content: object, comment: string): RoundFile => ({
  name,
  bytes: Buffer.from(`${JSON.stringify(content)}\n`),
  comment,
})

/** One line for each pair and each person who waits; no score, since pairs could be told apart in the proof by it. */
function pairsCsv(copy: Copy, pairs: readonly RoundPair[], unpaired: readonly Unpaired[], names: LeadNames): Buffer {
  const words = copy.pairing.file
  const three = [0, 1, 2]
  const rows = pairs.map((pair) => [
    ...three.flatMap((i) => {
      const one = pair.members[i]
      return one ? [names.full(one.id), one.role] : ['', '']
    }),
    words.paired,
    reasonWords(copy, pair.reasons, names, 'lead'),
  ])
  const waiting = unpaired.map((u) => [names.full(u.id), '', '', '', '', '', words.unpaired, unpairedWords(copy, u)])
  const header = [...three.flatMap((i) => [words.person(i + 1), words.role(i + 1)]), words.state, words.reason]
  return Buffer.from(
    stringify([header, ...rows, ...waiting], { bom: true, escape_formulas: true, record_delimiter: 'windows' }),
  )
}
