import type { PeopleClient, SandboxView, SubmitAnswer } from '../sandbox/host.ts'
import { VIEW } from '../slack/ids.ts'
import { buttonOf, inputsOf } from './buttons.ts'

/** What an office-holder does at a keyboard while a company is set up; a step that fails says which. */
export interface Desk {
  /** types a command; its answer stands in the person's own conversation */
  say(user: string, text: string): Promise<void>
  /** presses the newest button of that kind in the person's own conversation and hands back the modal it opened, if any */
  press(user: string, actionId: string): Promise<SandboxView | null>
  /** presses a button inside a modal and hands back what the modal shows then */
  pressIn(user: string, view: SandboxView, actionId: string): Promise<SandboxView | null>
  /** fills in what the modal asks by name, and submits it */
  submit(
    user: string,
    view: SandboxView,
    answers: Readonly<Record<string, unknown>>,
    files?: Files,
  ): Promise<SandboxView | null>
}

type Files = Readonly<Record<string, { readonly name: string; readonly text: string }>>

export function createDesk(people: PeopleClient): Desk {
  const newest = (user: string, actionId: string) => {
    const own = people.conversations(user).find((c) => c.kind === 'im')
    const message = own?.messages.findLast((m) => buttonOf(m, actionId) !== undefined)
    const button = message && buttonOf(message, actionId)
    if (!own || !message || !button) throw new Error(`${user} has no button ${actionId}`)
    return {
      user,
      channel: own.channel,
      ts: message.ts,
      action_id: button.actionId,
      block_id: button.blockId,
      value: button.value,
    }
  }
  return {
    say: async (user, text) => void (await people.command(user, text)),
    press: async (user, actionId) => (await people.action(newest(user, actionId))).view,
    pressIn: async (user, view, actionId) => {
      const button = buttonOf(view, actionId)
      if (!button) throw new Error(`${view.callback_id} has no button ${actionId}`)
      const { blockId: block_id, value } = button
      return (await people.action({ user, view_id: view.id, action_id: button.actionId, block_id, value })).view
    },
    submit: async (user, view, answers, files = {}) => {
      const fields = inputsOf(view)
      const answer = await people.submit({
        user,
        view_id: view.id,
        values: byField(fields, answers),
        files: byField(fields, files),
      })
      const next = viewOf(view, answer)
      // read, and put away: what only says something is not left standing open
      if (next?.callback_id === VIEW.notice) await people.close(user, next.id)
      return next
    },
  }
}

type Fields = ReturnType<typeof inputsOf>

/** Only what the modal asks: a question that is not there needs no answer. */
const byField = <T>(fields: Fields, answers: Readonly<Record<string, T>>): Record<string, Record<string, T>> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => {
      const field = fields.get(name)
      return field ? [[name, { [field.actionId]: value }]] : []
    }),
  )

function viewOf(view: SandboxView, answer: SubmitAnswer): SandboxView | null {
  if ('errors' in answer) throw new Error(`${view.callback_id} was refused: ${JSON.stringify(answer.errors)}`)
  return 'view' in answer ? answer.view : null
}
