import type { HostClock, PeopleClient, SandboxMessage } from '../sandbox/host.ts'
import type { CompanyRest, Resident } from './resident.ts'

/** What an invented person has before them when they act. */
export interface Stage {
  readonly clock: Pick<HostClock, 'now' | 'sleep' | 'work'>
  readonly people: PeopleClient
  readonly seed: number
  readonly rest: CompanyRest
  readonly me: Resident
  readonly channel: string
  readonly message: SandboxMessage
}

/** What somebody means to do about a message, and when. */
export interface Intent {
  /** ms, virtual; inside their working hours */
  readonly at: number
  act(stage: Stage): Promise<void>
}

/** The message as it stands now: clicks redraw it in place. Undefined when it is gone. */
export const asItStands = ({ people, me, channel, message }: Stage): SandboxMessage | undefined =>
  people
    .conversations(me.id)
    .find((c) => c.channel === channel)
    ?.messages.find((m) => m.ts === message.ts)
