import type { CommandAnswer, SandboxView } from '../sandbox/host.ts'
import { buttonOf, type Pressable } from './buttons.ts'
import { asItStands, type Stage } from './stage.ts'

/**
 * Presses a button of the message before this person, as it stands now.
 * @returns what came of it; undefined where the message has no such button any more
 */
export async function press(stage: Stage, id: string): Promise<CommandAnswer | undefined> {
  const now = asItStands(stage)
  const button = now && buttonOf(now, id)
  return button && pressThis(stage, button)
}

export const pressThis = ({ people, me, channel, message }: Stage, button: Pressable): Promise<CommandAnswer> =>
  people.action({
    user: me.id,
    channel,
    ts: message.ts,
    action_id: button.actionId,
    block_id: button.blockId,
    value: button.value,
  })

/** Presses a button that opens a modal. */
export const open = async (stage: Stage, id: string): Promise<SandboxView | null> =>
  (await press(stage, id))?.view ?? null
