import path from 'node:path'
import { describe, expect, test } from 'vitest'
import config from '../vitest.config.ts'
import { filesBelow, type Import, type Kind, readSources, readText, type Source } from './support/sources.ts'

/** The rooms by floors: each imports only from those before it (docs: design, "The rooms"). */
const ROOMS = [
  'config',
  'clock',
  'copy',
  'database',
  'slack',
  'delivery',
  'people',
  'program',
  'enrollment',
  'pairing',
  'cycle',
  'care',
  'report',
  'privacy',
  'home',
  'sandbox',
  'rehearsal',
  'operator',
  'main',
]

/** The rooms that are capabilities of the product, furnished alike. */
const FURNISHED = ROOMS.slice(ROOMS.indexOf('people'), ROOMS.indexOf('sandbox'))

const sources = readSources()
const byPath = new Map(sources.map((source) => [source.path, source]))
const furnished = sources.filter((source) => FURNISHED.includes(source.room))

/** Each import of these files that breaks the rule, as "file -> target". */
const offences = (files: readonly Source[], isAllowed: (file: Source, to: Import) => boolean): string[] =>
  files.flatMap((file) => file.imports.filter((to) => !isAllowed(file, to)).map((to) => `${file.path} -> ${to.to}`))

const roomAt = (file: string): string => byPath.get(file)?.room ?? `(no file ${file})`

test('the rules below saw the house', () => {
  expect(sources.length).toBeGreaterThan(150)
  expect(new Set(sources.map((source) => source.room))).toEqual(new Set(ROOMS))
  expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(500)
  const kinds = new Set(furnished.map((source) => source.kind))
  expect(kinds).toEqual(new Set<Kind>(['pure', 'store', 'verb', 'planners', 'listeners', 'views']))
})

describe('floors', () => {
  test('every import leads to a file that is there', () => {
    expect(offences(sources, (_file, to) => !to.isOurs || byPath.has(to.to))).toEqual([])
  })

  test('a room imports only from itself and the rooms above it', () => {
    const isAbove = (file: Source, to: Import) => {
      if (!to.isOurs || ROOMS.indexOf(roomAt(to.to)) <= ROOMS.indexOf(file.room)) return true
      // What the copy promises about a lower room's things, it may name by their types.
      return to.isType && ['copy/refusal.ts', 'copy/visibility.ts'].includes(file.path)
    }
    expect(offences(sources, isAbove)).toEqual([])
  })

  test('the sandbox stands alone: it imports no room, and only main imports it', () => {
    const isApart = (file: Source, to: Import) => {
      if (!to.isOurs || (file.room === 'sandbox') === (roomAt(to.to) === 'sandbox')) return true
      if (file.room === 'rehearsal') return to.to === 'sandbox/host.ts' && to.isType
      return file.room === 'main'
    }
    expect(offences(sources, isApart)).toEqual([])
  })

  test('the rehearsal knows the ids of buttons and the columns of people.csv, and nothing else of the app', () => {
    const known = ['slack/ids.ts', 'sandbox/host.ts', 'people/csv/columns.ts']
    const rehearsal = sources.filter((source) => source.room === 'rehearsal')
    const isKnown = (_file: Source, to: Import) => !to.isOurs || roomAt(to.to) === 'rehearsal' || known.includes(to.to)
    expect(offences(rehearsal, isKnown)).toEqual([])
  })
})

describe('furniture', () => {
  /** What each kind of file may import from our own rooms, besides types; stated as what it may not. */
  const NEVER: Readonly<Record<Kind, readonly Kind[]>> = {
    pure: ['store', 'verb', 'planners', 'listeners', 'views'],
    store: ['verb', 'planners', 'listeners', 'views'],
    verb: ['planners', 'listeners', 'views'],
    views: ['store', 'verb', 'planners', 'listeners'],
    planners: ['listeners'],
    listeners: ['planners'],
  }
  /** What it may import of the rooms that are not furnished; of slack, its stores and what only cleans words or checks addresses. */
  const TOOLS: Readonly<Record<Kind, RegExp>> = {
    pure: /^(copy\/(refusal|visibility)|slack\/form|delivery\/[\w-]+)\.ts$/,
    store: /^(copy\/(refusal|visibility)\.ts|database\/|delivery\/)/,
    verb: /^(copy\/(refusal|visibility)\.ts|slack\/(form|reach|([\w-]+-)?store)\.ts|database\/|delivery\/)/,
    views: /^(copy\/|slack\/(blocks|inputs|ids|message|views|form|registry)\.ts|delivery\/)/,
    planners: /^(copy\/|slack\/(blocks|inputs|ids|message|views|([\w-]+-)?store)\.ts|database\/|delivery\/)/,
    listeners: /^(copy\/|slack\/|database\/|delivery\/)/,
  }

  test.each(Object.keys(NEVER) as Kind[])('%s files import only what is theirs to use', (kind) => {
    const isTheirs = (_file: Source, to: Import) => {
      if (!to.isOurs || to.isType) return true
      const target = byPath.get(to.to)
      if (!target) return false
      return FURNISHED.includes(target.room) ? !NEVER[kind].includes(target.kind) : TOOLS[kind].test(to.to)
    }
    expect(
      offences(
        furnished.filter((source) => source.kind === kind),
        isTheirs,
      ),
    ).toEqual([])
  })

  test('pure files use packages that only calculate', () => {
    const calculate = /^(temporal-polyfill|zod|csv-parse\/sync|csv-stringify\/sync)$/
    // A worker's own file is the edge of its thread; what it calls is pure.
    const pure = furnished.filter((source) => source.kind === 'pure' && !source.path.endsWith('/worker.ts'))
    expect(offences(pure, (_file, to) => to.isOurs || to.isType || calculate.test(to.to))).toEqual([])
  })

  test.each([
    'program/kinds.ts',
    'program/eligibility.ts',
    'program/curricula/curricula.ts',
    'pairing/plan/plan-round.ts',
    'pairing/plan/pair-rules.ts',
    'pairing/plan/pair-score.ts',
    'pairing/plan/solver/solve.ts',
    'cycle/cadence.ts',
    'report/disclosure.ts',
    'report/metrics.ts',
    'people/person.ts',
  ])('%s decides without database, Slack or waiting', (file) => {
    expect(byPath.get(file)?.kind).toBe('pure')
    expect(byPath.get(file)?.code).not.toMatch(/\basync\b|\bawait\b|Promise</)
  })

  test('delivery decides about working time without database, Slack or waiting', () => {
    for (const file of ['delivery/working-time.ts', 'delivery/decide.ts']) {
      expect([file, byPath.get(file)?.kind]).toEqual([file, 'pure'])
    }
  })
})

describe('the world comes in at the edge', () => {
  const edge = ['clock', 'main', 'operator']
  const code = (isChecked: (source: Source) => boolean, banned: RegExp) =>
    sources
      .filter(isChecked)
      .flatMap((source) => (source.code.match(banned) ?? []).map((what) => `${source.path}: ${what}`))

  test('nothing else reads the wall clock or throws dice', () => {
    const banned = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bTemporal\.Now\b/g
    expect(code((source) => !edge.includes(source.room), banned)).toEqual([])
  })

  test('the product makes no random ids either', () => {
    const banned = /\brandom(UUID|Bytes|Int)\b|\bgetRandomValues\b|\bperformance\.now\b/g
    expect(code((source) => FURNISHED.includes(source.room), banned)).toEqual([])
  })

  test('only config and main read the environment', () => {
    const reads = code((source) => !['config', 'main', 'operator'].includes(source.room), /\bprocess\.env\b/g)
    expect(reads).toEqual([])
    expect(code(({ room }) => room === 'operator', /\bprocess\.env\.\w+/g)).toEqual([])
  })

  test('no query is put together from strings outside the database room', () => {
    expect(code(({ room }) => room !== 'database', /\bsql\.(raw|lit)\b|\.query\((?!')|\.query\('[^']*'\s*\+/g)).toEqual(
      [],
    )
  })

  test('a message is sent to Slack in one place', () => {
    const sends = code(
      ({ room }) => !['sandbox', 'rehearsal'].includes(room),
      /\bchat\s*\.postMessage\(|apiCall\('chat\.postMessage'/g,
    )
    expect(new Set(sends.map((line) => line.split(':')[0])).size).toBe(1)
    expect(sends.every((line) => line.startsWith('delivery/'))).toBe(true)
  })
})

describe('tests and migrations', () => {
  const projects = (config.test?.projects ?? []).flatMap((project) =>
    typeof project === 'object' && 'test' in project ? [project.test] : [],
  )
  const tests = filesBelow('test').map((file) => `test/${file}`)
  const matches = (file: string, globs: readonly string[] = []) => globs.some((glob) => path.matchesGlob(file, glob))

  test('every test file belongs to exactly one project', () => {
    expect(projects.map((project) => project?.name)).toEqual(['unit', 'db', 'e2e'])
    const files = tests.filter((file) => file.endsWith('.test.ts'))
    expect(files.length).toBeGreaterThan(30)
    for (const file of files) {
      const owners = projects.filter((p) => matches(file, p?.include) && !matches(file, p?.exclude))
      expect([file, owners.length]).toEqual([file, 1])
    }
  })

  test('a test that needs the server says so in its name', () => {
    const needing = tests.filter((file) => file.endsWith('.test.ts') && /support\/database\.ts'/.test(readText(file)))
    expect(needing.length).toBeGreaterThan(0)
    for (const file of needing) expect(file).toMatch(/\.db\.test\.ts$|^test\/e2e\//)
  })

  test('migrations are frozen in time: they import nothing of ours', () => {
    const migrations = filesBelow('migrations')
    expect(migrations.length).toBeGreaterThan(4)
    for (const file of migrations) expect(readText(`migrations/${file}`)).not.toMatch(/from '\.|import\('\./)
  })
})
