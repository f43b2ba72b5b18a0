import { aSandbox, type Running } from './server.ts'

export interface Payload {
  type: string
  view?: { state: { values: Record<string, Record<string, Record<string, unknown>>> } }
  actions?: Record<string, unknown>[]
}

export const plain = (text: string) => ({ type: 'plain_text', text })
export const options = ['a', 'b', 'c'].map((value) => ({ text: plain(value.toUpperCase()), value }))

export const input = (block_id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element: { action_id: 'x', ...element },
  ...more,
})

export const modal = (...blocks: object[]) => ({
  type: 'modal',
  callback_id: 'f',
  title: plain('Form'),
  submit: plain('Send'),
  blocks,
})

export const stateOf = (payload: Payload | undefined) => payload?.view?.state.values

export interface Forms {
  readonly running: Running
  /** of clicks and submissions, newest last */
  readonly payloads: Payload[]
  /** what the app answers to them */
  ack: unknown
  /** U01 types a command that opens this view. @returns its id */
  openView(view: object): Promise<string>
  open(...blocks: object[]): Promise<string>
  submit(view_id: string, values: object): Promise<Record<string, unknown>>
}

/** A sandbox whose app opens a modal for each command and keeps every click and submission. */
export async function withForms(): Promise<Forms> {
  let view: object = {}
  const running = await aSandbox({
    app: async (_request, response, body) => {
      const form = new URLSearchParams(body)
      const payload = form.get('payload')
      if (payload === null) {
        response.end()
        await running.api('views.open', { trigger_id: form.get('trigger_id'), view })
        return
      }
      forms.payloads.push(JSON.parse(payload))
      response.setHeader('content-type', 'application/json')
      response.end(forms.ack === undefined ? '' : JSON.stringify(forms.ack))
    },
  })
  const forms: Forms = {
    running,
    payloads: [],
    ack: undefined,
    async openView(wanted) {
      view = wanted
      const { body } = await running.control<{ view: { id: string } }>('/command', { user: 'U01', text: '' })
      return body.view.id
    },
    open: (...blocks) => forms.openView(modal(...blocks)),
    submit: async (view_id, values) => (await running.control('/submit', { user: 'U01', view_id, values })).body,
  }
  return forms
}
