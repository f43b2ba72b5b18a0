import type { App, BlockAction, BlockElementAction } from '@slack/bolt'
import { refuse, type RefusalCode } from '../copy/refusal.ts'
import { refusalText } from '../copy/copy.ts'
import type { SlackContext } from './context.ts'
import { family } from './ids.ts'
import type { ActionCall } from './listener.ts'
import type { Message } from './message.ts'
import { mayUse } from './registry.ts'
import { responder } from './respond.ts'
import { tellFault } from './tell-fault.ts'
import { noticeView, plainMessage } from './views.ts'

/** Buttons and menus: acknowledged at once, then worked. An id nobody listens to is a message from an earlier release. */
export function bindActions(app: App, context: SlackContext): void {
  app.action({ type: 'block_actions' }, async ({ ack, body, action }) => {
    await ack()
    const answers = answersTo(context, body)
    await context.boundary.guard(
      { action: action.action_id.slice(0, 60), person: body.user.id },
      () => run(context, body, action, answers),
      (reference, fault) => {
        const told = { reference, fault, again: plainMessage(context.copy.general.clickAgain) }
        return tellFault(context, told, body.view ? answers.showInView : answers.reply)
      },
    )
  })
}

async function run(
  context: SlackContext,
  body: BlockAction,
  action: BlockElementAction,
  answers: ReturnType<typeof answersTo>,
): Promise<void> {
  const { copy, deps, workspaceId } = context
  const listener = context.listeners.actions.find((a) => a.id === family(action.action_id))
  if (!listener) {
    // an input inside a modal, or a link, reports its clicks too; only a message's own button deserves an answer
    if (!body.view && !('url' in action)) await answers.reply(refusal(context, 'message_out_of_date'))
    return
  }
  const standing = await context.standingOf(deps.db, workspaceId, body.user.id)
  if (!mayUse(listener.access, standing)) return answers.reply(refusal(context, 'not_allowed'))
  await listener.run({
    workspaceId,
    userId: body.user.id,
    standing,
    now: context.now(),
    copy,
    ...chosen(action),
    blockId: action.block_id,
    message: body.message && body.channel ? { channel: body.channel.id, ts: body.message.ts } : undefined,
    view: body.view && {
      id: body.view.id,
      hash: body.view.hash,
      metadata: body.view.private_metadata,
      values: body.view.state.values,
    },
    ...answers,
  })
}

const refusal = ({ copy }: SlackContext, code: RefusalCode): Message =>
  plainMessage(refusalText(copy, refuse(code).refusal))

const REDRAWN = { replaceOriginal: true } as const

function answersTo(context: SlackContext, body: BlockAction) {
  const { interactive } = context
  const respond = responder(body.response_url, context.slackApiUrl)
  const trigger_id = body.trigger_id
  return {
    // in a view there is no response_url; what is said there is said in the view
    reply: async (message) => void (await respond(message, { replaceOriginal: false })),
    redrawAt: body.response_url ?? '',
    redraw: async (message, at) =>
      void (await (at === undefined ? respond : responder(at, context.slackApiUrl))(message, REDRAWN)),
    open: async (view) => void (await interactive.views.open({ trigger_id, view })),
    push: async (view) => void (await interactive.views.push({ trigger_id, view })),
    update: async (view) => {
      if (body.view) await interactive.views.update({ view_id: body.view.id, hash: body.view.hash, view })
    },
    publishHome: async (view) => {
      await interactive.views.publish({ user_id: body.user.id, view: { type: 'home', blocks: [...view.blocks] } })
    },
    // whoever clicked inside a form has no message to be answered in: what there is to say takes the form's place
    showInView: async (message: Message) => {
      if (!body.view || body.view.type !== 'modal') return
      const view = noticeView(context.copy, body.view.title.text, message.text)
      await interactive.views.update({ view_id: body.view.id, view })
    },
  } satisfies Pick<ActionCall, 'reply' | 'redraw' | 'redrawAt' | 'open' | 'push' | 'update' | 'publishHome'> & {
    showInView(message: Message): Promise<void>
  }
}

/** What was pressed or chosen, whatever the element. */
function chosen(action: BlockElementAction): { readonly value: string; readonly values: readonly string[] } {
  switch (action.type) {
    case 'button':
      return one(action.value)
    case 'static_select':
    case 'overflow':
    case 'radio_buttons':
      return one(action.selected_option?.value)
    case 'multi_static_select':
    case 'checkboxes':
      return many(action.selected_options.map((o) => o.value))
    case 'users_select':
      return one(action.selected_user)
    case 'multi_users_select':
      return many(action.selected_users)
    case 'datepicker':
      return one(action.selected_date ?? undefined)
    case 'plain_text_input':
      return one(action.value)
    default:
      return one(undefined)
  }
}

const one = (value: string | undefined) => ({ value: value ?? '', values: value === undefined ? [] : [value] })
const many = (values: readonly (string | undefined)[]) => {
  const given = values.filter((v) => v !== undefined)
  return { value: given[0] ?? '', values: given }
}
