import { accessSync, constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { startFixture, type Fixture } from './fixture.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']
const ARGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --renderer-process-limit=1'

/** CHROME_PATH, else the first Chromium on PATH. */
function findChromium(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = [
    process.env['CHROME_PATH'] ?? '',
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
  ]
  return candidates.filter(Boolean).find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const executablePath = findChromium()

/** Whether the page's tests can run here; told loudly once in each file when they cannot. */
export const hasBrowser = executablePath !== null
if (!hasBrowser)
  console.warn('\n!!! NO CHROMIUM FOUND (CHROME_PATH or PATH): the tests of the sandbox page are SKIPPED !!!\n')

/** A step that takes longer than this has failed; the machine may be busy. */
const PATIENCE_MS = 10_000

export interface Look {
  readonly width?: number
  readonly dark?: boolean
  readonly hash?: string
}

/** A browser on a fixture of its own for each test file; each test finds a fresh world and an empty local storage. */
export function useBrowser() {
  let browser: Browser
  let context: BrowserContext
  let fixture: Fixture | null = null
  let page: Page
  const faults: string[] = []

  /** Opens the page of a server and waits until what was written there is drawn. */
  async function visit(origin: string, { width = 1440, dark = false, hash = '' }: Look = {}): Promise<Page> {
    page = await context.newPage()
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 })
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    faults.length = 0
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().includes('Failed to load resource')) faults.push(line.text())
    })
    page.setDefaultTimeout(PATIENCE_MS)
    await page.goto(`${origin}/${hash}`)
    await page.waitForSelector('html[data-link=ready] #main[aria-busy=false] .view')
    return page
  }

  /** That fixture as it was at the start; another where there is none, or a test has closed it. */
  async function fresh(used: Fixture | null): Promise<Fixture> {
    if (used?.isOpen()) {
      used.renew()
      return used
    }
    const begun = await startFixture()
    // stays open, and with it the process that has read the page's files: each test would begin a new one
    const keeper = await context.newPage()
    await keeper.goto(`${begun.origin}/page/theme.js`)
    return begun
  }

  return {
    start: async () => {
      browser = await chromium.launch({ executablePath: executablePath ?? '', args: ARGS.split(' ') })
      context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' })
    },
    stop: async () => {
      await browser.close()
      if (fixture?.isOpen()) await fixture.close()
    },
    visit,
    /** The page on a fresh fixture. */
    async open(look: Look = {}) {
      fixture = await fresh(fixture)
      return { page: await visit(fixture.origin, look), fixture }
    },
    /** @returns what the browser complained of: an error in the page is a failure of the test */
    async leave() {
      await page.evaluate('localStorage.clear()')
      await page.close()
      return [...faults]
    },
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Run in the page, where axe puts itself on the window. What is right is not described, which is half of the work. */
const runAxe = (rules: string) => `axe.run(document, { resultTypes: ['violations']${rules} }).then(({ violations }) =>
  violations.map(({ id, nodes }) =>
    id + ': ' + nodes.map(({ target, html }) => target.join(' ') + ' ' + html.slice(0, 120)).join(' | ')))`

/** What axe finds wrong with the page as it stands, by all its rules or by some, one line for each. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(AXE)
  return await page.evaluate<string[]>(runAxe(rules ? `, runOnly: ${JSON.stringify(rules)}` : ''))
}

/** expect.poll with as much patience as the page's own steps get. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS })

/** Whether the keyboard is there, or inside. */
export const hasFocus = async (place: Locator): Promise<boolean> =>
  (await place.and(place.page().locator(':focus')).count()) + (await place.locator(':focus').count()) > 0
