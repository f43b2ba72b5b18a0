import type { Copy } from '../../copy/copy.ts'
import { refusalText } from '../../copy/copy.ts'
import type { Refusal } from '../../copy/refusal.ts'
import { actions, button, clip, section } from '../../slack/blocks.ts'
import { ACTION, member } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'
import { namesIn } from '../which-program.ts'

/** Buttons that a row holds; whoever leads more programs types the name. */
const MAX_BUTTONS = 25

/**
 * Why a command found no program; where several may be meant, one button for each goes on with it.
 * @param command what would be typed after /mentor with that name
 */
export function noProgramMessage(copy: Copy, refusal: Refusal, command: (name: string) => string): Message {
  if (refusal.code !== 'program_ambiguous') return plainMessage(refusalText(copy, refusal))
  const buttons = namesIn(refusal)
    .slice(0, MAX_BUTTONS)
    .map((name, i) => button(member(ACTION.commandAgain, i + 1), clip(name, 75), command(name)))
  return { text: refusalText(copy, refusal), blocks: [section(copy.program.which), actions(buttons)] }
}
