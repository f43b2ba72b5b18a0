import { refusalText } from '../../copy/copy.ts'
import type { Refusal } from '../../copy/refusal.ts'
import type { ActionCall } from '../../slack/listener.ts'
import { plainMessage } from '../../slack/views.ts'
import { noticeView } from '../views/notice-view.ts'

/** Says no where the click was: beside the message, or in the window. */
export const answerNo = (call: ActionCall, refusal: Refusal): Promise<void> =>
  answer(call, refusalText(call.copy, refusal))

/** Says one sentence where the click was. */
export const answer = (call: ActionCall, text: string): Promise<void> =>
  call.view ? call.update(noticeView(call.copy, text)) : call.reply(plainMessage(text))
