import { type FirstTopic, firstTopic } from '../program/first-topic.ts'
import type { Program } from '../program/program.ts'
import type { Round } from './round.ts'

/** What publishing a round would mean for the days that people were told. */
export interface RoundDates {
  /** the day on which people were told that pairs are made, where that still lies ahead; YYYY-MM-DD */
  readonly toldOn: string | null
  /** what its pairs begin with; null where no topic is left for them */
  readonly firstTopic: FirstTopic | null
}

/** @param today the program's day, YYYY-MM-DD */
export const roundDates = (program: Program, round: Pick<Round, 'isSmall'>, today: string): RoundDates => ({
  toldOn: !round.isSmall && program.nextRoundOn !== null && program.nextRoundOn > today ? program.nextRoundOn : null,
  firstTopic: firstTopic(program, today),
})
