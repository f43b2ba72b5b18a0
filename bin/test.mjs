#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tools = path.join(root, 'node_modules', '.bin')
const [major, minor] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 22 || (major === 22 && minor >= 20)

/** Runs a command line and resolves to whether it went well. What it says goes to `hear` or, without one, straight on. */
function run(command, hear) {
  const PATH = `${tools}${path.delimiter}${process.env.PATH}`
  const stdio = hear ? ['ignore', 'pipe', 'pipe'] : 'inherit'
  const child = spawn(command, { cwd: root, shell: true, stdio, env: { ...process.env, PATH } })
  if (hear) for (const stream of [child.stdout, child.stderr]) stream.on('data', hear)
  const stop = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop)
      resolve(code === 0)
    })
  })
}

/** What vitest wrote down; a file that could not even be loaded is one failure. */
function readCounts(file, wentWell) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const isFailed = (test) => test.status === 'failed'
  const unloaded = report.testResults.filter((f) => isFailed(f) && !f.assertionResults.some(isFailed)).length
  const failed = report.numFailedTests + unloaded
  return {
    passed: report.numPassedTests,
    // Vitest also fails for an error outside all tests.
    failed: failed === 0 && !wentWell ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Runs a script of package.json beside others, and shows what it said in one piece. */
async function check(name, script) {
  const said = []
  const wentWell = await run(script, (chunk) => said.push(chunk))
  console.log(`\n> ${name}: ${script}\n${Buffer.concat(said).toString().trimEnd()}`)
  return wentWell ? [] : [name]
}

/** Types, lint, format and dead code at once, then all tests; all of it runs although something before it failed. */
async function checkEverything() {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const checks = ['types', 'lint', 'format', 'knip'].map((name) => check(name, scripts[name]))
  const broken = (await Promise.all(checks)).flat()
  const counts = await runTests('')
  if (broken.length > 0) console.log(`\nNot only tests count: ${broken.join(', ')} failed too.`)
  return { ...counts, failed: counts.failed + broken.length }
}

async function runTests(what) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vice-versa-report-'))
  const report = path.join(folder, 'report.json')
  const command = `vitest run --reporter=default --reporter=json --outputFile.json="${report}" ${what}`
  console.log('\n> tests')
  const wentWell = await run(command)
  const counts = readCounts(report, wentWell)
  rmSync(folder, { recursive: true })
  return counts
}

if (!isNewEnough && !existsSync(path.join(tools, 'node'))) {
  console.error(
    `Node.js 22.20 or newer is needed; this is ${process.version}. Run "npm ci" first, or install a newer Node.js.`,
  )
  process.exit(1)
}
const chosen = process.argv.slice(2)
const quoted = chosen.map((word) => JSON.stringify(word)).join(' ')
const { passed, failed, skipped } = chosen.length > 0 ? await runTests(quoted) : await checkEverything()
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
