import { afterEach, describe, expect, test } from 'vitest'
import type { PeopleClient } from '../../src/sandbox/host.ts'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
afterEach(() => running.stop())

describe('loading a company', () => {
  test('tells the old workspace, starts the app anew and sets up before it is ready', async () => {
    const steps: unknown[] = []
    let isFirst = true
    const setUp = async () => {
      if (!isFirst) steps.push(['set up', (await running.control('')).status])
      isFirst = false
    }
    running = await aSandbox({
      rehearsal: { setUp },
      restart: async (sandbox) => {
        const { body } = await sandbox.api('auth.test')
        steps.push(['restart', body['team_id']])
      },
    })
    running.app = async (_request, response, body) => {
      const { team_id, event } = JSON.parse(body)
      steps.push([event.type, team_id, (await running.api('auth.test')).body['error']])
      response.end()
    }
    await running.api('chat.postMessage', { channel: 'U01', text: 'old' })
    await running.control('/faults', { method: 'auth.test', fault: 'error', count: 9 })
    await running.control('/faults', undefined, 'DELETE')
    await running.control('/faults', { method: 'chat.update', fault: 'error' })
    await running.control('/simulate', { on: false })
    await running.control('/clock', { by: 'P1Y' })
    steps.length = 0
    const { status, body } = await running.control('/company', {
      name: 'csv',
      seed: 7,
      csv: 'id\n1',
      kind: 'reverse',
      extra: 1,
    })
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { company: 'csv', seed: 7, team_id: 'T0SANDBOX0002', simulate: false },
    })
    expect(body['now']).toMatch(/^2026-01-05T14:00:0/)
    expect(steps).toEqual([
      ['app_uninstalled', 'T0SANDBOX0001', 'account_inactive'],
      ['restart', 'T0SANDBOX0002'],
      ['set up', 503],
    ])
    const { body: ledger } = await running.control<{ calls: object[] }>('/ledger')
    expect(ledger.calls).toMatchObject([{ n: 1, method: 'auth.test' }])
    expect(running.sandbox.people.conversations('U01')[0]?.messages).toEqual([])
    expect((await running.api('chat.update', { channel: 'D01', ts: '1' })).body).toMatchObject({
      error: 'message_not_found',
    })
  })

  test('sets up by the people’s own keyboard, at the same instants each time', async () => {
    const setUp = async (_company: unknown, people: PeopleClient) => {
      await people.command('U09', 'lead add @Dana Kim')
      await people.command('U08', 'people')
    }
    running = await aSandbox({ rehearsal: { setUp } })
    running.app = async (_request, response, body) => {
      response.end()
      const form = new URLSearchParams(body)
      const channel = form.get('user_id')
      if (channel) await running.api('chat.postMessage', { channel, text: `${form.get('text')}` })
    }
    const instants = []
    for (let i = 0; i < 2; i += 1) {
      await running.control('/company', { name: 'sachse-2016' })
      const { body } = await running.control<{ calls: { at: string; arguments: { text: string } }[] }>('/ledger')
      instants.push(body.calls.map((call) => [call.at, call.arguments.text]))
    }
    expect(instants[0]).toEqual([
      ['2026-01-05T14:00:00Z', 'lead add <@U08|dana.kim>'],
      ['2026-01-05T14:00:01Z', 'people'],
    ])
    expect(instants[1]).toEqual(instants[0])
    expect((await running.control('')).body).toMatchObject({ team_id: 'T0SANDBOX0003' })
  })

  test('that fails half way says why, and another company can be loaded', async () => {
    let fails = false
    const setUp = async () => {
      if (fails) throw new Error('the lead was refused')
    }
    running = await aSandbox({ rehearsal: { setUp } })
    fails = true
    expect((await running.control('/company', { name: 'sachse-2016' })).body).toEqual({ error: 'the lead was refused' })
    expect(await running.control('')).toMatchObject({
      status: 503,
      body: { error: 'The company could not be set up: the lead was refused' },
    })
    fails = false
    expect((await running.control('/company', { name: 'sachse-2016' })).body).toMatchObject({
      team_id: 'T0SANDBOX0003',
    })
  })

  test('of a file that cannot be set up says why and leaves the default company, not none', async () => {
    const setUp = async (company: { readonly name: string }) => {
      if (company.name === 'csv') throw new Error('the list was refused')
    }
    running = await aSandbox({ rehearsal: { setUp } })
    expect((await running.control('/company', { name: 'csv', csv: 'id\n1' })).body).toEqual({
      error: 'the list was refused',
    })
    expect(await running.control('')).toMatchObject({ status: 200, body: { company: 'sachse-2016' } })
  })
})
