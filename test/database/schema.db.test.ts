import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { primaryKey, readCatalog, schemaText, type Table } from '../support/catalog.ts'
import { freshDatabase } from '../support/database.ts'

/** Belongs to the installation, not to a workspace. */
const WITHOUT_WORKSPACE = ['encryption_check']

let database: Database
let tables: readonly Table[]
beforeAll(async () => {
  database = await freshDatabase()
  tables = await readCatalog(database.pool)
})
afterAll(() => database.close())

// The embedded database writes some expressions in another way than the server that made the golden file.
test.skipIf(inject('postgres') === null)('the schema is the one in the golden file', async () => {
  await expect(schemaText(tables)).toMatchFileSnapshot('../golden/schema.txt')
})

test('every primary key starts with the workspace, so that a database can be split by workspace', () => {
  expect(tables.length).toBeGreaterThan(20)
  const without = tables.filter((table) => primaryKey(table)[0] !== 'workspace_id').map((table) => table.name)
  expect(without).toEqual(WITHOUT_WORKSPACE)
})

test('no unique rule reaches over workspaces', () => {
  const rules = tables.flatMap((table) => table.constraints.filter((constraint) => constraint.kind === 'u'))
  expect(rules.length).toBeGreaterThan(0)
  for (const rule of rules) expect(rule.definition).toMatch(/^UNIQUE (NULLS NOT DISTINCT )?\(workspace_id, /)
  const unique = tables.flatMap((table) => table.indexes).filter((index) => index.startsWith('CREATE UNIQUE'))
  for (const index of unique) expect(index).toContain('(workspace_id')
})

test('every instant has a zone, no column is wider than a number holds', () => {
  const types = new Set(tables.flatMap((table) => table.columns.map((column) => column.type)))
  expect(types).not.toContain('timestamp without time zone')
  expect(types).not.toContain('bigint')
})

test('names say what they are: *_at an instant, *_on a date, is_ and has_ a statement', () => {
  for (const { name, type } of tables.flatMap((table) => table.columns)) {
    if (name.endsWith('_at')) expect(`${name} ${type}`).toBe(`${name} timestamp with time zone`)
    if (name.endsWith('_on')) expect(`${name} ${type}`).toBe(`${name} date`)
    if (/^(is|has)_/.test(name)) expect(`${name} ${type}`).toBe(`${name} boolean`)
  }
})

test('the table types name exactly the tables and columns that are there', () => {
  const folder = path.resolve(import.meta.dirname, '../../src/database')
  const source = readdirSync(path.join(folder, 'tables')).map((file) =>
    readFileSync(path.join(folder, 'tables', file), 'utf8'),
  )
  const columns = new Map(
    source.flatMap((text) =>
      [...text.matchAll(/^export interface (\w+Table) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => [
        name,
        new Set([...body.matchAll(/^ {2}(\w+):/gm)].map((line) => line[1])),
      ]),
    ),
  )
  const schema = readFileSync(path.join(folder, 'schema.ts'), 'utf8')
  const typed = [...schema.matchAll(/^ {2}(\w+): (\w+Table)$/gm)].map(([, table = '', type = '']) => [
    table,
    columns.get(type),
  ])
  expect(Object.fromEntries(typed)).toEqual(
    Object.fromEntries(tables.map((table) => [table.name, new Set(table.columns.map((column) => column.name))])),
  )
})
