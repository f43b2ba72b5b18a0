import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refused, status } from './support/fake-slack.ts'
import { DAY, HOUR, KINDS, MINUTE, MONDAY_NINE, openStage, type Stage } from './support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.clear())
afterAll(() => stage.close())

const after = (ms: number) => stage.clock.advanceTo(MONDAY_NINE + ms)

describe('once', () => {
  test('what is planned twice is sent once, and says where it stands', async () => {
    await stage.due({ recipient: 'U1' }, { recipient: 'U2' })
    stage.started()
    await after(MINUTE)
    await stage.due({ recipient: 'U1' }, { recipient: 'U2' })
    await after(2 * DAY)
    expect(stage.slack.accepted.map((m) => m.to)).toEqual(['U1', 'U2'])
    expect(await stage.rows()).toEqual([
      { state: 'sent', reason: null, ts: stage.slack.accepted[0]?.ts, channel: 'D1' },
      { state: 'sent', reason: null, ts: stage.slack.accepted[1]?.ts, channel: 'D2' },
    ])
  })

  test('a message carries its key and nothing that says what it is about', async () => {
    await stage.due({ recipient: 'U1', subject: '4711' })
    stage.started()
    await after(MINUTE)
    const [post] = stage.slack.posts()
    expect(post?.body.get('metadata')).toMatch(
      /^\{"event_type":"vice_versa","event_payload":\{"key":"[0-9a-f]{24}"\}\}$/u,
    )
    expect([post?.body.get('unfurl_links'), post?.body.get('unfurl_media')]).toEqual(['false', 'false'])
  })

  test('a bell sends at once what became due while it slept', async () => {
    const delivery = stage.started()
    await after(HOUR)
    await stage.due({ recipient: 'U1' })
    delivery.wake()
    await after(HOUR)
    expect(stage.slack.accepted.map((m) => m.at)).toEqual([MONDAY_NINE + HOUR])
  })

  test('it sleeps until the next thing is due: no round in between', async () => {
    await stage.due({ recipient: 'U1', dueAt: new Date(MONDAY_NINE + 3 * DAY) })
    stage.started()
    await after(3 * DAY - 1)
    const before = stage.clock.jumps
    await after(3 * DAY)
    expect([before, stage.clock.jumps, stage.slack.accepted.length]).toEqual([0, 1, 1])
  })
})

describe('when', () => {
  test.each([
    ['Asia/Kathmandu', '2026-02-02T09:00:00Z'], // 14:45 there
    ['Pacific/Apia', '2026-02-02T20:00:00Z'],
    ['Pacific/Kiritimati', '2026-02-02T19:00:00Z'],
    ['America/New_York', '2026-02-02T14:00:00Z'],
  ])('somebody in %s gets it at %s', async (tz, at) => {
    stage.people.set('U1', { tz })
    await stage.due({ recipient: 'U1' })
    stage.started()
    await after(2 * DAY)
    expect(stage.slack.accepted.map((m) => new Date(m.at).toISOString().replace('.000', ''))).toEqual([at])
  })

  test('the answer to what somebody did comes at once, at any hour', async () => {
    stage.people.set('U1', { tz: 'Pacific/Apia' })
    await stage.due({ recipient: 'U1', kind: 'answer' })
    stage.started()
    await after(0)
    expect(stage.slack.textsTo('U1')).toEqual(['answer 1'])
  })

  test("a program's holiday is no working day, and a day that is past is not written to", async () => {
    const prompt = KINDS.prompt
    if (!prompt) throw new Error('no prompt')
    const holidays = ['2026-02-02', '2026-02-03']
    const onHoliday = {
      ...prompt,
      render: async (...all: Parameters<typeof prompt.render>) => ({ ...(await prompt.render(...all)), holidays }),
    }
    await stage.due({ recipient: 'U1', expiresOn: '2026-02-04' }, { recipient: 'U2', expiresOn: '2026-02-03' })
    stage.started({ kinds: { prompt: onHoliday } })
    await after(7 * DAY)
    expect(stage.slack.accepted.map((m) => [m.to, m.at])).toEqual([['U1', MONDAY_NINE + 2 * DAY]])
    expect((await stage.rows())[1]).toMatchObject({ state: 'skipped', reason: 'expired' })
  })

  test('two a day to a person, the more urgent first; the rest wait for the next working days', async () => {
    const kinds = ['check_in', 'prompt', 'introduction', 'ending', 'office']
    await stage.due(...kinds.map((kind) => ({ recipient: 'U1', kind, cycleOn: '2026-02-06' })))
    stage.started()
    await after(HOUR)
    expect(stage.slack.textsTo('U1')).toEqual(['ending 1', 'introduction 1', 'office 1'])
    await after(DAY + HOUR)
    expect(stage.slack.textsTo('U1').slice(3)).toEqual(['prompt 1', 'check_in 1'])
    expect(stage.slack.accepted.at(-1)?.at).toBeGreaterThanOrEqual(MONDAY_NINE + DAY)
  })

  test('what came earlier in the day counts, also in a group and also after a restart', async () => {
    stage.people.set('U1', { groups: ['pair:1'] })
    await stage.due({ recipient: 'pair:1', kind: 'introduction', subject: 'U1,U2' }, { recipient: 'U1' })
    const first = stage.started()
    await after(HOUR)
    await first.stop()
    await stage.due({ recipient: 'U1', subject: '2' }, { recipient: 'U2', subject: '2' })
    stage.started()
    await after(2 * HOUR)
    expect([stage.slack.textsTo('U1'), stage.slack.textsTo('U2')]).toEqual([['prompt 1'], ['prompt 2']])
    await after(DAY)
    expect(stage.slack.textsTo('U1')).toEqual(['prompt 1', 'prompt 2'])
  })

  test('what did not fit on Friday comes on Monday', async () => {
    const friday = new Date(MONDAY_NINE + 4 * DAY)
    await stage.due(...['1', '2', '3'].map((subject) => ({ recipient: 'U1', subject, dueAt: friday })))
    stage.started()
    await after(10 * DAY)
    expect(stage.slack.accepted.map((m) => new Date(m.at).getUTCDate())).toEqual([6, 6, 9])
  })

  test('a group message counts for everybody in it', async () => {
    stage.people.set('U1', { groups: ['pair:1'] })
    stage.people.set('U2', { groups: ['pair:1'] })
    await stage.due(
      { recipient: 'pair:1', kind: 'introduction', subject: 'U1,U2' },
      { recipient: 'U1', subject: '1' },
      { recipient: 'U1', subject: '2' },
      { recipient: 'U2', subject: '1', cycleOn: '2026-02-01' },
    )
    stage.started()
    await after(HOUR)
    expect([stage.slack.textsTo('GU1U2'), stage.slack.textsTo('U1'), stage.slack.textsTo('U2')]).toEqual([
      ['introduction U1,U2'],
      ['prompt 1'],
      ['prompt 1'],
    ])
    await after(DAY)
    expect(stage.slack.textsTo('U1')).toEqual(['prompt 1', 'prompt 2'])
  })

  test('a group waits for an hour that suits all, and its conversation is opened once', async () => {
    stage.people.set('U2', { tz: 'America/New_York' })
    await stage.due({ recipient: 'pair:1', kind: 'introduction', subject: 'U1,U2' })
    await stage.due({ recipient: 'pair:1', kind: 'ending', subject: 'U1,U2' })
    stage.started()
    await after(DAY)
    expect(stage.slack.accepted.map((m) => m.at)).toEqual([MONDAY_NINE + 5 * HOUR, MONDAY_NINE + 5 * HOUR + 1000])
    expect(stage.slack.calls.filter((c) => c.method === 'conversations.open')).toHaveLength(1)
  })
})

describe('to whom', () => {
  test('nobody who is not active when it is sent: also where that changed while it waited', async () => {
    const later = new Date(MONDAY_NINE + HOUR)
    await stage.due({ recipient: 'U1', dueAt: later }, { recipient: 'U2', dueAt: later })
    stage.started()
    await after(HOUR - 1)
    stage.people.set('U1', { isActive: false })
    await after(DAY)
    expect(stage.slack.accepted.map((m) => m.to)).toEqual(['U2'])
    expect((await stage.rows())[0]).toMatchObject({ state: 'skipped', reason: 'recipient_gone' })
  })

  test('a group that one has left gets nothing', async () => {
    stage.people.set('U2', { isActive: false })
    await stage.due({ recipient: 'pair:1', kind: 'introduction', subject: 'U1,U2' })
    stage.started()
    await after(DAY)
    expect([stage.slack.calls.length, (await stage.rows())[0]?.state]).toEqual([0, 'skipped'])
  })

  test('a kind that no room renders any more is skipped', async () => {
    await stage.due({ recipient: 'U1', kind: 'of_last_year' })
    stage.started()
    await after(MINUTE)
    expect((await stage.rows())[0]).toMatchObject({ state: 'skipped', reason: 'kind_unknown' })
  })
})

describe('trouble', () => {
  test('one message that cannot be made is put off with a reference; the others go', async () => {
    let isBroken = true
    const prompt: (typeof KINDS)[string] = {
      priority: 40,
      isUnasked: true,
      render: async (deps, row) => {
        if (isBroken && row.recipient === 'U2')
          await deps.db
            .selectFrom('person')
            .select('nowhere' as 'name')
            .execute()
        return { to: { person: row.recipient }, message: { text: 'prompt', blocks: [] } }
      },
    }
    await stage.due({ recipient: 'U1' }, { recipient: 'U2' }, { recipient: 'U3' })
    stage.started({ kinds: { prompt } })
    await after(30_000)
    expect(stage.slack.accepted.map((m) => m.to)).toEqual(['U1', 'U3'])
    expect(stage.faults).toHaveLength(1)
    expect((await stage.rows())[1]?.reason).toMatch(/^fault:[0-9A-F]{6}$/u)
    isBroken = false
    await after(10 * MINUTE)
    expect(stage.slack.accepted.map((m) => m.to)).toEqual(['U1', 'U3', 'U2'])
  })

  test.each(['invalid_auth', 'token_revoked', 'account_inactive'])(
    '%s stops everything, leaves every row due, and is over once repaired',
    async (error) => {
      await stage.due(...['U1', 'U2', 'U3'].map((recipient) => ({ recipient })))
      stage.slack.fault = () => refused(error)
      stage.started()
      await after(30 * MINUTE)
      expect(stage.slack.calls).toHaveLength(1)
      expect((await stage.rows()).map((row) => row.state)).toEqual(['due', 'due', 'due'])
      stage.slack.fault = () => undefined
      await after(2 * HOUR)
      expect(stage.slack.accepted.map((m) => m.to).toSorted()).toEqual(['U1', 'U2', 'U3'])
    },
  )

  test.each([
    ['30', 30],
    ['1', 1],
    ['86400', 86_400],
    ['-1', 1],
    ['0', 1],
    ['abc', 60],
    [undefined, 60],
    ['Mon, 02 Feb 2026 09:00:45 GMT', 45],
  ])('Retry-After %s: not one call before %i s, also after a restart', async (header, seconds) => {
    await stage.due({ recipient: 'U1' }, { recipient: 'U2' })
    stage.slack.fault = ({ method }) =>
      method === 'chat.postMessage' && stage.slack.calls.length === 1
        ? status(429, header === undefined ? {} : { 'Retry-After': header })
        : undefined
    const first = stage.started()
    await after(500)
    await first.stop()
    stage.started()
    await after(seconds * 1000 - 1)
    expect(stage.slack.calls).toHaveLength(1)
    await after(seconds * 1000 + 2 * DAY)
    expect(stage.slack.accepted.map((m) => m.to).toSorted()).toEqual(['U1', 'U2'])
    expect(stage.slack.calls[1]?.at).toBe(MONDAY_NINE + seconds * 1000)
  })

  test('a definite refusal is final and says why', async () => {
    await stage.due({ recipient: 'U1' })
    stage.slack.fault = () => refused('user_disabled')
    stage.started()
    await after(DAY)
    expect(stage.slack.calls).toHaveLength(1)
    expect(await stage.rows()).toEqual([{ state: 'failed', reason: 'user_disabled', ts: null, channel: null }])
  })

  test('at most 300 a minute and one a second to a conversation, and no slower than that', async () => {
    await stage.due(
      ...Array.from({ length: 600 }, (_, i) => ({ recipient: `U${i}` })),
      ...['1', '2', '3'].map((subject) => ({ recipient: 'UX', kind: 'answer', subject })),
    )
    stage.started()
    await after(5 * MINUTE)
    const starts = stage.slack.posts().map((call) => call.at)
    expect(starts).toHaveLength(603)
    for (const [i, at] of starts.entries()) expect(at - (starts[i - 300] ?? 0)).toBeGreaterThanOrEqual(MINUTE)
    expect((starts.at(-1) ?? 0) - MONDAY_NINE).toBeLessThanOrEqual(2.1 * MINUTE)
    const toOne = stage.slack
      .posts()
      .filter((call) => call.body.get('channel') === 'UX')
      .map((call) => call.at - MONDAY_NINE)
    expect(toOne).toEqual([0, 1000, 2000])
  })

  test('stopping lets what is on its way end and claims nothing more', async () => {
    await stage.due({ recipient: 'U1' }, { recipient: 'U2' })
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    stage.slack.fault = async (_call, accept) => {
      await held
      return accept()
    }
    const delivery = stage.started()
    while (stage.slack.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    const stopped = delivery.stop()
    letGo()
    await stopped
    expect((await stage.rows()).map((row) => row.state)).toEqual(['sent', 'due'])
    await stage.due({ recipient: 'U3' })
    await after(DAY)
    expect(stage.slack.accepted.map((m) => m.to)).toEqual(['U1'])
  })
})
