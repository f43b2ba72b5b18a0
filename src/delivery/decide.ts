import type { MessageKind, Recipient } from './delivery.ts'
import { sendInstant } from './send-window.ts'
import { addDays, atLocal, localDate } from './working-time.ts'

/** Unasked messages to one person on one local day, over all programs. */
const UNASKED_A_DAY = 2

export type Verdict = { readonly send: true } | { readonly later: Date } | { readonly skip: string }

/** Whom a message reaches, and what bears on when. */
export interface Addressed {
  readonly kind: Pick<MessageKind, 'isNow' | 'isUnasked'>
  readonly people: readonly string[]
  /** the last day on which it makes sense, YYYY-MM-DD */
  readonly expiresOn: string | null
  readonly holidays: readonly string[]
}

/** How many unasked messages a person got today; goes on counting while a batch is decided. */
export class DayCounts {
  readonly #counts = new Map<string, number>()

  of(person: string): number {
    return this.#counts.get(person) ?? 0
  }

  add(person: string): void {
    this.#counts.set(person, this.of(person) + 1)
  }
}

/**
 * Whether a message that has come due is sent now, later or not at all. What is sent is counted, so what is decided
 * first goes first.
 */
export function decide(
  message: Addressed,
  recipients: ReadonlyMap<string, Recipient>,
  counts: DayCounts,
  now: Date,
): Verdict {
  const { kind, people, expiresOn, holidays } = message
  const found = people.map((id) => ({ id, facts: recipients.get(id) }))
  const zones = found.flatMap(({ facts }) => (facts?.isActive ? [facts.tz] : []))
  if (zones.length === 0 || zones.length < people.length) return { skip: 'recipient_gone' }
  if (expiresOn !== null && zones.every((tz) => localDate(now, tz) > expiresOn)) return { skip: 'expired' }
  if (kind.isNow) return { send: true }
  const at = sendInstant(now, zones, holidays)
  if (at > now) return { later: at }
  if (!kind.isUnasked) return { send: true }
  const full = found.filter(({ id }) => counts.of(id) >= UNASKED_A_DAY)
  if (full.length > 0) {
    const tomorrows = full.map(({ facts }) => tomorrow(now, facts?.tz ?? 'UTC').getTime())
    return { later: sendInstant(new Date(Math.max(...tomorrows)), zones, holidays) }
  }
  for (const id of people) counts.add(id)
  return { send: true }
}

const tomorrow = (now: Date, tz: string): Date => atLocal(addDays(localDate(now, tz), 1), '00:00', tz)

/** Whether an earlier message came on the same day of that person. */
export const isSameDay = (earlier: Date, now: Date, tz: string): boolean =>
  localDate(earlier, tz) === localDate(now, tz)
