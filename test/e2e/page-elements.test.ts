import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { eventually, hasBrowser, hasFocus, useBrowser } from '../sandbox/page/browser.ts'
import type { Fixture } from '../sandbox/page/fixture.ts'

const browser = useBrowser()

/** The body of the next POST to a path that is not there yet. */
async function posted(fixture: Fixture, path = '/action') {
  await eventually(() => fixture.posts.filter((post) => post.path === path).length).toBeGreaterThan(0)
  return fixture.posts.findLast((post) => post.path === path)?.body
}

const combobox = (page: Page, name: string) => page.getByRole('combobox', { name })
const FIRST = { user: 'U01', channel: 'D01', ts: '1767621602.000100' }

describe.skipIf(!hasBrowser)('elements in a message', { timeout: 30_000 }, () => {
  beforeAll(browser.start, 60_000)
  afterAll(browser.stop)
  afterEach(async () => expect(await browser.leave()).toEqual([]))

  test('a button posts its value, by mouse and by keyboard', async () => {
    const { page, fixture } = await browser.open()
    await page.getByRole('button', { name: 'We met' }).click()
    expect(await posted(fixture)).toEqual({ ...FIRST, action_id: 'check_in.met', block_id: 'answers', value: 'pair-1' })
    await page.getByRole('button', { name: 'Not this month' }).press('Enter')
    await eventually(() =>
      fixture.posts.filter(({ path }) => path === '/action').map(({ body }) => body['action_id']),
    ).toEqual(['check_in.met', 'check_in.not'])
  })

  test('a confirm dialog stands between a button and its post, and gives the focus back', async () => {
    const { page, fixture } = await browser.open()
    const end = page.getByRole('button', { name: 'End it', exact: true })
    await end.click()
    const dialog = page.getByRole('dialog', { name: 'End this?' })
    await dialog.getByRole('button', { name: 'Keep it' }).click()
    await eventually(() => hasFocus(end)).toBe(true)
    expect(fixture.posts.some(({ path }) => path === '/action')).toBe(false)
    await end.press('Enter')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(fixture.posts.some(({ path }) => path === '/action')).toBe(false)
    await end.click()
    await dialog.getByRole('button', { name: 'End it now' }).click()
    expect(await posted(fixture)).toMatchObject({ action_id: 'pair.end', value: 'pair-1' })
  })

  test('an overflow menu opens with the arrow keys, closes with escape and posts the option', async () => {
    const { page, fixture } = await browser.open()
    const opener = page.getByRole('button', { name: 'More actions' })
    await opener.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    expect(await opener.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await posted(fixture)).toEqual({ ...FIRST, action_id: 'pair.more', block_id: 'pair', selected: 'unpair' })
    await opener.click()
    await page.getByRole('menuitem', { name: 'Never again' }).click()
    await eventually(() => fixture.posts.findLast(({ path }) => path === '/action')?.body['selected']).toBe('never')
  })

  test('a select with groups is narrowed by typing and chosen with enter', async () => {
    const { page, fixture } = await browser.open()
    await combobox(page, 'Which skill first?').click()
    expect(await page.getByRole('group', { name: 'Tools' }).getByRole('option').allTextContents()).toEqual([
      'Excel',
      'Drones',
    ])
    await page.keyboard.type('hir')
    await page.keyboard.press('Enter')
    expect(await posted(fixture)).toEqual({
      ...FIRST,
      action_id: 'skill.choose',
      block_id: 'skill',
      selected: 'hiring',
    })
    expect(await combobox(page, 'Which skill first?').inputValue()).toBe('Hiring')
  })

  test('a multi-select posts all that is chosen, and a chip can be taken away', async () => {
    const { page, fixture } = await browser.open()
    await combobox(page, 'Which skills?').click()
    await page.getByRole('option', { name: 'drones' }).click()
    expect(await posted(fixture)).toMatchObject({ action_id: 'skills.choose', selected: ['drones'] })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await eventually(() => fixture.posts.at(-1)?.body['selected']).toEqual(['drones', 'writing'])
    await page.getByRole('button', { name: 'Remove drones' }).click()
    await eventually(() => fixture.posts.at(-1)?.body['selected']).toEqual(['writing'])
  })

  test('people are found by name in the selects of one and of several', async () => {
    const { page, fixture } = await browser.open()
    await combobox(page, 'Who?').click()
    await page.keyboard.type('mei')
    await page.keyboard.press('Enter')
    expect(await posted(fixture)).toMatchObject({ action_id: 'who.choose', selected: 'U04' })
    await combobox(page, 'Who else?').click()
    await page.keyboard.type('herrera')
    await page.keyboard.press('Enter')
    await eventually(() => fixture.posts.findLast(({ path }) => path === '/action')?.body).toMatchObject({
      action_id: 'whom.choose',
      selected: ['U05'],
    })
  })

  test('date, time and moment are posted as Slack writes them, in the zone of the person', async () => {
    const { page, fixture } = await browser.open()
    await page.getByLabel('On which day?').fill('2026-02-03')
    await page.keyboard.press('Enter')
    expect(await posted(fixture)).toMatchObject({ action_id: 'day.choose', selected: '2026-02-03' })
    await page.getByLabel('At what time?').fill('14:30')
    await page.keyboard.press('Tab')
    await page.getByLabel('Date and time').focus()
    await eventually(() => fixture.posts.findLast(({ path }) => path === '/action')?.body['selected']).toBe('14:30')
    const moment = page.getByLabel('Date and time')
    expect(await moment.inputValue()).toBe('2026-01-05T09:00')
    await moment.fill('2026-07-01T10:00')
    await page.keyboard.press('Enter')
    // Detroit has summer time in July: four hours behind UTC.
    const expected = String(Date.parse('2026-07-01T14:00:00Z') / 1000)
    await eventually(() => fixture.posts.findLast(({ path }) => path === '/action')?.body['selected']).toBe(expected)
  })

  test('radio buttons and checkboxes post what is ticked, by keyboard and by mouse', async () => {
    const { page, fixture } = await browser.open()
    await page.getByRole('radio', { name: 'Each month' }).press('Space')
    expect(await posted(fixture)).toMatchObject({ action_id: 'often.choose', selected: 'monthly' })
    await page.getByRole('checkbox', { name: 'A contact' }).click()
    await eventually(() => fixture.posts.findLast(({ path }) => path === '/action')?.body['selected']).toEqual([
      'contact',
    ])
    await page.getByRole('checkbox', { name: 'An idea' }).press('Space')
    await eventually(() => fixture.posts.findLast(({ path }) => path === '/action')?.body['selected']).toEqual([
      'idea',
      'contact',
    ])
  })
})
