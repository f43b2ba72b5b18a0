import { randomBytes } from 'node:crypto'
import { Refused } from '../web-api/refused.ts'

/** Real milliseconds in which a trigger_id opens a modal, once. */
const TRIGGER_MS = 3000

interface Trigger {
  readonly user: string
  /** of the response_url given out with it: tells which interaction it belongs to */
  readonly token: string
  readonly expires: number
  used: boolean
}

/** Trigger ids live three real seconds and are not kept over a restart: they would be over by then. */
export class Triggers {
  readonly #triggers = new Map<string, Trigger>()

  make(user: string, token: string, realNow: number): string {
    for (const [id, old] of this.#triggers) {
      if (old.expires + 60_000 > realNow) break
      this.#triggers.delete(id)
    }
    const id = `${Math.floor(realNow)}.${randomBytes(4).readUInt32BE()}.${randomBytes(16).toString('hex')}`
    this.#triggers.set(id, { user, token, expires: realNow + TRIGGER_MS, used: false })
    return id
  }

  /** @throws Refused: invalid_trigger_id, expired_trigger_id, exchanged_trigger_id */
  use(id: string, realNow: number): { readonly user: string; readonly token: string } {
    const trigger = this.#triggers.get(id)
    if (!trigger) throw new Refused('invalid_trigger_id')
    if (trigger.used) throw new Refused('exchanged_trigger_id')
    if (realNow > trigger.expires) throw new Refused('expired_trigger_id')
    trigger.used = true
    return trigger
  }
}
