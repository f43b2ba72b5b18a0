import { afterEach, describe, expect, test } from 'vitest'
import { aSandbox, type AppHandler, type Options, type Running } from './support/server.ts'

let running: Running
afterEach(() => running.stop())

const aModal = (more: object = {}) => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Join' },
  blocks: [
    {
      type: 'section',
      block_id: 's',
      text: { type: 'mrkdwn', text: 'Hello' },
      accessory: { type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } },
    },
  ],
  ...more,
})

/** A sandbox whose app does `act` with each trigger, and what the Web API answered. */
async function withTriggers(act: (trigger: string) => Promise<unknown>, options: Options = {}): Promise<unknown[]> {
  const answers: unknown[] = []
  const app: AppHandler = async (_request, response, body) => {
    response.end()
    const form = new URLSearchParams(body)
    const trigger = form.get('trigger_id') ?? JSON.parse(form.get('payload') ?? '{}').trigger_id
    if (typeof trigger === 'string') answers.push(await act(trigger))
  }
  running = await aSandbox({ ...options, app })
  return answers
}

const open = (trigger_id: string, view: object = aModal(), method = 'views.open') =>
  running.api(method, { trigger_id, view })

describe('a trigger', () => {
  test('opens one modal', async () => {
    const answers = await withTriggers(async (trigger) => [(await open(trigger)).body, (await open(trigger)).body])
    await running.control('/command', { user: 'U01', text: '' })
    expect(answers).toMatchObject([[{ ok: true }, { error: 'exchanged_trigger_id' }]])
  })

  test('is over after three real seconds', async () => {
    let real = 1_000_000
    const answers = await withTriggers(
      async (trigger) => {
        real += 3001
        return (await open(trigger)).body
      },
      { realNow: () => real },
    )
    const { body } = await running.control('/command', { user: 'U01', text: '' })
    expect(answers).toMatchObject([{ error: 'expired_trigger_id' }])
    expect(body).toMatchObject({ view: null })
  })

  test('cannot be invented', async () => {
    await withTriggers(async () => null)
    expect((await open('1.2.3')).body).toMatchObject({ error: 'invalid_trigger_id' })
  })

  test('is not used up by a view that Slack refuses', async () => {
    const bad = aModal({ title: { type: 'plain_text', text: 'x'.repeat(25) } })
    const answers = await withTriggers(async (trigger) => [(await open(trigger, bad)).body, (await open(trigger)).body])
    await running.control('/command', { user: 'U01', text: '' })
    expect(answers).toMatchObject([[{ error: 'invalid_arguments' }, { ok: true }]])
  })
})

describe('a modal', () => {
  test('stands on at most two others', async () => {
    const answers = await withTriggers(async (trigger) => {
      const isFirst = answers.length === 0
      return (await open(trigger, aModal(), isFirst ? 'views.open' : 'views.push')).body
    })
    await running.control('/command', { user: 'U01', text: '' })
    for (let i = 0; i < 3; i += 1) {
      const { body } = await running.control<{ id: string }>('/view?user=U01')
      await running.control('/action', { user: 'U01', view_id: body.id, action_id: 'more' })
    }
    expect(answers).toMatchObject([{ ok: true }, { ok: true }, { ok: true }, { error: 'push_limit_reached' }])
    expect(answers[2]).toMatchObject({ view: { root_view_id: 'V1', previous_view_id: 'V2', id: 'V3' } })
  })

  test('is not updated by who holds an old hash, nor once it is closed', async () => {
    await withTriggers(async (trigger) => open(trigger))
    const { body } = await running.control<{ view: { id: string; hash: string } }>('/command', {
      user: 'U01',
      text: '',
    })
    const { id: view_id, hash } = body.view
    const update = async (more: object) =>
      (await running.api('views.update', { view_id, view: aModal({ callback_id: 'new' }), ...more })).body
    expect(await update({ hash })).toMatchObject({ ok: true, view: { callback_id: 'new' } })
    expect(await update({ hash })).toMatchObject({ error: 'hash_conflict' })
    await running.control('/close', { user: 'U01', view_id })
    expect(await update({})).toMatchObject({ error: 'not_found' })
  })

  test('is found by its external_id, which only one may bear', async () => {
    const answers = await withTriggers(async (trigger) => (await open(trigger, aModal({ external_id: 'one' }))).body)
    await running.control('/command', { user: 'U01', text: '' })
    expect(
      (await running.api('views.update', { external_id: 'one', view: aModal({ external_id: 'one' }) })).body,
    ).toMatchObject({ ok: true })
    await running.control('/command', { user: 'U02', text: '' })
    expect(answers[1]).toMatchObject({ error: 'duplicate_external_id' })
  })

  test.each([
    ['view_too_large', aModal({ private_metadata: 'x'.repeat(250_001) })],
    ['invalid_blocks', aModal({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) })],
    ['invalid_arguments', aModal({ callback_id: 'x'.repeat(256) })],
    ['invalid_arguments', { type: 'home', blocks: [{ type: 'divider' }] }],
  ])('is refused with %s', async (error, view) => {
    const answers = await withTriggers(async (trigger) => (await open(trigger, view)).body)
    await running.control('/command', { user: 'U01', text: '' })
    expect(answers).toMatchObject([{ error }])
  })
})

describe('Home', () => {
  const home = { type: 'home', blocks: [{ type: 'divider' }] }

  test('is published for a person of the company', async () => {
    await withTriggers(async () => null)
    expect((await running.api('views.publish', { user_id: 'U01', view: home })).body).toMatchObject({
      ok: true,
      view: { type: 'home' },
    })
    expect((await running.api('views.publish', { user_id: 'U77', view: home })).body).toMatchObject({
      error: 'user_not_found',
    })
    expect((await running.api('views.publish', { user_id: 'U01', view: home, hash: 'old' })).body).toMatchObject({
      error: 'hash_conflict',
    })
    expect((await running.control('/home?user=U01')).body).toMatchObject({ type: 'home' })
    expect((await running.control('/home?user=U02')).body).toBeNull()
  })

  test('is off where the manifest has none, as is the Messages tab', async () => {
    await withTriggers(async () => null, { manifest: (manifest) => void (manifest['features'] = {}) })
    expect((await running.api('views.publish', { user_id: 'U01', view: home })).body).toMatchObject({
      error: 'not_enabled',
    })
    expect((await running.api('chat.postMessage', { channel: 'U01', text: 'x' })).body).toMatchObject({
      error: 'messages_tab_disabled',
    })
  })
})
