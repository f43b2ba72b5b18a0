import type { Ack } from '../inbound/ack.ts'
import { makeAnswerUrl } from '../inbound/answer-url.ts'
import type { Capture } from '../inbound/captures.ts'
import type { CommandAnswer } from '../host.ts'
import { parseBlocks } from '../state/messages.ts'
import { showView } from '../state/views.ts'
import type { World } from '../world.ts'

/** Waits until the app has done all that a click set off. */
export type Settle = () => Promise<void>

/** For callers outside of work: everything is finished or asleep. */
export const untilIdle =
  (world: World): Settle =>
  () =>
    world.host.clock.idle()

/**
 * For invented people, who act inside of work, where idle() would wait for itself: sleepers wake one at a time and only
 * when all the rest is finished or asleep, so after one virtual millisecond the app has settled.
 */
export const untilWoken =
  (world: World): Settle =>
  () =>
    world.host.clock.sleep(world.host.clock.now() + 1)

/** virtual milliseconds that each act of setting a company up takes */
const SETTING_UP_MS = 1000

/**
 * For setting a company up, while the clock is held so that every load looks alike: a second passes after each act, in
 * which the app can say what its limiter held back.
 */
export const aSecondLater =
  (world: World): Settle =>
  () =>
    world.host.clock.advanceTo(world.host.clock.now() + SETTING_UP_MS)

export interface Handles {
  readonly trigger_id: string
  readonly response_url: string
  readonly token: string
  readonly capture: Capture
}

/** Gives out a trigger and a response_url, has `send` use them, and collects what came of it once the app settled. */
export async function interact(
  world: World,
  settle: Settle,
  where: { readonly user: string; readonly channel: string; readonly message: string | null },
  send: (handles: Handles) => Promise<Ack>,
): Promise<CommandAnswer> {
  const { token, url } = makeAnswerUrl(world, where.user, where.channel, where.message)
  const capture = world.captures.begin(where.user, token)
  const trigger_id = world.triggers.make(where.user, token, world.host.realNow())
  try {
    const ack = await send({ trigger_id, response_url: url, token, capture })
    await settle()
    return { ...collect(world, capture, ack.ms), ...(ack.failure && { failed: ack.failure }) }
  } finally {
    world.captures.end(capture)
  }
}

function collect(world: World, { answer, viewId }: Capture, ack_ms: number): CommandAnswer {
  const view = world.store.rows.view.get(viewId ?? '')
  return {
    ack_ms,
    response: answer && { text: answer.text, blocks: parseBlocks(answer.blocks) },
    view: view ? showView(world, view) : null,
  }
}
