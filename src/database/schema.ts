import type {
  AgreementConfirmationTable,
  AgreementTable,
  CheckInTable,
  ReleaseTable,
  TalkDateTable,
} from './tables/cycle.ts'
import type { DeliveryTable, HeartbeatTable, InboxTable, LeaseTable } from './tables/delivery.ts'
import type { PairMemberTable, PairTable, RoundTable } from './tables/pairing.ts'
import type {
  AuditTable,
  ContactTable,
  EncryptionCheckTable,
  PeopleImportTable,
  PersonTable,
  ProfileTable,
  SkillTable,
  WorkspaceTable,
} from './tables/people.ts'
import type {
  CycleTable,
  EnrollmentTable,
  ExclusionTable,
  InvitationTable,
  LeadTable,
  ProgramTable,
  TopicTable,
} from './tables/program.ts'

/** Every table, as Kysely reads it. Dates (`*_on`) are strings `YYYY-MM-DD`; instants (`*_at`) are Dates. */
export interface DB {
  encryption_check: EncryptionCheckTable
  workspace: WorkspaceTable
  person: PersonTable
  profile: ProfileTable
  skill: SkillTable
  contact: ContactTable
  people_import: PeopleImportTable
  audit: AuditTable
  program: ProgramTable
  lead: LeadTable
  topic: TopicTable
  cycle: CycleTable
  enrollment: EnrollmentTable
  invitation: InvitationTable
  exclusion: ExclusionTable
  round: RoundTable
  pair: PairTable
  pair_member: PairMemberTable
  talk_date: TalkDateTable
  agreement: AgreementTable
  agreement_confirmation: AgreementConfirmationTable
  check_in: CheckInTable
  release: ReleaseTable
  delivery: DeliveryTable
  inbox: InboxTable
  lease: LeaseTable
  heartbeat: HeartbeatTable
}
