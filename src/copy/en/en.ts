import { care } from './care.ts'
import { commands } from './commands.ts'
import { coverage } from './coverage.ts'
import { cycle } from './cycle.ts'
import { delivery } from './delivery.ts'
import { enrollment } from './enrollment.ts'
import { general } from './general.ts'
import { home } from './home.ts'
import { pairCommand } from './pair-command.ts'
import { pairing } from './pairing.ts'
import { peopleList } from './people.ts'
import { personForm } from './person-form.ts'
import { peopleCommand } from './people-command.ts'
import { program } from './program.ts'
import { refusals } from './refusals.ts'
import { report } from './report.ts'
import { visibility } from './visibility.ts'

/** English: one entry for each room. */
export const en = {
  general,
  commands,
  coverage,
  cycle,
  report,
  pairing,
  pairCommand,
  peopleList,
  peopleCommand,
  personForm,
  program,
  refusals,
  visibility,
  enrollment,
  care,
  home,
  delivery,
}
