import { expect, test } from 'vitest'
import { createCipher } from '../../src/database/cipher.ts'
import type { Claimed } from '../../src/delivery/claim.ts'
import { post } from '../../src/delivery/post.ts'
import { FakeSlack, refused } from './support/fake-slack.ts'

const NOW = new Date('2026-02-02T09:00:00Z')
const words = { type: 'section', text: { type: 'mrkdwn', text: '12 of 14 pairs met' } }
const chart = { type: 'data_visualization' }

const claimed = (...blocks: Claimed['message']['blocks'][number][]): Claimed => ({
  row: {
    deliveryId: 1,
    workspaceId: 'T1',
    kind: 'report',
    subject: '1@1',
    cycleOn: '2026-02-01',
    recipient: 'U1',
    dueAt: NOW,
    expiresOn: null,
    attempt: 0,
  },
  attempt: 1,
  to: { person: 'U1' },
  message: { text: 'Report', blocks },
})

/** Posts it to a Slack that refuses as told; what was asked of it, block types only. */
async function posted(item: Claimed, refusal: (types: readonly string[]) => string | undefined) {
  const slack = new FakeSlack(() => NOW.getTime())
  const asked: string[][] = []
  slack.fault = ({ body }) => {
    const blocks = JSON.parse(body.get('blocks') ?? '[]') as { type: string }[] // the client just wrote them
    const types = blocks.map((block) => block.type)
    asked.push(types)
    const error = refusal(types)
    return error === undefined ? undefined : refused(error)
  }
  const result = await post(slack.client(), createCipher(Buffer.alloc(32, 7)), item, 'U1', NOW)
  return { result, asked }
}

const knowsNoChart = (types: readonly string[]) => (types.includes(chart.type) ? 'invalid_blocks' : undefined)

test('where Slack does not know charts yet, the report comes without one', async () => {
  const { result, asked } = await posted(claimed(words, chart), knowsNoChart)
  expect(result).toMatchObject({ is: 'sent', channel: 'D1' })
  expect(asked).toEqual([['section', 'data_visualization'], ['section']])
})

test.each([
  ['blocks that are wrong without a chart', [words], 'invalid_blocks'],
  ['any other refusal', [words, chart], 'user_disabled'],
])('%s are not tried again', async (_what, blocks, reason) => {
  const { result, asked } = await posted(claimed(...blocks), () => reason)
  expect(result).toEqual({ is: 'refused', reason })
  expect(asked).toHaveLength(1)
})

test('a report that is refused without its chart too is refused', async () => {
  const { result, asked } = await posted(claimed(words, chart), () => 'invalid_blocks')
  expect(result).toEqual({ is: 'refused', reason: 'invalid_blocks' })
  expect(asked).toHaveLength(2)
})
