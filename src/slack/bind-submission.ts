import type { App, ViewResponseAction } from '@slack/bolt'
import { refuse } from '../copy/refusal.ts'
import { refusalText } from '../copy/copy.ts'
import type { SlackContext } from './context.ts'
import type { SubmissionAnswer } from './listener.ts'
import { mayUse } from './registry.ts'
import { responder } from './respond.ts'
import { noticeView } from './views.ts'

/** Forms: the verb runs first, and the acknowledgement carries its result. */
export function bindSubmissions(app: App, context: SlackContext): void {
  app.view({ type: 'view_submission' }, async ({ ack, body, view }) => {
    let answer: SubmissionAnswer | undefined
    const notice = (text: string) => ({ update: noticeView(context.copy, view.title.text, text) })
    await context.boundary.guard(
      { form: view.callback_id.slice(0, 60), person: body.user.id },
      async () => {
        const { deps, workspaceId, copy } = context
        const listener = context.listeners.submissions.find((s) => s.id === view.callback_id)
        const standing = await context.standingOf(deps.db, workspaceId, body.user.id)
        if (!listener) answer = notice(refusalText(copy, refuse('form_out_of_date').refusal))
        else if (!mayUse(listener.access, standing)) answer = notice(refusalText(copy, refuse('not_allowed').refusal))
        else {
          answer = await listener.run({
            workspaceId,
            userId: body.user.id,
            standing,
            now: context.now(),
            copy,
            viewId: view.id,
            metadata: view.private_metadata,
            values: view.state.values,
            redraw: async (message, at) =>
              void (await responder(at, context.slackApiUrl)(message, { replaceOriginal: true })),
          })
        }
      },
      async (reference) => {
        const lead = await context.leadToAsk(context.deps.db, context.workspaceId).catch(() => null)
        answer = notice(context.copy.general.fault(reference, lead))
      },
    )
    const response = answer && responseOf(answer)
    await (response ? ack(response) : ack())
    const later = answer?.later
    if (later)
      await context.boundary.guard({ form: view.callback_id.slice(0, 60), person: body.user.id }, () => later, noOne)
  })
}

/** What runs on after the answer tells the person by a message of its own. */
const noOne = async (): Promise<void> => {}

function responseOf(answer: SubmissionAnswer): ViewResponseAction | undefined {
  if ('errors' in answer) return { response_action: 'errors', errors: { ...answer.errors } }
  if ('update' in answer) return { response_action: 'update', view: answer.update }
  if ('push' in answer) return { response_action: 'push', view: answer.push }
  return undefined
}
