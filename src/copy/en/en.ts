import { commands } from './commands.ts'
import { enrollment } from './enrollment.ts'
import { general } from './general.ts'
import { pairing } from './pairing.ts'
import { refusals } from './refusals.ts'
import { visibility } from './visibility.ts'

/** English: one entry for each room. */
export const en = { general, commands, pairing, refusals, visibility, enrollment }
