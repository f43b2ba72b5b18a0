import type { Company, HostClock, PeopleClient, SandboxMessage } from '../sandbox/host.ts'
import { joinByName } from './acts/join.ts'
import { hearsOfIt, intentOf } from './minds.ts'
import type { CompanyRest } from './resident.ts'
import type { Intent, Stage } from './stage.ts'

/**
 * The invented people of one process. Each act is a piece of work on the clock: asleep until its instant, then carried
 * out through Slack's protocol. What was meant before this process began is taken as done. Who finds that a button has
 * gone meanwhile lets it be; `complain` is told.
 */
export function createPlayers(clock: HostClock, complain: (fault: unknown) => void) {
  const done = new Set<string>()
  let began: number | undefined

  /** a new company: nobody has done or meant anything yet */
  function begin(): void {
    done.clear()
    began = undefined
  }

  function play(company: Company, people: PeopleClient, over: AbortSignal): void {
    began ??= clock.now()
    const rest = company.rest as CompanyRest // make-company.ts wrote it, and the sandbox hands it back untouched
    const byId = new Map(rest.residents.map((person) => [person.id, person]))
    const consider = (user: string, channel: string, message: SandboxMessage) => {
      const me = byId.get(user)
      const key = `${company.name}/${company.seed}/${user}/${channel}/${message.ts}`
      if (!me || message.from !== 'app' || message.ephemeral || people.byHand(user) || done.has(key)) return
      const intent = intentOf(message, me, rest, company.seed)
      if (!intent || intent.at < (began ?? 0)) return
      done.add(key)
      const stage: Stage = { clock, people, seed: company.seed, rest, me, channel, message }
      clock.work(`${user} answers`, () => perform(stage, intent, over, () => done.delete(key))).catch(complain)
    }
    const stop = people.onMessage(consider)
    over.addEventListener('abort', stop, { once: true })
    for (const { id } of rest.residents) {
      for (const { channel, messages } of people.conversations(id)) {
        for (const message of messages) consider(id, channel, message)
      }
    }
    if (rest.program.isPrivate) for (const me of rest.residents) hearOf({ people, me, rest }, company, over)
  }

  /** A private program invites nobody; those who would join hear of it and type its name. */
  function hearOf(by: Pick<Stage, 'people' | 'me' | 'rest'>, company: Company, over: AbortSignal): void {
    const key = `${company.name}/${company.seed}/${by.me.id}/hears`
    const at = hearsOfIt(by.me, by.rest, company.seed)
    if (!by.me.joins || by.people.byHand(by.me.id) || done.has(key) || at < (began ?? 0)) return
    done.add(key)
    void clock.work(`${by.me.id} joins`, async () => {
      await clock.sleep(at, over)
      if (over.aborted) return void done.delete(key)
      if (!by.people.byHand(by.me.id)) await joinByName(by)
    })
  }

  async function perform(stage: Stage, intent: Intent, over: AbortSignal, undo: () => void): Promise<void> {
    await clock.sleep(Math.max(intent.at, clock.now()), over)
    // the move ended first: the next one takes the intent up again
    if (over.aborted) return undo()
    if (stage.people.byHand(stage.me.id)) return
    await intent.act(stage)
  }

  return { begin, play }
}
