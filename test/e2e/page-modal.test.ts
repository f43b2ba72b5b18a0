import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { eventually, hasBrowser, hasFocus, useBrowser } from '../sandbox/page/browser.ts'
import type { Fixture } from '../sandbox/page/fixture.ts'

const browser = useBrowser()
const last = (fixture: Fixture, path: string) => fixture.posts.findLast((post) => post.path === path)?.body

async function join() {
  const opened = await browser.open()
  await opened.page.getByRole('combobox', { name: 'Type /mentor' }).fill('/mentor join')
  await opened.page.keyboard.press('Enter')
  const modal = opened.page.getByRole('dialog', { name: 'Join Generations 2026' })
  await modal.waitFor()
  return { ...opened, modal }
}

const submit = (page: Page) => page.getByRole('button', { name: 'Join and accept' }).click()

async function fillWhatIsNeeded(page: Page) {
  await page.getByRole('radio', { name: 'Guide' }).press('Space')
  await page.getByRole('combobox', { name: 'I can offer' }).fill('exc')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'My site' }).click()
  await page.getByRole('option', { name: 'Flint' }).click()
}

describe.skipIf(!hasBrowser)('a modal', { timeout: 30_000 }, () => {
  beforeAll(browser.start, 60_000)
  afterAll(browser.stop)
  afterEach(async () => expect(await browser.leave()).toEqual([]))

  test('opens on its first field, closes with escape through the app and gives the focus back', async () => {
    const { page, fixture, modal } = await join()
    expect(await hasFocus(page.getByRole('radio', { name: 'Guide' }))).toBe(true)
    await page.keyboard.press('Escape')
    await modal.waitFor({ state: 'hidden' })
    expect(last(fixture, '/close')).toEqual({ user: 'U01', view_id: 'V1' })
    expect(await hasFocus(page.getByRole('combobox', { name: 'Type /mentor' }))).toBe(true)
  })

  test('says beside each field what is missing, and asks the app only when nothing is', async () => {
    const { page, fixture } = await join()
    await submit(page)
    const offers = page.getByRole('combobox', { name: 'I can offer' })
    expect(await offers.getAttribute('aria-invalid')).toBe('true')
    expect(await hasFocus(page.getByRole('radiogroup', { name: 'I come as' }))).toBe(true)
    expect(last(fixture, '/submit')).toBeUndefined()
  })

  test('posts every kind of field as a plain value', async () => {
    const { page, fixture, modal } = await join()
    await fillWhatIsNeeded(page)
    await page.getByRole('combobox', { name: 'Rather with' }).fill('mei')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Rather not with' }).fill('luis')
    await page.keyboard.press('Enter')
    await page.getByLabel('From (optional)').fill('2026-02-02')
    await page.getByLabel('Best hour (optional)').fill('10:30')
    await page.getByLabel('First talk (optional)').fill('2026-02-03T10:00')
    await page.getByRole('checkbox', { name: 'Tuesday' }).check()
    await page.getByLabel('Why (optional)').fill('To learn\nand to tell')
    await page.getByLabel('Years here (optional)').fill('7')
    await page.getByLabel('Mail (optional)').fill('ana@example.com')
    await page.getByLabel('Page (optional)').fill('https://example.com')
    await page
      .getByLabel('List (optional)')
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('id\n1\n') })
    await submit(page)
    await modal.waitFor({ state: 'hidden' })
    expect(last(fixture, '/submit')).toEqual({
      user: 'U01',
      view_id: 'V1',
      values: {
        role: { role: 'guide' },
        offers: { offers: ['excel'] },
        site: { site: 'flint' },
        with: { with: 'U04' },
        without: { without: ['U05'] },
        start: { start: '2026-02-02' },
        hour: { hour: '10:30' },
        first: { first: String(Date.parse('2026-02-03T15:00:00Z') / 1000) },
        days: { days: ['tue'] },
        why: { why: 'To learn\nand to tell' },
        nick: { nick: null },
        years: { years: '7' },
        mail: { mail: 'ana@example.com' },
        link: { link: 'https://example.com' },
      },
      files: { file: { file: { name: 'people.csv', text: 'id\n1\n' } } },
    })
  })

  test('shows the errors of the app beside their fields and takes them away again', async () => {
    const { page, fixture, modal } = await join()
    await fillWhatIsNeeded(page)
    fixture.world.errors = { offers: 'Choose something else.', nowhere: 'And this.' }
    await submit(page)
    const offers = page.getByRole('combobox', { name: 'I can offer' })
    await page.getByText('Choose something else.').waitFor()
    expect(await hasFocus(offers)).toBe(true)
    const described = (await offers.getAttribute('aria-describedby'))
      ?.split(' ')
      .map((id) => `#${id}`)
      .join(', ')
    expect(await page.locator(described ?? '').allTextContents()).toEqual([
      'Up to 3. You need not be an expert.',
      'Choose something else.',
    ])
    await modal.getByText('And this.').waitFor()
    fixture.world.errors = {}
    await submit(page)
    await modal.waitFor({ state: 'hidden' })
  })

  test('keeps what is typed while the app updates the view, and sends it along with the click', async () => {
    const { page, fixture } = await join()
    await page.getByLabel('Why (optional)').fill('Because')
    await page.getByRole('button', { name: 'More questions' }).click()
    await page.getByText('Here is more.').waitFor()
    expect(await page.getByLabel('Why (optional)').inputValue()).toBe('Because')
    expect(last(fixture, '/action')).toMatchObject({
      user: 'U01',
      view_id: 'V1',
      action_id: 'form.more',
      values: { why: { why: 'Because' } },
    })
  })

  test('an input that dispatches sends its value on enter and does not submit', async () => {
    const { page, fixture } = await join()
    await page.getByLabel('Name on the card (optional)').fill('Ana')
    await page.keyboard.press('Enter')
    await eventually(() => last(fixture, '/action')).toMatchObject({
      action_id: 'nick',
      block_id: 'nick',
      value: 'Ana',
    })
    expect(last(fixture, '/submit')).toBeUndefined()
  })

  test('three views stack up and come back one by one, with what was typed', async () => {
    const { page, fixture } = await join()
    await page.getByLabel('Why (optional)').fill('Still here')
    await page.getByRole('button', { name: 'Read the rules' }).click()
    await page.getByRole('dialog', { name: 'The rules' }).waitFor()
    await page.getByRole('button', { name: 'Once more' }).click()
    await eventually(() => page.locator('#modal').getAttribute('data-depth')).toBe('3')
    await page.keyboard.press('Escape')
    await eventually(() => page.locator('#modal').getAttribute('data-depth')).toBe('2')
    await page.getByRole('button', { name: 'Not now' }).click()
    await page.getByRole('dialog', { name: 'Join Generations 2026' }).waitFor()
    expect(await page.getByLabel('Why (optional)').inputValue()).toBe('Still here')
    expect(fixture.posts.filter(({ path }) => path === '/close').map(({ body }) => body['view_id'])).toEqual([
      'V3',
      'V2',
    ])
  })
})
