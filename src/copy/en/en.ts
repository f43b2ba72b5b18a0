import { commands } from './commands.ts'
import { enrollment } from './enrollment.ts'
import { general } from './general.ts'
import { pairing } from './pairing.ts'
import { refusals } from './refusals.ts'
import { report } from './report.ts'
import { visibility } from './visibility.ts'

/** English: one entry for each room. */
export const en = { general, commands, report, pairing, refusals, visibility, enrollment }
