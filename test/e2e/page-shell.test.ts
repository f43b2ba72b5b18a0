import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { eventually, hasBrowser, hasFocus, useBrowser } from '../sandbox/page/browser.ts'
import { message } from '../sandbox/page/conversations.ts'
import { startFixture } from '../sandbox/page/fixture.ts'

const browser = useBrowser()

describe.skipIf(!hasBrowser)('the page', { timeout: 30_000 }, () => {
  beforeAll(browser.start, 60_000)
  afterAll(browser.stop)
  afterEach(async () => expect(await browser.leave()).toEqual([]))

  test('begins as the first who is no lead, and marks what is read', async () => {
    const { page, fixture } = await browser.open()
    expect(await page.locator('#you-name').textContent()).toBe('Ana Ruiz')
    await eventually(() => fixture.posts.find(({ path }) => path === '/read')?.body).toEqual({
      user: 'U01',
      channel: 'D01',
    })
    expect(await page.getByRole('link', { name: 'Messages' }).first().textContent()).not.toContain('unread')
    expect(await page.getByRole('link', { name: /Robert and you/ }).textContent()).toContain('2 unread')
  })

  test('completes commands with the arrow keys, from the hint and from what help has said', async () => {
    const { page, fixture } = await browser.open()
    const say = page.getByRole('combobox', { name: 'Type /mentor' })
    await say.pressSequentially('/men')
    const options = page.getByRole('listbox', { name: 'Commands' }).getByRole('option')
    expect(await options.locator('.option-words > span:first-child').allTextContents()).toEqual([
      '/mentor',
      '/mentor help',
      '/mentor join',
      '/mentor leave',
      '/mentor status',
      '/mentor topic',
    ])
    expect(await options.last().textContent()).toContain('choose another topic')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect(await say.inputValue()).toBe('/mentor status ')
    await page.keyboard.press('Enter')
    await eventually(() => fixture.posts.find(({ path }) => path === '/command')?.body).toEqual({
      user: 'U01',
      channel: 'D01',
      text: 'status',
    })
    await page.getByText('You asked for status.').waitFor()
    expect(await page.locator('.typed').textContent()).toBe('/mentor status')
  })

  test('gives a refused command back with the sentence of the server', async () => {
    const { page } = await browser.open()
    const say = page.getByRole('combobox', { name: 'Type /mentor' })
    await say.fill('/mentor bad')
    await page.keyboard.press('Enter')
    await page.getByText('The sandbox did not like that.').waitFor()
    expect(await say.inputValue()).toBe('/mentor bad')
  })

  test('lets one become anybody by searching, and write in a group', async () => {
    const { page, fixture } = await browser.open()
    await page.locator('#you-button').click()
    await page.keyboard.type('kowal')
    await page.keyboard.press('Enter')
    await eventually(() => page.locator('#you-name').textContent()).toBe('Robert Kowalski')
    expect(await hasFocus(page.locator('#you-button'))).toBe(true)
    await page.goto(`${fixture.origin}/#U01/G01`)
    await page.getByRole('heading', { name: 'Robert and you' }).waitFor()
    await page.getByRole('combobox', { name: 'Write, or type /mentor' }).fill('Tuesday?')
    await page.keyboard.press('Enter')
    await eventually(() => fixture.posts.find(({ path }) => path === '/message')?.body).toEqual({
      user: 'U01',
      channel: 'G01',
      text: 'Tuesday?',
    })
  })

  test('shows Home and posts its buttons with the id of the view', async () => {
    const { page, fixture } = await browser.open()
    await page.getByRole('navigation', { name: 'Vice Versa' }).getByRole('link', { name: 'Home' }).click()
    await page.getByRole('button', { name: 'Change my answers' }).click()
    await eventually(() => fixture.posts.find(({ path }) => path === '/action')?.body).toEqual({
      user: 'U01',
      view_id: 'VHOME',
      action_id: 'home.join',
      block_id: 'home',
      value: 'p1',
    })
  })

  test('reads a new message out and leaves what stands there untouched', async () => {
    const { page, fixture } = await browser.open()
    const button = page.getByRole('button', { name: 'We met' })
    await button.focus()
    const log = page.getByRole('log')
    await eventually(() => log.getAttribute('aria-live')).toBe('polite')
    fixture.add('U01', message('2026-01-05T14:01:00Z', 'Something new'))
    fixture.tell()
    await page.getByText('Something new').waitFor()
    expect(await hasFocus(button)).toBe(true)
    const below = page.getByRole('button', { name: 'New message below' })
    await below.click()
    await eventually(() => below.isVisible()).toBe(false)
    const bottomOf = (text: string) => page.getByText(text).evaluate((node) => node.getBoundingClientRect().bottom)
    expect(await bottomOf('Something new')).toBeLessThan(900)
    fixture.add('U01', message('2026-01-05T14:02:00Z', 'And one more'))
    fixture.tell()
    await eventually(() => bottomOf('And one more')).toBeLessThan(900)
    expect(await below.isVisible()).toBe(false)
  })

  test('shows the traffic of both directions, and closing it gives the focus back', async () => {
    const { page } = await browser.open()
    await page.getByRole('button', { name: 'Traffic' }).click()
    const drawer = page.getByRole('complementary', { name: 'Traffic' })
    await drawer.getByText('app_home_opened').waitFor()
    expect(await drawer.locator('.call-refused').allTextContents()).toEqual(['status-429'])
    await drawer.locator('summary').nth(1).click()
    expect(JSON.parse((await drawer.locator('.call-json').textContent()) ?? '')).toEqual({
      channel: 'D01',
      n: 4,
      on: true,
    })
    await drawer.getByRole('button', { name: /Slack to app/ }).click()
    expect(await drawer.locator('.call').count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await hasFocus(page.getByRole('button', { name: 'Traffic' }))).toBe(true)
  })

  test('arms a fault and disarms it', async () => {
    const { page, fixture } = await browser.open()
    await page.getByRole('button', { name: 'Traffic' }).click()
    await page.getByText('Arm a fault').click()
    await page.locator('#fault-kind').selectOption('status-429')
    await page.getByRole('button', { name: 'Arm it' }).click()
    await eventually(() => fixture.posts.at(-1)).toEqual({
      path: '/faults',
      method: 'POST',
      body: { method: 'chat.postMessage', fault: 'status-429', count: 3 },
    })
    await page.getByText('Armed: status-429').click()
    await page.getByRole('button', { name: 'Disarm' }).click()
    await eventually(() => fixture.posts.at(-1)?.method).toBe('DELETE')
  })

  test('moves into another company, says so meanwhile and begins anew there', async () => {
    const { page, fixture } = await browser.open()
    const { promise, resolve: arrive } = Promise.withResolvers<void>()
    fixture.world.held = promise
    await page.getByRole('button', { name: 'Change the company' }).click()
    await page.getByRole('radio', { name: /GE 1999/ }).check()
    await page.getByLabel('Seed').fill('7')
    await page.getByRole('button', { name: 'Move in' }).click()
    await page.getByRole('heading', { name: 'A company is moving in' }).waitFor()
    arrive()
    await page.locator('#waiting').waitFor({ state: 'hidden' })
    expect(fixture.posts.find(({ path }) => path === '/company')?.body).toEqual({ name: 'ge-1999', seed: 7 })
    await eventually(() => page.locator('#company-name').textContent()).toBe('GE 1999')
  })

  test('makes a company of a file, with names of columns and a kind', async () => {
    const { page, fixture } = await browser.open()
    await page.getByRole('button', { name: 'Change the company' }).click()
    await page.getByRole('radio', { name: /A file of your own/ }).check()
    await page.getByRole('button', { name: 'Move in' }).click()
    await page.getByText('Choose a file first').waitFor()
    await page
      .getByLabel('File of people')
      .setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from('Nr\n1\n') })
    await page.getByText('The columns have other names').click()
    await page.getByLabel('id', { exact: true }).fill('Nr')
    await page.getByLabel('Kind of program').selectOption('reciprocal')
    await page.getByRole('button', { name: 'Move in' }).click()
    await eventually(() => fixture.posts.find(({ path }) => path === '/company')?.body).toEqual({
      name: 'csv',
      seed: 1,
      csv: 'Nr\n1\n',
      mapping: { id: 'Nr' },
      kind: 'reciprocal',
    })
    await page.locator('#waiting').waitFor({ state: 'hidden' })
  })

  test('waits for a server that restarts and goes on by itself', async () => {
    const { page, fixture } = await browser.open()
    await fixture.close()
    await page.getByRole('heading', { name: 'The sandbox does not answer' }).waitFor()
    const again = await startFixture(fixture.port)
    again.add('U01', message('2026-01-05T14:01:00Z', 'Back again'))
    await page.getByText('Back again').waitFor({ timeout: 15_000 })
    expect(await page.locator('#waiting').isHidden()).toBe(true)
    await again.close()
  })
})
