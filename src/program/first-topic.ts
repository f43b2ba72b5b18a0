import { addMonths, addWorkingDays, workingDayOnOrAfter } from '../delivery/working-time.ts'
import { findCurriculum, topicKeys } from './curricula/curricula.ts'
import type { Program } from './program.ts'

/** Working days between a kickoff and the first topic: enough to find an hour for the first talk. */
export const KICKOFF_WORKING_DAYS = 5

/** The first topic that a new pair takes up. Days are YYYY-MM-DD in the program's zone. */
export interface FirstTopic {
  /** its first working day, on which it is sent */
  readonly on: string
  /** who is introduced later takes up the next one */
  readonly introducedBy: string
}

/** What pairs that are introduced on that day at the earliest begin with; null where no topic is left for them. */
export function firstTopic(
  program: Pick<Program, 'firstOn' | 'endsOn' | 'cadence' | 'curriculum' | 'holidays'>,
  from: string,
): FirstTopic | null {
  const { firstOn, endsOn, cadence, holidays } = program
  const curriculum = findCurriculum(program.curriculum)
  const topics = curriculum ? topicKeys(curriculum).length : 1
  const end = endsOn ?? addMonths(firstOn, topics * cadence)
  for (let n = 0; addMonths(firstOn, n * cadence) < end; n++) {
    const on = workingDayOnOrAfter(addMonths(firstOn, n * cadence), holidays)
    // the kickoff is sent the working day after the introduction
    const introducedBy = addWorkingDays(on, -KICKOFF_WORKING_DAYS - 1, holidays)
    if (introducedBy >= from) return { on, introducedBy }
  }
  return null
}
