/** The slash command, as the manifest names it. */
export const COMMAND = '/mentor'

/**
 * Every action_id, `noun.verb`; one block of lines a room. The rehearsal presses these.
 * An action_id may stand once in a message or view; several alike (five buttons for worth, a menu a pair) are
 * `member(ACTION.worth, '4')`, and the listener of ACTION.worth gets them all.
 */
export const ACTION = {
  helpShow: 'help.show',
  commandAgain: 'command.again',
  statusShow: 'status.show',
  // people, leads, contacts
  peopleImportOpen: 'people.import',
  peopleShow: 'people.show',
  peopleFaults: 'people.faults',
  peopleColumns: 'people.columns',
  peopleExport: 'people.export',
  peopleInvite: 'people.invite',
  contactAccept: 'contact.accept',
  contactDecline: 'contact.decline',
  contactAdd: 'contact.add',
  contactRemove: 'contact.remove',
  // program
  programCreate: 'program.create',
  programOpen: 'program.open',
  programMore: 'program.more',
  programEnd: 'program.end',
  programShow: 'program.show',
  programChange: 'program.change',
  // enrollment
  joinOpen: 'join.open',
  joinMore: 'join.more',
  joinAgain: 'join.again',
  inviteDecline: 'invitation.decline',
  profileOpen: 'profile.open',
  leaveAsk: 'leave.ask',
  leaveConfirm: 'leave.confirm',
  // care
  endingNewPartner: 'ending.new_partner',
  breakOpen: 'break.open',
  // pairing
  pairPublish: 'round.publish',
  pairRound: 'round.show',
  pairPage: 'round.page',
  pairRerun: 'round.rerun',
  pairDetails: 'round.details',
  pairMenu: 'pair.menu',
  pairEnd: 'pair.end',
  pairSearch: 'round.search',
  pairHand: 'round.by_hand',
  pairExport: 'round.export',
  waitingPage: 'waiting.page',
  // cycle
  dateOpen: 'date.open',
  topicOther: 'topic.other',
  agreementOpen: 'agreement.open',
  agreementConfirm: 'agreement.confirm',
  agreementHolds: 'agreement.holds',
  met: 'check_in.met',
  notMet: 'check_in.not_met',
  worth: 'check_in.worth',
  words: 'check_in.words',
  somethingCame: 'check_in.something_came',
  confident: 'check_in.confident',
  heard: 'check_in.heard',
  learned: 'check_in.learned',
  taught: 'check_in.taught',
  calendarOpen: 'calendar.open',
  // report
  reportCounted: 'report.counted',
  reportCsv: 'report.csv',
  reportRefresh: 'report.show',
} as const

/** Every callback_id of a modal. */
export const VIEW = {
  join: 'join',
  profile: 'profile',
  leave: 'leave',
  takeBreak: 'break',
  program: 'program',
  programSave: 'program.save',
  programOpen: 'program.open',
  peopleImport: 'people.import',
  peoplePreview: 'people.preview',
  peopleColumns: 'people.columns',
  peopleLevels: 'people.levels',
  person: 'people.person',
  contact: 'contact',
  roundDetails: 'round.details',
  roundSearch: 'round.search',
  pairHand: 'round.by_hand',
  pairHandSure: 'round.by_hand_sure',
  date: 'date',
  agreement: 'agreement',
  words: 'check_in.words',
  notice: 'notice',
} as const

/** One of several alike: `check_in.worth:4`. */
export const member = (id: string, which: string | number): string => `${id}:${which}`

/** The registered id behind an action_id, whichever member it is. */
export const family = (actionId: string): string => actionId.split(':', 1)[0] ?? actionId

/** The largest id the database gives. */
const MAX_ID = 2_147_483_647

/** The id in a button's value or a form's metadata; 0, which nothing has, for whatever else stands there. */
export const readId = (value: string): number =>
  /^\d{1,10}$/u.test(value) && Number(value) <= MAX_ID ? Number(value) : 0
