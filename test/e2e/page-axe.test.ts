import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, useBrowser, violations } from '../sandbox/page/browser.ts'

const browser = useBrowser()

interface State {
  /** as a person reaches it from the messages */
  readonly reach: (page: Page, isPhone: boolean) => Promise<unknown>
  /** back to the messages */
  readonly leave: (page: Page, isPhone: boolean) => Promise<unknown>
}

const escape = (page: Page) => page.keyboard.press('Escape')
const goTo = (page: Page, hash: string) => page.evaluate(`location.hash = '${hash}'`)

const STATES: Readonly<Record<string, State>> = {
  messages: { reach: async () => {}, leave: async () => {} },
  completion: {
    reach: (page) => page.locator('#say').fill('/mentor'),
    async leave(page) {
      await escape(page)
      await page.locator('#say').fill('')
    },
  },
  list: { reach: (page) => page.getByRole('combobox', { name: 'Which skill first?' }).click(), leave: escape },
  menu: { reach: (page) => page.getByRole('button', { name: 'More actions' }).click(), leave: escape },
  confirm: { reach: (page) => page.getByRole('button', { name: 'End it', exact: true }).click(), leave: escape },
  modal: {
    async reach(page) {
      await page.locator('#say').fill('/mentor join')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Join and accept' }).click()
      await page.getByText('This needs an answer.').first().waitFor()
    },
    async leave(page) {
      await escape(page)
      await page.locator('#modal').waitFor({ state: 'hidden' })
    },
  },
  traffic: {
    async reach(page) {
      await page.getByRole('button', { name: 'Traffic' }).click()
      await page.locator('.call summary').first().click()
      await page.getByText('Arm a fault').click()
    },
    leave: escape,
  },
  people: {
    async reach(page, isPhone) {
      if (isPhone) await page.locator('#menu-button').click()
      await page.locator('#you-button').click()
    },
    async leave(page, isPhone) {
      await escape(page)
      if (isPhone) await escape(page)
    },
  },
  companies: {
    async reach(page, isPhone) {
      if (isPhone) await page.locator('#menu-button').click()
      await page.getByRole('button', { name: 'Change the company' }).click()
      await page.getByRole('radio', { name: /A file of your own/ }).check()
      await page.getByText('The columns have other names').click()
    },
    async leave(page, isPhone) {
      await escape(page)
      if (isPhone) await escape(page)
    },
  },
  home: {
    async reach(page) {
      await goTo(page, 'U01/home')
      await page.getByRole('button', { name: 'Change my answers' }).waitFor()
    },
    leave: (page) => goTo(page, 'U01'),
  },
  group: {
    async reach(page) {
      await goTo(page, 'U01/G01')
      await page.getByRole('heading', { name: 'Robert and you' }).waitFor()
    },
    leave: (page) => goTo(page, 'U01'),
  },
  running: {
    async reach(page, isPhone) {
      if (isPhone) await page.locator('#clock-more').click()
      await page.getByRole('button', { name: 'Run a year' }).click()
      await page.getByRole('heading', { name: 'The year has run' }).waitFor()
    },
    leave: async () => {},
  },
}

/** All rules in the one colouring; in the other those that look at colours, and nothing else can differ. */
async function inBothColours(page: Page): Promise<string[]> {
  const light = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await violations(page, ['color-contrast', 'link-in-text-block'])
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark.map((line) => `in the dark ${line}`)]
}

describe.skipIf(!hasBrowser)('axe', { timeout: 90_000 }, () => {
  beforeAll(browser.start, 60_000)
  afterAll(browser.stop)

  test.each([1440, 390])('finds nothing wrong in any state at %i px, light and dark', async (width) => {
    const { page } = await browser.open({ width })
    const isPhone = width < 600
    const found: Record<string, string[]> = {}
    for (const [name, state] of Object.entries(STATES)) {
      await state.reach(page, isPhone)
      found[name] = await inBothColours(page)
      await state.leave(page, isPhone)
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(STATES).map((name) => [name, []])))
    // axe itself writes inline styles, which the page's policy refuses with a complaint; so none is asked for here.
    await browser.leave()
  })
})
