// Takes the README's pictures from a running sandbox that has just loaded its company:
//   PORT=3000 npm start   and then   node_modules/.bin/node docs/pictures/take.mjs http://localhost:3000
import path from 'node:path'
import { chromium } from 'playwright-core'

const base = process.argv[2] ?? 'http://localhost:3000'
const call = async (where, body) =>
  (await fetch(`${base}/_sandbox${where}`, body && { method: 'POST', body: JSON.stringify(body) })).json()
const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, colorScheme: 'light' })
const settle = (ms = 1000) => page.waitForTimeout(ms)
const shoot = (name) => page.screenshot({ path: path.join(import.meta.dirname, `${name}.png`) })
const become = async (name) => {
  const near = page.getByText(name, { exact: true }).first()
  if (await near.isVisible().catch(() => false)) await near.click()
  else {
    await page.getByText(/^Search all/u).click()
    await settle(300)
    await page.keyboard.type(name)
    await settle(400)
    await page.keyboard.press('Enter')
  }
  await settle()
}
const say = async (text) => {
  await page.getByPlaceholder('Type /mentor').fill(text)
  await page.keyboard.press('Enter')
  await settle(2500)
}

const { users } = await call('')
const lead = users.find((user) => user.is_lead)
await page.goto(base)
await settle(1500)
await say('/mentor join')
await shoot('join')
await page.getByRole('button', { name: 'Join and accept' }).click()
await settle()
await page.keyboard.press('Escape')

await become(lead.name)
await say('/mentor health')
await call('/clock', { to: '2026-01-20T14:00:40Z' })
await settle(1500)
await page.getByRole('button', { name: /^Publish \d+ pairs$/u }).scrollIntoViewIfNeeded()
await page.mouse.move(700, 500)
await page.mouse.wheel(0, 120)
await settle(500)
await shoot('pair')
await page.getByRole('button', { name: /^Publish \d+ pairs$/u }).click()
await settle(500)
await page.getByRole('button', { name: 'Publish', exact: true }).click()
await settle(2000)

await call('/clock', { to: '2026-02-02T14:05:00Z' })
const { calls } = await call('/ledger?since=0&method=chat.postMessage')
const guided = calls.find((c) => c.to && c.at.startsWith('2026-02-02') && c.arguments.text.includes('You guide'))
await become(users.find((user) => user.id === guided.to).name)
await shoot('prompt')

await call('/clock', { to: '2026-08-31T14:05:00Z' })
await become(lead.name)
await say('/mentor report')
await page.mouse.move(700, 500)
await page.mouse.wheel(0, -330)
await settle(500)
await shoot('report')
await browser.close()
