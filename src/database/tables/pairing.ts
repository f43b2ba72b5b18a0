import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Json, JsonDefaulted, Timestamp } from './columns.ts'

export interface RoundTable {
  workspace_id: string
  round_id: GeneratedAlways<number>
  program_id: number
  number: number
  state: 'proposed' | 'published' | 'discarded'
  seed: number
  held_on: string
  proposed_at: Timestamp
  proposed_by: string | null
  published_at: Timestamp | null
  published_by: string | null
  unpaired: JsonDefaulted
  figures: JsonDefaulted
  /** between rounds: it is about those it names, and nobody else has waited for it */
  is_small: Generated<boolean>
  least_change: ColumnType<unknown, string | null | undefined, string | null>
  /** gzip of the steps' graphs and certificates as JSON, in numbers only */
  proof: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
}

export interface PairTable {
  workspace_id: string
  pair_id: GeneratedAlways<number>
  program_id: number
  round_id: number
  state: 'proposed' | 'active' | 'ended'
  score: number
  reason: Json
  is_locked: Generated<boolean>
  proposer_id: string | null
  started_on: string | null
  kickoff_on: string | null
  first_cycle_on: string | null
  ended_at: Timestamp | null
  ended_because: 'left' | 'rematch' | 'lead' | 'departed' | 'silence' | 'closed' | null
}

export interface PairMemberTable {
  workspace_id: string
  pair_id: number
  person_id: string
  role: 'guide' | 'learner' | 'both'
}
