import type { Kysely } from 'kysely'
import type { Cipher } from './cipher.ts'
import type { DB } from './schema.ts'

/** The database, or one transaction of it: every store takes this. */
export type Db = Kysely<DB>

/** What every verb is handed. */
export interface Deps {
  readonly db: Db
  readonly cipher: Cipher
  /**
   * Rings the sender's and the tick's bell; call it after the commit that wrote something due.
   * @param whom the sender alone, where no planner has anything to follow up on
   */
  readonly wake: (whom?: 'sender') => void
}
