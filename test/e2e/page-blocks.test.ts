import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { eventually, hasBrowser, useBrowser } from '../sandbox/page/browser.ts'

const browser = useBrowser()

describe.skipIf(!hasBrowser)('blocks', { timeout: 30_000 }, () => {
  beforeAll(browser.start, 60_000)
  afterAll(browser.stop)
  afterEach(async () => expect(await browser.leave()).toEqual([]))

  test('mrkdwn becomes bold, italic, struck, code, links, names, dates, lists, quotes and preformatted text', async () => {
    const { page } = await browser.open()
    const text = page.locator('.block-text', { hasText: 'struck' })
    expect(await text.locator('strong').allTextContents()).toEqual(['bold'])
    expect(await text.locator('em').allTextContents()).toEqual(['italic'])
    expect(await text.locator('s').allTextContents()).toEqual(['struck'])
    expect(await text.locator('code').first().textContent()).toBe('code')
    expect(await text.getByRole('link', { name: 'a link' }).getAttribute('href')).toBe('https://example.com/a')
    expect(await text.locator('.mention').textContent()).toBe('@Robert Kowalski')
    expect(await text.locator('time').textContent()).toBe('5 Jan 2026 at 09:00')
    expect(await text.locator('li').allTextContents()).toEqual(['first point', 'second point'])
    expect(await text.locator('blockquote').textContent()).toBe('quoted words')
    expect(await text.locator('pre').textContent()).toBe('preformatted  text')
    expect(await text.textContent()).toContain('a&b <c> 🎉 :nonsense:')
  })

  test('rich text shows its sections, lists, quotes, people, dates and emoji', async () => {
    const { page } = await browser.open()
    const text = page.locator('.block-rich')
    expect(await text.locator('.rich-section').first().textContent()).toBe(
      'Rich bold and code for @Mei Tanaka 👋 on 2026-01-05, see the page',
    )
    expect(await text.locator('ol li').allTextContents()).toEqual([
      'What did people ask you first?',
      'What would have helped?',
    ])
    expect(await text.locator('ul.indent-1 li').allTextContents()).toEqual(['deeper'])
    expect(await text.locator('blockquote').textContent()).toBe('Listen first.')
  })

  test('what somebody wrote never becomes markup, and only safe addresses become links', async () => {
    const { page, fixture } = await browser.open()
    const text = '<img src=x onerror=alert(1)> <javascript:alert(1)|press> <https://example.com/d|fine>'
    fixture.add('U01', {
      ts: '1767621640.000100',
      at: '2026-01-05T14:00:40Z',
      from: 'app',
      text,
      blocks: [],
      metadata: {},
      ephemeral: false,
    })
    fixture.tell()
    const message = page.locator('.message', { hasText: 'fine' })
    await message.waitFor()
    expect(await message.locator('.message-body img').count()).toBe(0)
    expect(await message.getByRole('link').allTextContents()).toEqual(['fine'])
  })

  test('a data table turns its pages', async () => {
    const { page } = await browser.open()
    const table = page.locator('.data-table')
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['January', 'February'])
    await table.getByRole('button', { name: 'Further rows' }).click()
    await table.getByRole('button', { name: 'Further rows' }).press('Enter')
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['May'])
    expect(await table.getByRole('status').textContent()).toBe('5 to 5 of 5')
    await table.getByRole('button', { name: 'Earlier rows' }).click()
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['March', 'April'])
  })

  test('every chart says its numbers in words and as a table', async () => {
    const { page } = await browser.open()
    const bar = page.getByRole('img', {
      name: 'Talks as bar. January: Met 9, No answer 1. February: Met 8, No answer 2. March: Met 7, No answer 3',
    })
    expect(await bar.locator('rect.chart-fill').count()).toBe(6)
    expect(await page.getByRole('img', { name: 'Talks as line.' }).locator('polyline').count()).toBe(2)
    expect(await page.getByRole('img', { name: 'Talks as area.' }).locator('polygon').count()).toBe(2)
    expect(
      await page.getByRole('img', { name: 'Talks as pie. January: 2. February: 3. March: 4' }).locator('path').count(),
    ).toBe(3)
    const figure = page.locator('figure', { hasText: 'Talks as bar' })
    await figure.getByText('Show the chart as a table').click()
    expect(await figure.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(['9', '1'])
  })

  test('a shared file can be downloaded and a picture of the app is shown', async () => {
    const { page } = await browser.open()
    const link = page.getByRole('link', { name: /People/ })
    expect(await link.getAttribute('download')).toBe('people.csv')
    const download = page.waitForEvent('download')
    await link.click()
    expect((await download).suggestedFilename()).toBe('people.csv')
    const picture = page.getByRole('img', { name: 'A small square' })
    await picture.scrollIntoViewIfNeeded()
    await eventually(() => picture.evaluate((node) => 'naturalWidth' in node && node.naturalWidth)).toBe(60)
  })

  test('an answer for one person is marked so, and a block the page does not know is named', async () => {
    const { page } = await browser.open()
    expect(await page.locator('.message-ephemeral').textContent()).toContain('Only visible to you')
    expect(await page.locator('.unknown').textContent()).toContain('block of type card')
  })
})
