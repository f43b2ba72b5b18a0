import type { CommandAnswer, SandboxView, SubmitRequest } from '../sandbox/host.ts'
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

/** Submits a form, reads what it turns into, if it does, and closes that. */
export async function submit(
  { people, me }: Pick<Stage, 'people' | 'me'>,
  view: SandboxView,
  values: SubmitRequest['values'],
): Promise<void> {
  const answer = await people.submit({ user: me.id, view_id: view.id, values })
  if ('view' in answer) await people.close(me.id, answer.view.id)
}
