import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createCipher } from '../../src/database/cipher.ts'
import { lockFolder } from '../../src/database/folder-lock.ts'
import { openDatabase } from '../../src/database/open.ts'
import { createDatabase } from '../support/database.ts'
import type {} from '../support/global.ts'
import { seedPeople, seedWorkspace, slackUser } from '../people/seed.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'people-'))
afterAll(() => rmSync(folder, { recursive: true }))

const server = inject('postgres')
let url = ''
beforeAll(async () => {
  if (server === null) return
  url = await createDatabase(server, inject('template'))
  const database = await openDatabase({ url })
  const deps = { db: database.db, cipher: createCipher(Buffer.alloc(32, 7)), wake: () => {} }
  await seedWorkspace(deps)
  await seedPeople(deps, [slackUser('U1'), slackUser('U2')])
  await database.close()
})

function people(args: readonly string[], settings: Record<string, string> = { DATABASE_URL: url }) {
  const { PATH = '' } = process.env
  const child = spawnSync(process.execPath, ['src/operator/people.ts', ...args], {
    encoding: 'utf8',
    env: { PATH, DATA_DIR: folder, ...settings },
  })
  return { exit: child.status, out: child.stdout, err: child.stderr }
}

function file(text: string): string {
  const at = path.join(folder, 'in.csv')
  writeFileSync(at, text)
  return at
}

test.skipIf(server === null)('a list goes in, comes out and back without a difference', () => {
  const { exit, out, err } = people(['import', file('id,level,team\nU1,3,Field\nU2,8,\n')])
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(out).toContain('Done: 3 facts about 2 people are written.')
  const exported = path.join(folder, 'out.csv')
  expect(people(['export', exported]).out).toContain('2 people written')
  expect(readFileSync(exported, 'utf8')).toContain('U1,Name U1,,3,Field,')
  expect(people(['import', exported]).out).toContain('known already. Nothing was changed.')
  expect(people(['export', exported])).toMatchObject({ exit: 2, out: '' })
})

test.skipIf(server === null)('a bad line is named and nothing changes', () => {
  const { exit, out, err } = people(['import', file('id,level\nU1,5\nU9,3\nU2,0\n')])
  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toBe(
    'Line 3: "U9" is nobody in this workspace.\nLine 4: "0" is no level; levels are whole numbers from 1 to 99, larger is more senior.\n',
  )
})

test.skipIf(server === null)('level words need their order, and a dry run writes nothing', () => {
  const list = file('id,level\nU1,Junior\nU2,Head\n')
  expect(people(['import', list]).err).toContain('--levels "Junior,Head"')
  const { exit, out } = people(['import', list, '--levels', 'junior, head', '--dry-run'])
  expect({ exit }).toEqual({ exit: 0 })
  expect(out).toContain('this was a dry run')
})

test.each([[[]], [['import']], [['export', 'a', 'b']], [['delete', 'x']], [['import', 'x', '--force']]])(
  '%j shows how it is used',
  (args) => {
    expect(people(args)).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('Use: npm run -s people') })
  },
)

test.each(['--help', '-h'])('%s is answered with how it is used, and is no fault', (word) => {
  const { exit, out, err } = people([word], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(out).toContain('Use: npm run -s people')
})

test('while the app holds the embedded database, the way through Slack is named', async () => {
  const lock = await lockFolder(folder)
  const { exit, err } = people(['import', file('id\nU1\n')], {})
  lock.release()
  expect(exit).toBe(2)
  expect(err).toContain('/mentor people')
})
