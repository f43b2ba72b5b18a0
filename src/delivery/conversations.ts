import type { WebClient } from '@slack/web-api'

/** Conversations opened by this process; the same people always share the same one. */
const KEPT = 10_000

/** Ids of the app's conversations with people. */
export class Conversations {
  readonly #client: WebClient
  readonly #opened = new Map<string, string>()

  constructor(client: WebClient) {
    this.#client = client
  }

  known(people: readonly string[]): string | undefined {
    return this.#opened.get(keyOf(people))
  }

  /**
   * Asks Slack for the conversation with those people; opening posts nothing and may be repeated.
   * @throws what the client throws, and where the answer names no conversation
   */
  async open(people: readonly string[]): Promise<string> {
    const { channel } = await this.#client.conversations.open({ users: people.join(',') })
    if (!channel?.id) throw new Error('conversations.open named no conversation')
    if (this.#opened.size >= KEPT) this.#opened.clear()
    this.#opened.set(keyOf(people), channel.id)
    return channel.id
  }
}

const keyOf = (people: readonly string[]): string => people.toSorted().join(',')
