import pg from 'pg'

/** What changes while nobody does anything: what came in, who is alive. */
const RESTLESS = ['inbox', 'heartbeat', 'lease']

/** Looks at the app's database from beside it. */
export interface Rows {
  /** table -> rows */
  counts(): Promise<Record<string, number>>
  /** table -> rows of that workspace, of every table that names one */
  ofWorkspace(workspaceId: string): Promise<Record<string, number>>
  query<T extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly T[]>
  close(): Promise<void>
}

export function lookInto(url: string): Rows {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const query: Rows['query'] = async <T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
    (await pool.query<T>(sql, [...values])).rows
  const tables = async (column: string): Promise<readonly string[]> => {
    const rows = await query<{ table_name: string }>(
      `select distinct table_name from information_schema.columns
       where table_schema = 'public' and ($1 = '' or column_name = $1) order by 1`,
      [column],
    )
    return rows.map((row) => row.table_name)
  }
  const count = async (table: string, where = '', values: readonly unknown[] = []): Promise<number> =>
    Number((await query<{ n: string }>(`select count(*) as n from "${table}" ${where}`, values))[0]?.n)
  return {
    query,
    counts: async () => {
      const found: Record<string, number> = {}
      for (const table of await tables('')) if (!RESTLESS.includes(table)) found[table] = await count(table)
      return found
    },
    ofWorkspace: async (workspaceId) => {
      const found: Record<string, number> = {}
      for (const table of await tables('workspace_id')) {
        found[table] = await count(table, 'where workspace_id = $1', [workspaceId])
      }
      return found
    },
    close: () => pool.end(),
  }
}
