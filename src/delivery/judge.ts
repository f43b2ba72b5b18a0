import type { Db } from '../database/deps.ts'
import { unaskedSince } from './claim-store.ts'
import { DayCounts, decide, isSameDay, type Verdict } from './decide.ts'
import type { Recipient, Recipients, Rendered } from './delivery.ts'
import type { Made } from './make-messages.ts'

/** Two local days reach this far back, whatever the zone. */
const DAYS_MS = 2 * 86_400_000

export interface Judged extends Made {
  readonly verdict: Verdict
}

/** Whether each message goes now: its people are looked up anew, and what they already got today counts. */
export async function judge(
  trx: Db,
  workspaceId: string,
  find: Recipients,
  messages: readonly Made[],
  now: Date,
): Promise<Judged[]> {
  const people = [...new Set(messages.flatMap(({ rendered }) => peopleOf(rendered)))]
  const recipients = people.length === 0 ? new Map<string, Recipient>() : await find(trx, workspaceId, people)
  const counts = await countToday(trx, workspaceId, recipients, now)
  return messages.map((made) => {
    const { row, kind, rendered } = made
    if (!kind || 'skip' in rendered) return { ...made, verdict: { skip: 'skip' in rendered ? rendered.skip : '' } }
    const { expiresOn } = row
    const addressed = { kind, people: peopleOf(rendered), expiresOn, holidays: rendered.holidays ?? [] }
    return { ...made, verdict: decide(addressed, recipients, counts, now) }
  })
}

const peopleOf = (said: Rendered): readonly string[] =>
  'skip' in said ? [] : 'person' in said.to ? [said.to.person] : said.to.group

async function countToday(
  trx: Db,
  workspaceId: string,
  recipients: ReadonlyMap<string, Recipient>,
  now: Date,
): Promise<DayCounts> {
  const counts = new DayCounts()
  const keys = [...recipients].flatMap(([id, { groups = [] }]) => [id, ...groups])
  if (keys.length === 0) return counts
  const sent = await unaskedSince(trx, workspaceId, keys, new Date(now.getTime() - DAYS_MS))
  for (const [id, { tz, groups = [] }] of recipients) {
    for (const { recipient, at } of sent) {
      if ((recipient === id || groups.includes(recipient)) && isSameDay(at, now, tz)) counts.add(id)
    }
  }
  return counts
}
