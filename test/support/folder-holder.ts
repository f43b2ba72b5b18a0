import { lockFolder } from '../../src/database/folder-lock.ts'

/** A process of its own that takes the folder, says so on stdout, and holds it until it is killed. */
const folder = process.argv[2] ?? ''
try {
  await lockFolder(folder)
  console.log('holds')
  setInterval(() => {}, 60_000)
} catch (fault) {
  console.log(`refused: ${fault instanceof Error ? fault.message : String(fault)}`)
}
