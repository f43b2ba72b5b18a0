import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aSandbox, TOKENS, type AppHandler, type Running } from './support/server.ts'

let running: Running
beforeEach(async () => {
  running = await aSandbox()
})
afterEach(() => running.stop())

const announce = (length: number) =>
  running.api<{ upload_url: string; file_id: string }>('files.getUploadURLExternal', { filename: 'report.csv', length })

async function upload(text: string, channel_id?: string): Promise<string> {
  const { body } = await announce(Buffer.byteLength(text))
  expect((await fetch(body.upload_url, { method: 'POST', body: text })).status).toBe(200)
  const done = await running.api('files.completeUploadExternal', {
    files: [{ id: body.file_id, title: 'Report' }],
    channel_id,
    initial_comment: 'Here it is',
  })
  expect(done.body).toMatchObject({ ok: true, files: [{ id: body.file_id, title: 'Report', mimetype: 'text/csv' }] })
  return body.file_id
}

const asPerson = (user: string, id: string) => fetch(`${running.origin}/_sandbox/file?user=${user}&id=${id}`)

describe('a file of the app', () => {
  test('arrives with a message, and only who got it can download it', async () => {
    const id = await upload('a,b\n1,2\n', 'D01')
    expect(running.sandbox.people.conversations('U01')[0]?.messages).toMatchObject([
      { from: 'app', text: 'Here it is', files: [{ id, name: 'report.csv', title: 'Report', size: 8 }] },
    ])
    const response = await asPerson('U01', id)
    expect([response.status, await response.text()]).toEqual([200, 'a,b\n1,2\n'])
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect((await asPerson('U02', id)).status).toBe(404)
    const { body } = await running.control<{ calls: { method: string; to: string | null }[] }>('/ledger')
    expect(body.calls.at(-1)).toMatchObject({ method: 'files.completeUploadExternal', to: 'U01' })
  })

  test('stays with the app where it names no conversation', async () => {
    const id = await upload('x')
    expect((await asPerson('U01', id)).status).toBe(404)
    expect(running.sandbox.people.conversations('U01')[0]?.messages).toEqual([])
  })

  test('comes from Slack’s own client, too', async () => {
    const client = new WebClient(TOKENS.bot, { slackApiUrl: running.sandbox.apiUrl() })
    await client.filesUploadV2({ channel_id: 'D02', filename: 'über.csv', content: 'ä;ö\n' })
    const [message] = running.sandbox.people.conversations('U02')[0]?.messages ?? []
    expect(message?.files).toMatchObject([{ name: 'über.csv', size: 6 }])
    expect(await (await asPerson('U02', message?.files?.[0]?.id ?? '')).text()).toBe('ä;ö\n')
  })

  test('is refused unless it was announced and came whole', async () => {
    const { body } = await announce(5)
    expect((await fetch(body.upload_url, { method: 'POST', body: 'four' })).status).toBe(400)
    const complete = (id: string, channel_id = 'D01') =>
      running.api('files.completeUploadExternal', { files: [{ id }], channel_id })
    expect((await complete(body.file_id)).body).toMatchObject({ error: 'file_not_found' })
    expect((await complete('F9')).body).toMatchObject({ error: 'file_not_found' })
    expect((await complete(body.file_id, 'C9')).body).toMatchObject({ error: 'channel_not_found' })
    expect((await fetch(`${running.origin}/upload/F9`, { method: 'POST', body: 'x' })).status).toBe(404)
  })

  test('needs its scope', async () => {
    await running.control('/scopes', { revoke: ['files:write', 'files:read'] })
    expect((await announce(5)).body).toMatchObject({ error: 'missing_scope', needed: 'files:write' })
    expect((await running.api('files.info', { file: 'F1' })).body).toMatchObject({
      error: 'missing_scope',
      needed: 'files:read',
    })
  })

  test('outlives a crash', async () => {
    const id = await upload('kept', 'D01')
    const again = await aSandbox({ folder: running.folder })
    await running.stop()
    running = again
    expect(await (await asPerson('U01', id)).text()).toBe('kept')
    await running.control('/company', { name: 'sachse-2016' })
    expect((await asPerson('U01', id)).status).toBe(404)
  })
})

const form = {
  type: 'modal',
  callback_id: 'import',
  title: { type: 'plain_text', text: 'Import' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [
    {
      type: 'input',
      block_id: 'people',
      label: { type: 'plain_text', text: 'File' },
      element: { type: 'file_input', action_id: 'file', filetypes: ['csv'], max_files: 1 },
    },
  ],
}

test('a person’s file reaches the app as an id, which the bot token turns into bytes', async () => {
  interface Info {
    file: { name: string; size: number; url_private_download: string }
  }
  const seen: { id: string; name: string }[] = []
  const app: AppHandler = async (_request, response, body) => {
    const payload = new URLSearchParams(body).get('payload')
    response.end()
    if (payload === null)
      await running.api('views.open', { trigger_id: new URLSearchParams(body).get('trigger_id'), view: form })
    else seen.push(...JSON.parse(payload).view.state.values.people.file.files)
  }
  running.app = app
  const submit = async (files: object) => {
    const { body } = await running.control<{ view: { id: string } }>('/command', { user: 'U01', text: '' })
    return (
      await running.control('/submit', {
        user: 'U01',
        view_id: body.view.id,
        values: {},
        files: { people: { file: files } },
      })
    ).body
  }
  expect(await submit({ name: 'people.csv', text: 'id,name\n1,Zoë\n' })).toEqual({ closed: true })
  expect(await submit({ name: 'odd.csv', base64: Buffer.from([0xff, 0xfe, 0x41]).toString('base64') })).toEqual({
    closed: true,
  })
  const { body } = await running.api<Info>('files.info', { file: seen[0]?.id })
  expect(body.file).toMatchObject({ name: 'people.csv', size: 15 })
  const bytes = await fetch(body.file.url_private_download, { headers: { authorization: `Bearer ${TOKENS.bot}` } })
  expect(await bytes.text()).toBe('id,name\n1,Zoë\n')
  expect((await fetch(body.file.url_private_download)).status).toBe(403)
  const odd = await running.api<Info>('files.info', { file: seen[1]?.id })
  const raw = await fetch(odd.body.file.url_private_download, { headers: { authorization: `Bearer ${TOKENS.bot}` } })
  expect([...new Uint8Array(await raw.arrayBuffer())]).toEqual([0xff, 0xfe, 0x41])
})
