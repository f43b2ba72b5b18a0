import type { OnPeopleChanged } from './sync.ts'
import type { FindFocus } from './focus.ts'
import type { FindSaid } from './said.ts'
import type { SlackDirectory } from './slack-directory.ts'
import type { SlackFiles } from './slack-files.ts'

/** What the people room is handed by main.ts. */
export interface PeopleSide {
  readonly files: SlackFiles
  readonly directory: SlackDirectory
  readonly focus: FindFocus
  readonly said: FindSaid
  readonly onChanged: OnPeopleChanged
}
