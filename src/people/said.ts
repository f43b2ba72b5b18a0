import type { Db, Deps } from '../database/deps.ts'
import type { Call } from '../slack/listener.ts'
import type { KnownFacts } from './csv/facts.ts'
import type { Role } from './person.ts'

/** What somebody said of themselves, as far as that lead may see it. It wins over every file. */
export interface Said {
  /** of their profile; what is left out they did not say */
  readonly facts: Partial<KnownFacts>
  /** how they come to each program, which no file changes any more */
  readonly programs: readonly { readonly name: string; readonly role: Role; readonly capacity: number }[]
}

/** Reads it for that lead; the people room knows no programs and no answers, so main.ts hands this in. */
export type FindSaid = (
  deps: { readonly db: Db; readonly cipher: Deps['cipher'] },
  asker: Pick<Call, 'workspaceId' | 'standing'>,
  personId: string,
) => Promise<Said>
