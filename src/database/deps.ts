import type { Kysely } from 'kysely'
import type { Cipher } from './cipher.ts'
import type { DB } from './schema.ts'

/** The database, or one transaction of it: every store takes this. */
export type Db = Kysely<DB>

/** What every verb is handed. */
export interface Deps {
  readonly db: Db
  readonly cipher: Cipher
  /** rings the sender's and the tick's bell; call it after the commit that wrote something due */
  readonly wake: () => void
}
