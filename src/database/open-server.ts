import { setTimeout as nap } from 'node:timers/promises'
import type { PostgresPool } from 'kysely'
import pg from 'pg'
import { ConfigError } from '../config.ts'
import { guardedKysely } from './guard.ts'
import type { Database } from './open.ts'
import { hasSqlState, SQLSTATE } from './sqlstate.ts'
import { valueTypes } from './value-types.ts'

/** Every wait at this boundary ends: on the server by its own limits, here by `query_timeout` (a half-open socket). */
const LIMITS = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
  query_timeout: 35_000,
} as const

/** how long a server that is just starting is waited for */
export const PATIENCE_MS = 10_000
const BETWEEN_TRIES_MS = 250
const OLDEST_VERSION = 14

/**
 * Opens PostgreSQL, waiting so many milliseconds for a server that is just starting.
 * @throws ConfigError when none has answered by then, when it refuses, and when it is too old
 */
export async function openServer(url: string, patience = PATIENCE_MS): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    keepAlive: true,
    application_name: 'vice-versa',
    types: valueTypes,
    ...LIMITS,
    connectionTimeoutMillis: Math.min(LIMITS.connectionTimeoutMillis, patience),
  })
  // A connection that the server ends, idle or in use, is replaced at the next use, and what it was doing fails by
  // itself. Without these listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    const version = await serverVersion(pool, patience)
    if (!(version >= OLDEST_VERSION)) {
      throw new ConfigError([`DATABASE_URL: PostgreSQL ${OLDEST_VERSION} or newer is needed, this is ${version}`])
    }
  } catch (fault) {
    await pool.end()
    throw fault
  }
  // Kysely names fewer overloads of a client's query() than pg has; the pool is the same.
  const db = guardedKysely(pool as unknown as PostgresPool)
  return { kind: 'postgres', pool, db, close: () => db.destroy() }
}

async function serverVersion(pool: pg.Pool, patience: number): Promise<number> {
  const deadline = performance.now() + patience
  for (;;) {
    const left = deadline - performance.now()
    try {
      return await within(left, askVersion(pool))
    } catch (fault) {
      const isFinal = hasSqlState(
        fault,
        SQLSTATE.invalidAuthorization,
        SQLSTATE.invalidPassword,
        SQLSTATE.noSuchDatabase,
      )
      if (isFinal || performance.now() + BETWEEN_TRIES_MS >= deadline) throw unreachable(fault, isFinal, patience)
      await nap(BETWEEN_TRIES_MS)
    }
  }
}

async function askVersion(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num')
  return Math.floor(Number(rows[0]?.server_version_num) / 10_000)
}

async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const over = new AbortController()
  const late = nap(ms, undefined, { signal: over.signal }).then(() => {
    throw new Error('no answer')
  })
  return Promise.race([answer, late]).finally(() => {
    over.abort()
    late.catch(() => {})
  })
}

/** The driver's own words name host and reason, never the password. */
function unreachable(fault: unknown, isFinal: boolean, patience: number): ConfigError {
  const why = fault instanceof AggregateError ? fault.errors.map(said).join('; ') : said(fault)
  const what = isFinal ? 'the server refuses' : `no database answers within ${patience / 1000} s`
  return new ConfigError([`DATABASE_URL: ${what} (${why})`], { cause: fault })
}

const said = (fault: unknown): string => (fault instanceof Error ? fault.message : 'unknown reason')
