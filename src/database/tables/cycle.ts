import type { Generated } from 'kysely'
import type { Json, Timestamp } from './columns.ts'

export interface TalkDateTable {
  workspace_id: string
  pair_id: number
  cycle_on: string
  talk_at: Timestamp
  set_by: string
  set_at: Timestamp
  moves: Generated<number>
}

export interface AgreementTable {
  workspace_id: string
  pair_id: number
  version: number
  words: Buffer
  written_by: string
  written_at: Timestamp
}

export interface AgreementConfirmationTable {
  workspace_id: string
  pair_id: number
  person_id: string
  version: number
  confirmed_at: Timestamp
}

export interface CheckInTable {
  workspace_id: string
  pair_id: number
  cycle_on: string
  person_id: string
  asked_at: Timestamp
  has_met: boolean | null
  worth: number | null
  learned: number | null
  taught: number | null
  confident: number | null
  heard: number | null
  agreement_holds: boolean | null
  something_came: Generated<boolean>
  words: Buffer | null
  answered_at: Timestamp | null
}

export interface ReleaseTable {
  workspace_id: string
  program_id: number
  cycle_on: string
  released_at: Timestamp
  figures: Json
}
