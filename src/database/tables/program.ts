import type { Generated, GeneratedAlways } from 'kysely'
import type { Json, Timestamp } from './columns.ts'

export interface ProgramTable {
  workspace_id: string
  program_id: GeneratedAlways<number>
  name: string
  name_key: string
  kind: 'traditional' | 'reverse' | 'reciprocal' | 'cross-group'
  state: 'draft' | 'open' | 'running' | 'closed'
  tz: string
  created_by: string
  created_at: Timestamp
  opened_at: Timestamp | null
  closed_at: Timestamp | null
  join_by: string
  first_on: string
  ends_on: string | null
  next_round_on: string | null
  cadence: number
  curriculum: string
  invited: Json
  is_private: Generated<boolean>
  sponsor: string | null
  attribute: Json | null
  rules: Json
  holidays: Generated<string[]>
  wants_reminders: Generated<boolean>
  seed: number
}

export interface LeadTable {
  workspace_id: string
  lead_id: GeneratedAlways<number>
  person_id: string
  program_id: number | null
  added_by: string
  added_at: Timestamp
  paused_until: string | null
}

export interface TopicTable {
  workspace_id: string
  program_id: number
  position: number
  topic_key: string
}

export interface CycleTable {
  workspace_id: string
  program_id: number
  starts_on: string
  ends_on: string
  number: number
  topic_key: string
}

export interface EnrollmentTable {
  workspace_id: string
  program_id: number
  person_id: string
  role: 'guide' | 'learner' | 'both'
  capacity: number
  state: 'active' | 'paused' | 'left'
  joined_at: Timestamp
  left_at: Timestamp | null
  paused_until: string | null
  conduct_accepted_at: Timestamp
  attribute: Buffer | null
  rounds_waited: Generated<number>
  waiting_since: string | null
}

export interface InvitationTable {
  workspace_id: string
  program_id: number
  person_id: string
  invited_at: Timestamp
  declined_at: Timestamp | null
}

export interface ExclusionTable {
  workspace_id: string
  person_id: string
  other_id: string
  cause: 'private' | 'rematch'
  added_at: Timestamp
}
