import { commands } from './commands.ts'
import { general } from './general.ts'
import { refusals } from './refusals.ts'
import { visibility } from './visibility.ts'

/** English: one entry for each room. */
export const en = { general, commands, refusals, visibility }
