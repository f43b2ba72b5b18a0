import type { SlackFiles } from '../../people/slack-files.ts'
import type { EndPair } from '../correct-pair.ts'
import type { Solve } from '../propose-round.ts'

/** What pairing is handed from outside: the solver's thread, Slack's files, and how a pair ends. */
export interface PairingSide {
  readonly solve: Solve
  readonly files: SlackFiles
  readonly endPair: EndPair
}
