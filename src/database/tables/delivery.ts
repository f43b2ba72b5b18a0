import type { Generated, GeneratedAlways } from 'kysely'
import type { Timestamp } from './columns.ts'

export interface DeliveryTable {
  workspace_id: string
  delivery_id: GeneratedAlways<number>
  kind: string
  subject: string
  cycle_on: string
  recipient: string
  state: 'due' | 'sending' | 'sent' | 'in_doubt' | 'failed' | 'skipped'
  due_at: Timestamp
  priority: number
  is_unasked: boolean
  expires_on: string | null
  attempt: Generated<number>
  fence: number | null
  lease_until: Timestamp | null
  doubted_at: Timestamp | null
  channel: string | null
  ts: string | null
  sent_at: Timestamp | null
  reason: string | null
  planned_at: Timestamp
}

export interface InboxTable {
  workspace_id: string
  inbox_key: string
  received_at: Timestamp
  body: Buffer | null
  done_at: Timestamp | null
}

export interface LeaseTable {
  workspace_id: string
  name: string
  holder: string
  fence: number
  held_until: Timestamp
}

export interface HeartbeatTable {
  workspace_id: string
  name: string
  at: Timestamp
  note: string | null
}
