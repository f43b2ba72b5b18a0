import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { FileRefused, readSolved } from '../../bench/read-solved.ts'
import { GraphRefused, readGraph } from '../../src/pairing/plan/solver/read-graph.ts'

const folder = mkdtempSync(join(tmpdir(), 'pair-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PEOPLE = `id,name,level,team,tz,hours,languages,offers,wants,role,waiting,never_with
mei,Mei,2,Design,Europe/Berlin,09:00-17:00,en;de,social media;excel,,guide,,
luis,Luis,8,Sales,Europe/Berlin,09:00-17:00,en,,excel,learner,1,
ana,Ana,3,Legal,Europe/Berlin,09:00-17:00,en,"how ""new"" people, see",,guide,,luis
`

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function run(script: string, args: readonly string[], input = '') {
  const child = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', input, maxBuffer: 2 ** 26 })
  return { exit: child.status, out: child.stdout, err: child.stderr }
}

const pair = (csv: string, ...more: string[]) =>
  run('src/operator/pair.ts', ['--csv', file('people.csv', csv), '--kind', 'reverse', '--seed', '7', ...more])

describe('npm run pair', () => {
  test('writes pairs, then the unpaired, each with a reason', () => {
    const { exit, out, err } = pair(PEOPLE)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    const lines = out.trimEnd().split('\n')
    expect(lines[0]).toBe('pair,id,role,score,reason')
    expect(lines[1]).toMatch(/^1,luis,learner,\d+,"Mei offers ""excel"", and Luis asked for it\..*"$/u)
    expect(lines[2]).toMatch(/^1,mei,guide,\d+,/u)
    expect(lines.slice(3)).toEqual([',ana,guide,,no partner fits yet'])
  })

  test('writes the same bytes whatever the order of the rows', () => {
    const [header, ...rows] = PEOPLE.trimEnd().split('\n')
    const history = file('pairs.csv', 'a,b,on\nmei,luis,2026-01-05\nmei,gone,2026-01-05\n')
    expect(pair([header, ...rows.toReversed()].join('\n'), '--history', history)).toEqual(
      pair(PEOPLE, '--history', history),
    )
  })

  test('no words that it writes are a formula, and ids stay as they are', () => {
    const { out } = pair(PEOPLE.replace('mei,Mei', '=mei,=Mei'))
    expect(out).toMatch(/^1,=mei,guide,\d+,"'=Mei offers/mu)
  })

  test('pairs all the same where managers go in a circle, and says so once', () => {
    const { exit, out, err } = pair('id,level,manager_id\na,2,b\nb,8,c\nc,5,b\nd,1,d\ne,3,elsewhere\n')
    expect(err).toBe(
      'Note: b and c manage one another in a circle.\nNote: d stands there as their own manager, which nobody is.\n',
    )
    expect(exit).toBe(0)
    expect(out.trimEnd().split('\n')).toHaveLength(6)
  })

  test('lifts the rules it is told to', () => {
    const sameTeam = PEOPLE.replace('Sales', 'Design')
    const { out } = pair(sameTeam)
    expect(out).toContain(',mei,guide,,everybody who would fit is in the same team')
    // Ana, in another team, would fit Luis as far as others know
    expect(out).toContain(',luis,learner,,no partner fits yet')
    expect(pair(sameTeam, '--rules', 'no-team,no-hours').out).toContain('1,luis,learner')
  })

  test('pairs by what people declared where a program does', () => {
    const [header, ...rows] = PEOPLE.trimEnd().split('\n')
    const declared = (...values: string[]) =>
      [`${header},attribute`, ...rows.map((row, i) => `${row},${values[i]}`)].join('\n')
    const differs = (...values: string[]) => pair(declared(...values), '--attribute', 'differs').out
    expect(differs('women', 'women', 'men')).toContain(',mei,guide,,no partner fits yet')
    const guides = (...values: string[]) => pair(declared(...values), '--attribute', 'guide-declares').out
    expect(guides('member', '', '')).toContain('1,luis,learner')
  }, 30_000)

  test('names every fault with its line, and writes nothing', () => {
    const bad = 'id,level,tz,role,capacity,never_with\n1,abc,Nowhere,x,0,9\n1,2,,,,\n,3,,,,\n'
    const { exit, out, err } = pair(bad, '--history', file('pairs.csv', 'a,b,on\n1,1,2026-02-30\n'))
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    const found = err
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(folder, ''))
    expect(found.map((line) => line.slice(0, 16)).toSorted()).toEqual(
      [
        '/pairs.csv:2: "2',
        '/pairs.csv:2: th',
        ...Array.from({ length: 5 }, () => '/people.csv:2: "'),
        '/people.csv:3: "',
        '/people.csv:4: n',
      ].toSorted(),
    )
  })

  test.each([
    ['a trio in a kind with a guide', ['--odd', 'trio'], 'not for reverse'],
    ['an unknown attribute rule', ['--attribute', 'same'], 'neither differs nor guide-declares'],
    ['an unknown rule', ['--rules', 'no-fun'], 'no-fun'],
    ['an unknown kind', ['--kind=circle'], 'choose traditional, reverse, reciprocal, or cross-group.'],
    ['an unknown option', ['--fast'], '--fast'],
    ['an option twice', ['--seed', '8'], 'given twice'],
    ['a history that is not there', ['--history', '/nowhere/pairs.csv'], 'cannot be read'],
  ])('refuses %s', (_, more, sentence) => {
    const { exit, out, err } = pair(PEOPLE, ...more)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(sentence)
  })

  test.each([
    ['an empty file', '', 'empty'],
    ['a header alone', 'id,level\n', 'no people'],
    ['no column of ids', 'name,level\nMei,2\n', 'no column "id"'],
    ['a line that is too long', 'id,level\nmei,2,3\n', 'odd.csv:2:'],
    ['another encoding', Uint8Array.from([0x69, 0x64, 0x0a, 0xe4, 0x0a]), 'UTF-8'],
  ])('refuses %s', (_, content, sentence) => {
    const args = ['--csv', file('odd.csv', content), '--kind', 'traditional', '--seed', '1']
    const { exit, out, err } = run('src/operator/pair.ts', args)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(sentence)
  })
})

test.each([
  ['src/operator/pair.ts', 'Use: npm run -s pair'],
  ['bench/solve.ts', 'Use: npm run -s solve'],
  ['bench/check.ts', 'Use: npm run -s check'],
  ['bench/pairing.ts', 'Use: npm run bench'],
])('%s says how it is used', (script, usage) => {
  const asked = run(script, ['--help'])
  expect({ exit: asked.exit, err: asked.err }).toEqual({ exit: 0, err: '' })
  expect(asked.out).toContain(usage)
})

/** 200 guides of 1,000 places and 100 learners whom each may take: 20 million copies of edges. */
const WIDE = JSON.stringify({
  n: 300,
  edges: Array.from({ length: 20_000 }, (_, e) => [e % 200, 200 + Math.floor(e / 200), 1]),
  capacity: Array.from({ length: 300 }, (_, v) => (v < 200 ? 1000 : 1)),
})

describe('node bench/solve.ts', () => {
  test('expands capacities and gives pairs in the numbers of the input', () => {
    const graph = {
      n: 5,
      edges: [
        [0, 1, 3],
        [1, 2, 4],
        [2, 0, 5],
        [3, 4, 1],
        [0, 3, 2],
      ],
      capacity: [2, 1, 1, 1, 1],
    }
    const { exit, out } = run('bench/solve.ts', [], JSON.stringify(graph))
    expect(exit).toBe(0)
    const result: unknown = JSON.parse(out)
    expect(result).toMatchObject({
      pairs: [
        [0, 1],
        [0, 2],
        [3, 4],
      ],
      weight: 9,
      dual: { big: 16 },
    })
    expect(result).toHaveProperty('dual.u.length', 6)
  })

  test.each([
    ['no JSON', 'x', [], 'JSON'],
    ['weights too large to be exact', '{"n":4,"edges":[[0,1,9007199254740991]]}', [], 'exact'],
    ['a billion nodes', '{"n":1e9,"edges":[]}', [], 'at most 1,000,000'],
    ['a file as a word', '', ['graph.json'], 'Use: npm run -s solve'],
  ])('refuses %s with one sentence', (_, input, words, sentence) => {
    const { exit, out, err } = run('bench/solve.ts', words, input)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(/^[^\n]+\.\n$/u)
    expect(err).toContain(sentence)
  })

  test('a byte-order mark before a graph is no fault', () => {
    const text = '{"n":2,"edges":[[0,1,3]]}'
    expect(readGraph(`\ufeff${text}`)).toEqual(readGraph(text))
  })

  test.each([
    ['a list', '[]', 'object'],
    ['a self edge', '{"n":2,"edges":[[0,0,1]]}', 'with itself'],
    ['a negative weight', '{"n":2,"edges":[[0,1,-1]]}', 'weight of edge 0'],
    ['half a point', '{"n":2,"edges":[[0,1,0.5]]}', 'weight of edge 0'],
    ['NaN', '{"n":2,"edges":[[0,1,null]]}', 'weight of edge 0'],
    ['a node out of range', '{"n":2,"edges":[[0,2,1]]}', '0 to 1'],
    ['capacities of another length', '{"n":2,"edges":[],"capacity":[1]}', '"capacity"'],
    ['half a place', '{"n":1,"edges":[],"capacity":[0.5]}', 'capacity of node 0'],
    ['places past what it holds', '{"n":2,"edges":[],"capacity":[1000000,1]}', 'at most 1,000,000'],
    ['both ends above 1', '{"n":2,"edges":[[0,1,1]],"capacity":[2,2]}', 'both ends'],
    ['edges past what it holds', WIDE, 'at most 10,000,000'],
    ['a number past all numbers', '{"n":1e400,"edges":[]}', '"n"'],
    ['half a node', '{"n":2.5,"edges":[]}', '"n"'],
    ['less than no nodes', '{"n":-1,"edges":[]}', '"n"'],
    ['no number of nodes', '{"edges":[]}', '"n"'],
    ['a slip in a key', '{"n":1,"edges":[],"capacities":[2]}', '"capacities"; did you mean "capacity"?'],
    ['another slip', '{"n":1,"edges":[],"Objective":"card"}', 'did you mean "objective"?'],
    ['a key like none', '{"n":1,"edges":[],"size":2}', 'n, edges, capacity and objective'],
  ])('a graph with %s is refused, and what is wrong is named', (_, text, sentence) => {
    expect(() => readGraph(text)).toThrow(GraphRefused)
    expect(() => readGraph(text)).toThrow(sentence)
  })
})

describe('node bench/check.ts', () => {
  const graph = {
    n: 6,
    edges: [
      [0, 1, 3],
      [1, 2, 4],
      [2, 0, 5],
      [3, 4, 1],
      [0, 3, 2],
      [0, 5, 2],
    ],
    capacity: [2, 1, 1, 1, 1, 1],
  }
  const solved = run('bench/solve.ts', [], JSON.stringify(graph)).out
  const check = (result: unknown, of: unknown = graph) =>
    run('bench/check.ts', [file('graph.json', JSON.stringify(of)), file('result.json', JSON.stringify(result))])
  type Result = { pairs: [number, number][]; weight: number; dual: { u: number[]; blossoms: unknown[]; big: number } }
  const result = (): Result => JSON.parse(solved) as Result // what solve.ts writes

  test('proves what the solver wrote, copies of a guide and blossoms included', () => {
    expect(check(result())).toEqual({ exit: 0, out: 'proved: no matching of this graph is better\n', err: '' })
    const triangle = { n: 3, edges: [0, 1, 2].map((a) => [a, (a + 1) % 3, 2]), objective: 'weight' }
    const nest = {
      pairs: [[0, 1]],
      weight: 2,
      dual: { u: [0, 0, 0], blossoms: [{ z: 2, vertices: [2, 0, 1] }], big: 0 },
    }
    expect(check(nest, triangle).exit).toBe(0)
  })

  test.each([
    ['a file that is not there', ['/nowhere/graph.json', '/nowhere/result.json'], 'cannot be read'],
    ['one file', ['graph.json'], 'Use: npm run -s check'],
  ])('refuses %s in one sentence', (_, words, sentence) => {
    const { exit, out, err } = run('bench/check.ts', words)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(/^[^\n]+\.\n$/u)
    expect(err).toContain(sentence)
  })

  test.each([
    ['no JSON', '{', '{}', 'graph is not JSON'],
    ['a billion nodes', '{"n":1e9,"edges":[]}', '{}', '"n"'],
    ['a key that no graph has', '{"n":1,"edges":[],"capacities":[2]}', '{}', '"capacities"'],
    ['half an edge', '{"n":2,"edges":[[0,1]]}', '{}', 'Edge 0'],
    ['places past what it holds', '{"n":2,"edges":[],"capacity":[1e6,1]}', '{}', '"capacity"'],
    ['a result without pairs', '{"n":2,"edges":[]}', '{}', '"pairs"'],
    [
      'a dual that is no multiple of a quarter',
      '{"n":1,"edges":[]}',
      '{"pairs":[],"weight":0,"dual":{"u":[0.3],"blossoms":[],"big":1}}',
      '"u"',
    ],
    [
      'a blossom without nodes',
      '{"n":1,"edges":[]}',
      '{"pairs":[],"weight":0,"dual":{"u":[0],"blossoms":[{"z":1}],"big":1}}',
      '"blossoms"',
    ],
  ])('refuses %s, naming it', (_, graphText, resultText, sentence) => {
    expect(() => readSolved(graphText, resultText)).toThrow(FileRefused)
    expect(() => readSolved(graphText, resultText)).toThrow(sentence)
  })

  test.each<[string, (r: Result) => unknown]>([
    ['somebody in too many pairs', (r) => r.pairs.push([0, 1], [0, 5])],
    ['a pair without an edge', (r) => r.pairs.push([1, 5])],
    ['the weight is not the sum of the pairs', (r) => (r.weight += 1)],
    ['the bound is not reached', (r) => (r.dual.u[0]! += 1)],
    ['a negative dual', (r) => (r.dual.u[0] = -1)],
    ['a dual is missing', (r) => r.dual.u.pop()],
    ['edge 0-2 is not covered', (r) => r.dual.u.fill(0)],
    ['the wrong lift', (r) => (r.dual.big = 4)],
    ['not a blossom', (r) => r.dual.blossoms.push({ z: 1, vertices: [0, 1] })],
    ['a blossom with somebody twice', (r) => r.dual.blossoms.push({ z: 1, vertices: [0, 1, 1] })],
  ])('says that %s', (sentence, spoil) => {
    const spoiled = result()
    spoil(spoiled)
    expect(check(spoiled)).toEqual({ exit: 1, out: `${sentence}\n`, err: '' })
  })
})
