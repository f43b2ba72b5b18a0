import { randomBytes } from 'node:crypto'
import type { AnswerUrl } from '../state/rows.ts'
import type { World } from '../world.ts'

/** A response_url works five times in thirty minutes of virtual time. */
export const ANSWER_USES = 5
const ANSWER_MS = 30 * 60_000

/** Gives out a response_url. @param message the message that was clicked, which the answer may replace */
export function makeAnswerUrl(
  world: World,
  user: string,
  channel: string,
  message: string | null,
): { token: string; url: string } {
  const now = world.host.clock.now()
  const token = randomBytes(18).toString('base64url')
  world.store.change(() => {
    forgetOld(world, now)
    world.store.put('answer', token, { token, user, channel, message, expires: now + ANSWER_MS, uses: 0 })
  })
  return { token, url: `${world.host.origin()}/response/${token}` }
}

/** @returns undefined when it was never given out, was used up or is too old */
export function findAnswerUrl(world: World, token: string): AnswerUrl | undefined {
  const answer = world.store.rows.answer.get(token)
  return answer && answer.uses < ANSWER_USES && answer.expires >= world.host.clock.now() ? answer : undefined
}

/** Oldest first in the table, so this looks at those it drops and one more. */
function forgetOld(world: World, now: number): void {
  for (const [token, answer] of world.store.rows.answer) {
    if (answer.expires + ANSWER_MS > now) return
    world.store.remove('answer', token)
  }
}
