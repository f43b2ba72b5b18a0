import type { SandboxUser } from '../host.ts'
import type { Call, Channel, Rows, StoredMessage, StoredView, Table } from './rows.ts'
import type { Derived } from './store.ts'

/** The same set of people is the same group conversation. */
export const groupKey = (members: readonly string[]): string => members.toSorted().join(' ')

/** What would otherwise need a look through everything on each call; rebuilt from the rows at the start. */
export class Indexes implements Derived {
  /** in order of ts */
  readonly messages = new Map<string, StoredMessage[]>()
  readonly channelsOf = new Map<string, string[]>()
  readonly groups = new Map<string, string>()
  readonly calls: Call[] = []
  readonly externalViews = new Map<string, string>()
  /** `user/channel` -> messages of the app since the last look; zero is left out */
  readonly unread = new Map<string, number>()
  /** days (UTC) on which the app posted */
  readonly days = new Set<string>()
  /** lower-case name or handle -> user id */
  readonly names = new Map<string, string>()
  posts = 0
  /** microseconds of the newest ts given out */
  lastTs = 0
  #channels = new Map<string, Channel>()
  #lastDay = -1

  changed<T extends Table>(table: T, key: string, row: Rows[T] | null, before: Rows[T] | undefined): void {
    const change = this.#by[table]
    // The table's own function takes the table's own rows: `table` picked both.
    ;(change as ((key: string, row: unknown, before: unknown) => void) | undefined)?.(key, row, before)
  }

  cleared(): void {
    const maps = [
      this.messages,
      this.channelsOf,
      this.groups,
      this.externalViews,
      this.unread,
      this.days,
      this.names,
      this.#channels,
    ]
    for (const map of maps) map.clear()
    this.calls.length = 0
    this.posts = 0
    this.lastTs = 0
    this.#lastDay = -1
  }

  readonly #by: { readonly [T in Table]?: (key: string, row: Rows[T] | null, before: Rows[T] | undefined) => void } = {
    message: (_key, row, before) => this.#message(row, before),
    channel: (_key, row) => row && this.#channel(row),
    call: (_key, row) => row && this.#call(row),
    view: (_key, row, before) => this.#view(row, before),
    user: (_key, row) => row && this.#user(row),
    read: (key, row) => row && this.#read(key, row),
  }

  #message(row: StoredMessage | null, before: StoredMessage | undefined): void {
    const channel = (row ?? before)?.channel ?? ''
    const list = this.messages.get(channel) ?? []
    this.messages.set(channel, list)
    if (before) {
      const at = positionOf(list, before.ts)
      if (row) list[at] = row
      else list.splice(at, 1)
    } else if (row) {
      list.splice(positionOf(list, row.ts), 0, row)
      this.lastTs = Math.max(this.lastTs, Number(row.ts.replace('.', '')))
      this.#countUnread(row)
    }
  }

  #countUnread(row: StoredMessage): void {
    if (row.from !== 'app' || row.only !== null) return
    for (const user of this.#channels.get(row.channel)?.members ?? []) {
      const key = `${user}/${row.channel}`
      this.unread.set(key, (this.unread.get(key) ?? 0) + 1)
    }
  }

  #read(key: string, upTo: string): void {
    const channel = key.slice(key.indexOf('/') + 1)
    const list = this.messages.get(channel) ?? []
    let left = 0
    for (let i = list.length - 1; i >= 0; i -= 1) {
      const message = list[i]
      if (!message || message.ts <= upTo) break
      if (message.from === 'app' && message.only === null) left += 1
    }
    if (left === 0) this.unread.delete(key)
    else this.unread.set(key, left)
  }

  #channel(row: Channel): void {
    if (!this.#channels.has(row.id)) for (const user of row.members) append(this.channelsOf, user, row.id)
    this.#channels.set(row.id, row)
    if (row.kind === 'mpim') this.groups.set(groupKey(row.members), row.id)
  }

  #call(row: Call): void {
    this.calls.push(row)
    if (row.method !== 'chat.postMessage' || !row.accepted) return
    this.posts += 1
    const day = Math.floor(row.at / 86_400_000)
    if (day === this.#lastDay) return
    this.#lastDay = day
    this.days.add(new Date(day * 86_400_000).toISOString())
  }

  #view(row: StoredView | null, before: StoredView | undefined): void {
    const old = before?.view['external_id']
    if (typeof old === 'string') this.externalViews.delete(old)
    const external = row?.view['external_id']
    if (row && typeof external === 'string' && external !== '') this.externalViews.set(external, row.id)
  }

  #user(row: SandboxUser): void {
    this.names.set(row.name.toLowerCase(), row.id)
    this.names.set(row.id.toLowerCase(), row.id)
  }
}

/** Where ts stands, or would stand, in a list ordered by ts; almost always at the end. */
function positionOf(list: readonly StoredMessage[], ts: string): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.ts ?? '') < ts) low = middle + 1
    else high = middle
  }
  return low
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
