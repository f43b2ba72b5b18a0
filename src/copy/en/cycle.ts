import { cycleCheckIn } from './cycle-check-in.ts'
import { cyclePair } from './cycle-pair.ts'
import { cycleTalk } from './cycle-talk.ts'

/** The life of a pair, month by month. */
export const cycle = { ...cyclePair, ...cycleTalk, checkIn: cycleCheckIn }
