/** A mention as Slack writes it into a command: `<@U1|ana>`, with the words before and after it. */
export interface Mention {
  readonly personId: string
  readonly before: string
  readonly after: string
}

/** The first person mentioned; undefined where none is: `@ana` as typed, a channel and a name are no mention. */
export function mentionIn(words: string): Mention | undefined {
  const found = /^(.*?)<@([^|>\s]+)(?:\|[^>]*)?>(.*)$/su.exec(words)
  const [, before = '', personId = '', after = ''] = found ?? []
  return personId === '' ? undefined : { personId, before: before.trim(), after: after.trim() }
}
