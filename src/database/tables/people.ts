import type { Generated, GeneratedAlways } from 'kysely'
import type { JsonDefaulted, Timestamp } from './columns.ts'

export interface EncryptionCheckTable {
  key_id: string
  sealed: Buffer
  created_at: Timestamp
}

export interface WorkspaceTable {
  workspace_id: string
  name: string
  bot_user_id: string
  synced_at: Timestamp | null
  installed_at: Timestamp
}

export interface PersonTable {
  workspace_id: string
  person_id: string
  name: string
  title: Generated<string>
  tz: Generated<string>
  locale: string | null
  is_guest: Generated<boolean>
  is_bot: Generated<boolean>
  is_admin: Generated<boolean>
  left_at: Timestamp | null
  level: number | null
  team: string | null
  site: string | null
  manager_id: string | null
  start_on: string | null
  hours_from: number | null
  hours_to: number | null
  languages: Generated<string[]>
  offers: Generated<string[]>
  wants: Generated<string[]>
  role: 'guide' | 'learner' | 'both' | null
  capacity: number | null
  imported_at: Timestamp | null
}

export interface ProfileTable {
  workspace_id: string
  person_id: string
  level: number | null
  manager_id: string | null
  hours_from: number | null
  hours_to: number | null
  languages: Generated<string[]>
  offers: Generated<string[]>
  wants: Generated<string[]>
  is_async_first: Generated<boolean>
  may_be_asked: Generated<boolean>
  bio: Buffer | null
  updated_at: Timestamp
}

export interface SkillTable {
  workspace_id: string
  skill_id: string
  label: string
  group_name: string
  source: 'file' | 'person'
  added_at: Timestamp
}

export interface ContactTable {
  workspace_id: string
  contact_id: GeneratedAlways<number>
  person_id: string | null
  label: string
  phone: string | null
  link: string | null
  named_by: string
  named_at: Timestamp
  accepted_at: Timestamp | null
  declined_at: Timestamp | null
}

export interface PeopleImportTable {
  workspace_id: string
  import_id: GeneratedAlways<number>
  made_by: string
  made_at: Timestamp
  sealed: Buffer
  applied_at: Timestamp | null
}

export interface AuditTable {
  workspace_id: string
  audit_id: GeneratedAlways<number>
  at: Timestamp
  actor_id: string
  verb: string
  subject: string
  detail: JsonDefaulted
}
