import { expect } from 'vitest'
import { checkMessageBlocks, checkView } from '../../src/sandbox/blocks/check.ts'
import type { HomeView, Message, View } from '../../src/slack/message.ts'

const file = (room: string, name: string) => `../golden/${room}/${name}.json`
const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** A modal or Home as Slack would take it, compared with the picture kept of it. */
export async function viewLooksLike(room: string, name: string, view: View | HomeView): Promise<void> {
  expect(checkView(view)).toEqual([])
  await expect(text(view)).toMatchFileSnapshot(file(room, name))
}

/** A message as Slack would take it; its notification line is short enough to show. */
export async function messageLooksLike(room: string, name: string, message: Message): Promise<void> {
  expect(checkMessageBlocks(message.blocks)).toEqual([])
  expect(message.text.length).toBeLessThanOrEqual(90)
  await expect(text({ text: message.text, blocks: message.blocks })).toMatchFileSnapshot(file(room, name))
}

/** Strings that would come alive in mrkdwn if they were not escaped. */
export const INJECTIONS = [
  '<!channel>',
  '<@U1>',
  '<https://x.example|HR>',
  '<!subteam^S1>',
  '<#C1>',
  '<!date^0^{date}|x>',
]

/** No piece of mrkdwn in it has a sequence that Slack would act on, save those named. */
export function isHarmless(shown: unknown): void {
  const alive: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && value.type === 'mrkdwn' && 'text' in value) {
      alive.push(...(String(value.text).match(/<[!@#h][^>]*>/gu) ?? []))
    }
    Object.values(value).forEach(walk)
  }
  walk(shown)
  expect(alive).toEqual([])
}
