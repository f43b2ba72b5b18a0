import { afterEach, expect, test } from 'vitest'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
afterEach(() => running.stop())

const heard = async (text: string) => {
  await running.control('/command', { user: 'U01', text })
  return new URLSearchParams(running.received.at(-1)?.body).get('text')
}

test('a person named after an @ arrives as a mention, anything else as it was typed but for &, < and >', async () => {
  running = await aSandbox()
  const ana = '<@U01|ana.ruiz>'
  expect(await heard('lead add @Ana Ruiz')).toBe(`lead add ${ana}`)
  expect(await heard('lead add @ana ruiz, please')).toBe(`lead add ${ana}, please`)
  expect(await heard('lead add @U01 <@U01> <@U01|x>')).toBe(`lead add ${ana} ${ana} ${ana}`)
  expect(await heard('lead add @Ana')).toBe('lead add @Ana')
  expect(await heard('lead add @nobody <@U999>')).toBe('lead add @nobody &lt;@U999&gt;')
  expect(await heard('R&D <!channel> a@b.c')).toBe('R&amp;D &lt;!channel&gt; a@b.c')
  expect(await heard('  join  ')).toBe('join')
})

test('without should_escape in the manifest, text arrives as it was typed', async () => {
  running = await aSandbox({
    manifest: (manifest) => {
      manifest['features'] = { slash_commands: [{ command: '/mentor', description: '', should_escape: false }] }
    },
  })
  expect(await heard('lead add @Ana Ruiz & <b>')).toBe('lead add @Ana Ruiz & <b>')
})
