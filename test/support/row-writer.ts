import { migrate } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/database/open.ts'

/** A process of its own that writes one row after another and says the number of each once it is acknowledged. */
const { db } = await openDatabase({ folder: process.argv[2] ?? '' })
await migrate(db)
console.log('ready')
for (let n = 0; ; n += 1) {
  await db
    .insertInto('workspace')
    .values({ workspace_id: `T${process.pid}-${n}`, name: '', bot_user_id: '', installed_at: new Date(0) })
    .execute()
  console.log(`T${process.pid}-${n}`)
}
