import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { input, modal, plain, withForms, type Forms } from './support/forms.ts'

let forms: Forms
beforeEach(async () => {
  forms = await withForms()
})
afterEach(() => forms.running.stop())

describe('the answer to a submission', () => {
  const field = input('q', { type: 'plain_text_input' })
  const go = async (answer: unknown) => {
    const id = await forms.open(field)
    forms.ack = answer
    return {
      id,
      body: await forms.submit(id, { q: { x: 'hi' } }),
      front: (await forms.running.control<{ id: string } | null>('/view?user=U01')).body,
    }
  }

  test('nothing closes the modal', async () => {
    expect(await go(undefined)).toMatchObject({ body: { closed: true }, front: null })
  })

  test('errors stand beside their fields', async () => {
    expect((await go({ response_action: 'errors', errors: { q: 'No.' } })).body).toEqual({ errors: { q: 'No.' } })
  })

  test('errors for what is no field are shown nowhere', async () => {
    expect((await go({ response_action: 'errors', errors: { z: 'No.' } })).body).toEqual({
      errors: { '': 'We had some trouble connecting. Try again?' },
    })
  })

  test('update changes the modal, push puts another on it, clear closes all', async () => {
    const updated = await go({ response_action: 'update', view: modal(field) })
    expect(updated.body).toMatchObject({ view: { id: updated.id } })
    const pushed = await go({ response_action: 'push', view: modal(field) })
    expect(pushed.body).toMatchObject({ view: { previous_view_id: pushed.id } })
    expect(pushed.front?.id).not.toBe(pushed.id)
    forms.ack = { response_action: 'clear' }
    expect(await forms.submit(pushed.front?.id ?? '', { q: { x: 'hi' } })).toEqual({ closed: true })
    expect((await forms.running.control('/view?user=U01')).body).toBeNull()
  })

  test('a view that breaks a rule leaves the modal as it was', async () => {
    const { id, body, front } = await go({
      response_action: 'update',
      view: { ...modal(field), title: plain('x'.repeat(25)) },
    })
    expect(body).toEqual({ errors: { '': 'We had some trouble connecting. Try again?' } })
    expect(front).toMatchObject({ id, title: { text: 'Form' } })
  })

  test('comes with the ephemeral message the app sent meanwhile', async () => {
    const id = await forms.open(field)
    forms.running.app = async (_request, response) => {
      response.end()
      await forms.running.api('chat.postEphemeral', { channel: 'D01', user: 'U01', text: 'Saved' })
    }
    expect(await forms.submit(id, { q: { x: 'hi' } })).toEqual({
      closed: true,
      response: { text: 'Saved', blocks: [] },
    })
  })
})

test('a modal that is closed is told if it asked to be', async () => {
  const id = await forms.openView({ ...modal(input('q', { type: 'plain_text_input' })), notify_on_close: true })
  await forms.running.control('/close', { user: 'U01', view_id: id })
  expect(forms.payloads).toMatchObject([{ type: 'view_closed', is_cleared: false, view: { id: id } }])
  const quiet = await forms.open(input('q', { type: 'plain_text_input' }))
  await forms.running.control('/close', { user: 'U01', view_id: quiet })
  expect(forms.payloads).toHaveLength(1)
})
