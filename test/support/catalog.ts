import type pg from 'pg'

const OURS = "n.nspname = 'public' and c.relname not like 'kysely\\_%'"

const TABLES = `select c.oid, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OURS} order by c.relname`
const COLUMNS = `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    a.attidentity <> '' as counted, pg_get_expr(d.adbin, d.adrelid) as default
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`
const CONSTRAINTS = `select conname as name, contype as kind, pg_get_constraintdef(oid) as definition
  from pg_constraint where conrelid = $1 and contype <> 'n' order by contype desc, conname`
const INDEXES = `select pg_get_indexdef(i.indexrelid) as definition from pg_index i
  where i.indrelid = $1 and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = $1)
  order by 1`

interface Column {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly counted: boolean
  readonly default: string | null
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** kind as in pg_constraint.contype: p, u, f, c */
  readonly constraints: readonly { readonly name: string; readonly kind: string; readonly definition: string }[]
  readonly indexes: readonly string[]
}

/** Our tables as PostgreSQL's own catalog has them, by name. */
export async function readCatalog(pool: pg.Pool): Promise<readonly Table[]> {
  const tables = await pool.query<{ oid: number; table: string }>(TABLES)
  return Promise.all(
    tables.rows.map(async ({ oid, table }) => ({
      name: table,
      columns: (await pool.query<Column>(COLUMNS, [oid])).rows,
      constraints: (await pool.query<Table['constraints'][number]>(CONSTRAINTS, [oid])).rows,
      indexes: (await pool.query<{ definition: string }>(INDEXES, [oid])).rows.map((index) => index.definition),
    })),
  )
}

/** The columns of a table's primary key, in order. */
export const primaryKey = (table: Table): readonly string[] =>
  table.constraints
    .filter((constraint) => constraint.kind === 'p')
    .flatMap((constraint) => /\((.*)\)/.exec(constraint.definition)?.[1]?.split(', ') ?? [])

/** The whole schema as text to read in a review. */
export const schemaText = (tables: readonly Table[]): string =>
  `${tables.map((table) => [table.name, ...columnLines(table), ...ruleLines(table)].join('\n')).join('\n\n')}\n`

const columnLines = (table: Table): string[] =>
  table.columns.map((column) =>
    [
      `  ${column.name}`,
      column.type,
      ...(column.required ? ['not null'] : []),
      ...(column.counted ? ['identity'] : []),
      ...(column.default === null ? [] : [`default ${column.default}`]),
    ].join(' '),
  )

const ruleLines = (table: Table): string[] => [
  ...table.constraints.map((constraint) => `  : ${constraint.definition}`),
  ...table.indexes.map((definition) => `  + ${definition}`),
]
