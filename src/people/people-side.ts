import type { KnownBlock } from '@slack/types'
import type { Deps } from '../database/deps.ts'
import type { Call } from '../slack/listener.ts'
import type { OnPeopleChanged } from './sync.ts'
import type { FindFocus } from './focus.ts'
import type { FindSaid } from './said.ts'
import type { SlackDirectory } from './slack-directory.ts'
import type { SlackFiles } from './slack-files.ts'

/** Who waits for a partner in that program and what there is to place them with, below the list of its people. */
export type ShowWaiting = (
  deps: Deps,
  call: Pick<Call, 'workspaceId' | 'copy'>,
  programId: number,
) => Promise<readonly KnownBlock[]>

/** What the people room is handed by main.ts. */
export interface PeopleSide {
  readonly files: SlackFiles
  readonly directory: SlackDirectory
  readonly focus: FindFocus
  readonly said: FindSaid
  readonly waiting: ShowWaiting
  readonly onChanged: OnPeopleChanged
}
