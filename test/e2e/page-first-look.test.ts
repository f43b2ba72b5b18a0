import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { eventually, hasBrowser, useBrowser } from '../sandbox/page/browser.ts'
import { message } from '../sandbox/page/conversations.ts'

const browser = useBrowser()

const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation', exact: true })
const scrolled = (page: Page) => conversation(page).evaluate((node) => node.scrollTop)

/** Makes the window as high as leaves so many pixels of the conversation out of sight. */
async function hideBelow(page: Page, px: number): Promise<void> {
  const hidden = await conversation(page).evaluate((node) => node.scrollHeight - node.clientHeight)
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 }
  await page.setViewportSize({ width, height: height + hidden - px })
}

/** What the page shows at these points, as the browser painted it. */
async function painted(page: Page, points: readonly { readonly x: number; readonly y: number }[]): Promise<string[]> {
  const png = (await page.screenshot()).toString('base64')
  // run in the page, which can take a picture apart
  return page.evaluate<string[]>(`(async () => {
    const bytes = Uint8Array.from(atob('${png}'), (c) => c.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context.drawImage(bitmap, 0, 0)
    return ${JSON.stringify(points)}.map(({ x, y }) => String(context.getImageData(x, y, 1, 1).data))
  })()`)
}

describe.skipIf(!hasBrowser)('the first look at the page', { timeout: 30_000 }, () => {
  beforeAll(browser.start, 60_000)
  afterAll(browser.stop)
  afterEach(async () => expect(await browser.leave()).toEqual([]))

  test('begins at the top of the welcome card and stays there until a message comes', async () => {
    const { page, fixture } = await browser.open()
    // so little is out of sight that the reader counts as being at the end; pictures grow with the window, hence twice
    await hideBelow(page, 60)
    await hideBelow(page, 60)
    await page.reload()
    await page.getByRole('heading', { name: 'A year of mentoring, in a few minutes' }).waitFor()
    fixture.world.now += 60_000
    fixture.tell()
    await page.getByText('09:01 in').waitFor()
    expect(await scrolled(page)).toBe(0)
    fixture.add('U01', message('2026-01-05T14:01:00Z', 'Something new'))
    fixture.tell()
    await page.getByText('Something new').waitFor()
    await eventually(() => scrolled(page)).toBeGreaterThan(0)
  })

  test('draws the whole ring around the message box that has the focus', async () => {
    const { page } = await browser.open()
    await page.getByRole('combobox', { name: 'Type /mentor' }).focus()
    const box = await page.locator('.composer').boundingBox()
    if (!box) throw new Error('there is no message box')
    const x = Math.round(box.x + box.width / 2)
    // the ring: 2 px, 1 px away from the box
    const [above, below, paper] = await painted(page, [
      { x, y: Math.round(box.y) - 2 },
      { x, y: Math.round(box.y + box.height) + 1 },
      { x, y: Math.round(box.y + box.height) - 4 },
    ])
    expect(above).toBe(below)
    expect(above).not.toBe(paper)
  })
})
