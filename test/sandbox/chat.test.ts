import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
beforeEach(async () => {
  running = await aSandbox()
})
afterEach(() => running.stop())

const call = async (method: string, args: Record<string, unknown> = {}) => (await running.api(method, args)).body

describe('chat', () => {
  test('posts to a person or a conversation, edits and deletes its own', async () => {
    const metadata = { event_type: 'delivery', event_payload: { key: 'k-1' } }
    const { body } = await running.api<{ ts: string }>('chat.postMessage', { channel: 'U01', text: 'Hello', metadata })
    expect(body).toMatchObject({ ok: true, channel: 'D01', ts: expect.stringMatching(/^17676216\d\d\.\d{6}$/) })
    expect(await call('chat.update', { channel: 'D01', ts: body.ts, text: 'Hello again' })).toMatchObject({ ok: true })
    const [im] = running.sandbox.people.conversations('U01')
    expect(im?.messages).toMatchObject([{ text: 'Hello again', metadata }])
    expect(await call('chat.delete', { channel: 'D01', ts: body.ts })).toMatchObject({ ok: true })
    expect(running.sandbox.people.conversations('U01')[0]?.messages).toEqual([])
    expect(await call('chat.update', { channel: 'D01', ts: body.ts, text: 'x' })).toMatchObject({
      error: 'message_not_found',
    })
  })

  test.each([
    ['nothing', { channel: 'U01' }, 'no_text'],
    ['nowhere', { channel: 'C0', text: 'x' }, 'channel_not_found'],
    [
      '51 blocks',
      { channel: 'U01', text: 'x', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) },
      'invalid_blocks',
    ],
    ['blocks that are no JSON', { channel: 'U01', text: 'x', blocks: '[{' }, 'invalid_blocks_format'],
    [
      '20,000 characters of blocks',
      {
        channel: 'U01',
        text: 'x',
        blocks: Array.from({ length: 7 }, () => ({
          type: 'section',
          text: { type: 'mrkdwn', text: 'x'.repeat(3000) },
        })),
      },
      'msg_blocks_too_long',
    ],
    [
      'metadata without a payload',
      { channel: 'U01', text: 'x', metadata: { event_type: 'a' } },
      'invalid_metadata_format',
    ],
  ])('refuses %s', async (_name, args, error) => {
    expect(await call('chat.postMessage', args)).toMatchObject({ ok: false, error })
    expect(running.sandbox.people.conversations('U01')[0]?.messages).toEqual([])
  })

  test('names the broken rule with its place', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]
    expect(await call('chat.postMessage', { channel: 'U01', text: 'x', blocks })).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'] },
    })
  })

  test('an edit of more than 4,000 characters is too long, a new message is cut at 40,000', async () => {
    const { body } = await running.api<{ ts: string; message: { text: string } }>('chat.postMessage', {
      channel: 'U01',
      text: 'x'.repeat(40_001),
    })
    expect(body.message.text).toHaveLength(40_000)
    expect(await call('chat.update', { channel: 'D01', ts: body.ts, text: 'x'.repeat(4001) })).toMatchObject({
      error: 'msg_too_long',
    })
  })

  test('an ephemeral message is seen by its one person', async () => {
    await call('conversations.open', { users: 'U01,U02' })
    expect(await call('chat.postEphemeral', { channel: 'G0001', user: 'U01', text: 'psst' })).toMatchObject({
      ok: true,
    })
    expect(running.sandbox.people.conversations('U01')[1]?.messages).toMatchObject([{ text: 'psst', ephemeral: true }])
    expect(running.sandbox.people.conversations('U02')[1]?.messages).toEqual([])
    expect(await call('chat.postEphemeral', { channel: 'G0001', user: 'U03', text: 'x' })).toMatchObject({
      error: 'user_not_in_channel',
    })
  })

  test('a person’s message cannot be edited by the app', async () => {
    await call('conversations.open', { users: 'U01,U02' })
    await running.control('/message', { user: 'U01', channel: 'G0001', text: 'mine' })
    const ts = running.sandbox.people.conversations('U01')[1]?.messages[0]?.ts
    expect(await call('chat.update', { channel: 'G0001', ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    })
    expect(await call('chat.delete', { channel: 'G0001', ts })).toMatchObject({ error: 'cant_delete_message' })
  })
})
