import type { App } from '@slack/bolt'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { eventually, hasBrowser, useBrowser } from '../sandbox/page/browser.ts'
import { button, actions, plain, section } from '../sandbox/page/text-blocks.ts'
import { withBolt } from '../sandbox/support/bolt.ts'
import type { Running } from '../sandbox/support/server.ts'

const browser = useBrowser()
let running: Running
const opened: number[] = []

const field = (block_id: string, label: string, element: object) => ({
  type: 'input',
  block_id,
  label: plain(label),
  element: { action_id: block_id, ...element },
})

const form = {
  type: 'modal' as const,
  callback_id: 'join',
  title: plain('Join') as { type: 'plain_text'; text: string },
  submit: plain('Join now') as { type: 'plain_text'; text: string },
  blocks: [
    field('why', 'Why', { type: 'plain_text_input' }),
    field('when', 'When', { type: 'datetimepicker' }),
    field('who', 'With whom', { type: 'multi_users_select' }),
  ] as never[],
}

const homeView = (text: string) => ({
  type: 'home' as const,
  // Blocks of a test's own making: the sandbox checks them.
  blocks: [section(text), actions('home', button('home.again', 'Once more'))] as never[],
})

/** A small app that does one of each thing the page has to show. */
function listen(app: App): void {
  app.command('/mentor', async ({ command, ack, client }) => {
    if (command.text === 'join') {
      await ack()
      await client.views.open({ trigger_id: command.trigger_id, view: form })
    } else await ack(`You typed ${command.text}.`)
  })
  app.view('join', async ({ ack, view, body, client }) => {
    const why = view.state.values['why']?.['why']?.value ?? ''
    if (why === 'no') return await ack({ response_action: 'errors', errors: { why: 'Say it in other words.' } })
    await ack()
    const { when, who } = view.state.values
    const text = `${why}, ${when?.['when']?.selected_date_time}, ${who?.['who']?.selected_users?.join()}`
    const blocks = [section(text), actions('answers', button('met', 'We met', { value: 'v1' }))] as never[]
    return void (await client.chat.postMessage({ channel: body.user.id, text, blocks }))
  })
  app.action('met', async ({ ack, respond }) => {
    await ack()
    await respond({ text: 'Saved.', replace_original: true })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return
    opened.push(1)
    await client.views.publish({ user_id: event.user, view: homeView(`Opened ${opened.length} times`) })
  })
  app.action('home.again', async ({ ack, body, client }) => {
    await ack()
    await client.views.publish({ user_id: body.user.id, view: homeView('Published by a click') })
  })
}

describe.skipIf(!hasBrowser)('the page on the real sandbox', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    await browser.start()
    running = await withBolt('http', listen)
  }, 60_000)
  afterAll(async () => {
    await browser.stop()
    await running.stop()
  })
  afterEach(async () => expect(await browser.leave()).toEqual([]))

  test('a command opens a modal, its answers reach the app, and the message that follows can be clicked', async () => {
    const page = await browser.visit(running.origin)
    await page.locator('#say').fill('/mentor join')
    await page.keyboard.press('Enter')
    await page.getByLabel('Why').fill('no')
    await page.getByLabel('When').fill('2026-07-01T10:00')
    const whom = page.getByRole('combobox', { name: 'With whom' })
    await whom.click()
    // below the last field is no room: all names stand above it, not one and a half of them below
    expect((await page.getByRole('listbox').boundingBox())?.height).toBeGreaterThan(150)
    await whom.fill('okoro')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Join now' }).click()
    await page.getByText('Say it in other words.').waitFor()
    await page.getByLabel('Why').fill('To learn')
    await page.getByRole('button', { name: 'Join now' }).click()
    await page.locator('#modal').waitFor({ state: 'hidden' })
    await page.getByText(`To learn, ${Date.parse('2026-07-01T14:00:00Z') / 1000}, U03`).waitFor()
    await page.getByRole('button', { name: 'We met' }).click()
    await page.getByText('Saved.').waitFor()
  })

  test('an ephemeral answer is marked, and the traffic shows both directions', async () => {
    const page = await browser.visit(running.origin)
    await page.locator('#say').fill('/mentor hello')
    await page.keyboard.press('Enter')
    await page.locator('.message-ephemeral.message-app', { hasText: 'You typed hello.' }).waitFor()
    await page.getByRole('button', { name: 'Traffic' }).click()
    await page.locator('.call-from-slack .call-method', { hasText: 'mentor' }).first().waitFor()
    await page.locator('.call:not(.call-from-slack) .call-method', { hasText: 'auth.test' }).first().waitFor()
    expect(await page.locator('.call-refused').allTextContents()).toEqual([])
  })

  test('Home is opened once, not again by its own publication, and follows what a click publishes', async () => {
    const page = await browser.visit(running.origin)
    const before = opened.length
    await page.getByRole('navigation', { name: 'Vice Versa' }).getByRole('link', { name: 'Home' }).click()
    await page.getByText(`Opened ${before + 1} times`).waitFor()
    await page.getByRole('button', { name: 'Once more' }).click()
    await page.getByText('Published by a click').waitFor()
    await page.getByRole('button', { name: 'Once more' }).click()
    expect(opened.length).toBe(before + 1)
  })

  test('the clock moves and the company can be loaded anew', async () => {
    const page = await browser.visit(running.origin)
    await page.locator('#say').fill('/mentor hello')
    await page.keyboard.press('Enter')
    await page.locator('.typed').waitFor()
    await page.getByRole('button', { name: 'Next day' }).click()
    await eventually(() => page.locator('#clock-day').textContent()).toBe('Tuesday, 6 January 2026')
    await page.getByRole('button', { name: 'Change the company' }).click()
    await page.getByRole('button', { name: 'Move in' }).click()
    await eventually(() => page.locator('#clock-day').textContent()).toBe('Monday, 5 January 2026')
    await page.locator('#waiting').waitFor({ state: 'hidden' })
    await eventually(() => page.getByText('No messages yet').or(page.locator('.welcome')).first().isVisible()).toBe(
      true,
    )
    // whoever has this id now is another person, who typed nothing
    expect(await page.locator('.typed').count()).toBe(0)
  })
})
