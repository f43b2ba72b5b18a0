import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { eventually, hasBrowser, hasFocus, useBrowser } from '../sandbox/page/browser.ts'
import type { Fixture } from '../sandbox/page/fixture.ts'

const browser = useBrowser()
const moves = (fixture: Fixture) => fixture.posts.filter(({ path }) => path === '/clock').map(({ body }) => body['to'])

describe.skipIf(!hasBrowser)('the clock', { timeout: 30_000 }, () => {
  beforeAll(browser.start, 60_000)
  afterAll(browser.stop)
  afterEach(async () => expect(await browser.leave()).toEqual([]))

  test("shows the day and the hour in the company's zone", async () => {
    const { page } = await browser.open()
    expect(await page.locator('#clock-day').textContent()).toBe('Monday, 5 January 2026')
    expect(await page.locator('#clock-hour').textContent()).toBe('09:00 in Detroit')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.locator('#clock-day').innerText()).toBe('Monday, 5 January 2026')
  })

  test('goes to the next morning, and to the first morning of the next month', async () => {
    const { page, fixture } = await browser.open()
    await page.getByRole('button', { name: 'Next day' }).click()
    await eventually(() => page.locator('#clock-day').textContent()).toBe('Tuesday, 6 January 2026')
    await page.getByRole('button', { name: 'Next month' }).click()
    await eventually(() => moves(fixture)).toEqual(['2026-01-06T14:00:00.000Z', '2026-02-01T14:00:00.000Z'])
  })

  test('goes day by day until a message has come for the person one is, and no further', async () => {
    const { page, fixture } = await browser.open()
    await page.getByRole('button', { name: 'Next prompt' }).first().click()
    await page.getByText('January: technology').first().waitFor()
    expect(moves(fixture).at(-1)).toBe('2026-01-09T14:00:00.000Z')
    expect(moves(fixture)).toHaveLength(4)
    expect(await page.locator('#clock-hour').textContent()).toBe('09:21 in Detroit')
    await eventually(() => page.getByRole('img', { name: /the app wrote on 2 days/ }).count()).toBe(1)
    await eventually(() => hasFocus(page.locator('#clock-next'))).toBe(true)
  })

  test('gives up after forty days in which nothing came, and says so', async () => {
    const { page, fixture } = await browser.open({ hash: '#U03' })
    await page.getByRole('button', { name: 'Next prompt' }).first().click()
    await page.getByText('No message for Robert in 40 days. 1 went to others.').waitFor()
    expect(moves(fixture)).toHaveLength(40)
  })

  test('runs a year week by week, tells of it, and stops where one says', async () => {
    const { page, fixture } = await browser.open()
    await page.getByRole('button', { name: 'Run a year' }).click()
    await page.getByRole('heading', { name: 'The year has run' }).waitFor()
    expect(await page.locator('.running-day').textContent()).toBe('Tuesday, 5 January 2027')
    expect(await page.locator('.happened-now').textContent()).toContain('January: technology')
    expect(moves(fixture)).toHaveLength(53)
    await page.getByRole('link', { name: 'Read the messages' }).click()
    await page.getByText('January: technology').first().waitFor()
  })

  test('stops a running year after the week that runs', async () => {
    const { page, fixture } = await browser.open()
    const { promise, resolve: arrive } = Promise.withResolvers<void>()
    fixture.world.held = promise
    await page.getByRole('button', { name: 'Run a year' }).click()
    await page.getByRole('button', { name: 'Stop here' }).click()
    arrive()
    await page.getByRole('heading', { name: 'Stopped' }).waitFor()
    expect(moves(fixture)).toHaveLength(1)
  })
})
