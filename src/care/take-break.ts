import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { addMonths, addWorkingDays, atLocal, localDate, workingDayOnOrAfter } from '../delivery/working-time.ts'
import { enrolledIn } from '../enrollment/enrolled-in.ts'
import { markPaused } from '../enrollment/pause-store.ts'
import { leadName } from '../program/lead-store.ts'
import type { Program } from '../program/program.ts'

/** The kind of message that says, the working day before, that a break ends. */
export const PAUSE_ENDS = 'pause_ends'

/** calendar months */
const LONGEST_BREAK = 12

/** The last day a break may end on. */
const longestBreak = (now: Date, tz: string): string => addMonths(localDate(now, tz), LONGEST_BREAK)

/**
 * Rests in a program until a day; then by itself back on the waiting list, told the working day before.
 * @param until YYYY-MM-DD, a day of the program; taken again it moves the end
 */
export async function takeBreak(
  deps: Deps,
  input: {
    readonly workspaceId: string
    readonly personId: string
    readonly programId: number
    readonly until: string
  },
  now: Date,
): Promise<Result<{ readonly program: Program; readonly until: string; readonly lead: string }>> {
  const { workspaceId, personId, until } = input
  const rested = await deps.db.transaction().execute(async (trx) => {
    const enrolled = await enrolledIn(trx, input)
    if (!enrolled) return refuse('not_joined')
    const { program } = enrolled
    const last = longestBreak(now, program.tz)
    if (until <= localDate(now, program.tz)) return refuse('date_past', {}, 'until')
    if (until > last) return refuse('date_too_far', { last }, 'until')
    await markPaused(trx, workspaceId, program.id, personId, until)
    await enqueue(trx, [news(workspaceId, program, personId, until)], now)
    return done({ program, until, lead: (await leadName(trx, workspaceId, program.id)) ?? program.name })
  })
  if (rested.ok) deps.wake()
  return rested
}

const news = (workspaceId: string, program: Program, personId: string, until: string) => ({
  workspaceId,
  kind: PAUSE_ENDS,
  subject: String(program.id),
  cycleOn: until,
  recipient: personId,
  dueAt: atLocal(dayBefore(until, program.holidays), '09:00', program.tz),
  expiresOn: until,
})

/** The working day before that day, also where it is none itself. */
const dayBefore = (day: string, holidays: readonly string[]): string =>
  addWorkingDays(workingDayOnOrAfter(day, holidays), -1, holidays)
