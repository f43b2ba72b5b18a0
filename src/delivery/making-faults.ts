import type { Boundary } from '../slack/boundary.ts'
import type { Candidate } from './claim-store.ts'
import type { RenderFault } from './make-messages.ts'
import { backoffMs } from './pace.ts'

/** least wait of a message that could not be made */
const LEAST_PUT_OFF_MS = 60_000

/** Faults of messages that could not be made: one that many share (what they all read failed) is logged once. */
export class MakingFaults {
  readonly #boundary: Boundary
  readonly #logged = new Map<string, { readonly reference: string; readonly until: number }>()

  constructor(boundary: Boundary) {
    this.#boundary = boundary
  }

  /** @returns until when that message waits, and the reason with the reference of the log line */
  async putOff(
    row: Candidate,
    fault: RenderFault,
    now: Date,
  ): Promise<{ readonly until: Date; readonly reason: string }> {
    const reference = await this.log(fault, now.getTime())
    const until = new Date(now.getTime() + Math.max(LEAST_PUT_OFF_MS, backoffMs(row.attempt + 1)))
    return { until, reason: `fault:${reference}` }
  }

  /** Logs it, unless one that reads the same was logged within the minute. @returns the reference of the log line */
  async log(fault: RenderFault, now: number): Promise<string> {
    for (const [text, { until }] of this.#logged) if (until <= now) this.#logged.delete(text)
    const text = String(fault.cause)
    const known = this.#logged.get(text)
    if (known) return known.reference
    const rethrow = () => Promise.reject(fault)
    await this.#boundary.guard({ loop: 'sender', kind: fault.kind }, rethrow, async (reference) => {
      this.#logged.set(text, { reference, until: now + LEAST_PUT_OFF_MS })
    })
    return this.#logged.get(text)?.reference ?? ''
  }
}
