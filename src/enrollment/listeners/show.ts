import type { ActionCall, CommandCall } from '../../slack/listener.ts'
import type { Message, View } from '../../slack/message.ts'
import { noticeView } from '../views/answers.ts'

/** A command's answer is returned, a click's is said where the click was. */
export type Shown = { readonly view: View } | { readonly message: Message }

/** Shows what a click leads to: a modal, or an answer only this person sees; inside a modal or Home, a modal of its own. */
export async function showForClick(call: ActionCall, shown: Shown): Promise<void> {
  const isInModal = call.view !== undefined && call.view.metadata !== ''
  if ('view' in shown) return isInModal ? call.push(shown.view) : call.open(shown.view)
  if (call.view === undefined) return call.reply(shown.message)
  const notice = noticeView(call.copy, call.copy.enrollment.noticeTitle, shown.message.text)
  const view: View = { ...notice, blocks: [...shown.message.blocks] as View['blocks'] } // our messages use no block a modal lacks
  return isInModal ? call.push(view) : call.open(view)
}

/** Shows what a command leads to. */
export async function showForCommand(call: CommandCall, shown: Shown): Promise<Message | undefined> {
  if ('message' in shown) return shown.message
  await call.open(shown.view)
  return undefined
}
