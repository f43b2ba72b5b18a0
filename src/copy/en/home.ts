import { general } from './general.ts'

/** Where I stand: the answer to `/mentor`, and App Home. */
export const home = {
  title: 'Where I stand',
  line: 'Where you stand in mentoring',
  whatItIs:
    'Mentoring here is an hour a month with one colleague you would not meet otherwise: one guides, one learns, and sometimes you swap. Each month brings a topic and questions to start from. It is voluntary, and I cannot read what you two write.',
  notIn: 'You are in no program.',
  joinable: (programs: number) =>
    programs === 1 ? '1 program is open for you to join.' : `${programs} programs are open for you to join.`,
  noneOpen: 'None is open for you to join at the moment.',
  guestOrBot: 'Mentoring is for members of this workspace, so guests and apps cannot take part.',
  notSetUp: (who: string) =>
    `Mentoring is not set up here yet. ${who} can start by naming the first program lead: \`/mentor lead add @person\`.`,
  anyAdmin: 'An owner or admin of this Slack',
  you: 'You, as an owner or admin of this Slack,',
  youFirst: 'you',
  pair: (program: string, people: string) => `*${program}: ${people}*`,
  beforeKickoff: 'You are introduced in the next working hours that suit you both. There is nothing you need to do.',
  kickoff: 'First talk: agree how you want to do this. Nobody guides in it.',
  introduced: (kickoff: string, date: string) => `You are introduced. ${kickoff} What helps with it comes on ${date}.`,
  topic: (month: string, topic: string) => `${month}: ${topic}.`,
  guide: 'You guide this time.',
  learner: 'You learn this time.',
  talkOn: (when: string) => `You talk on ${when}.`,
  talkedOn: (when: string) => `Your talk was set for ${when}.`,
  noDate: 'No date yet.',
  nextTopic: (date: string) => `The next topic comes on ${date}.`,
  lastTopic: (date: string) => `This is the last topic; the program ends on ${date}.`,
  waiting: (program: string) => `*${program}: on the waiting list*`,
  ended: (partners: string) => `Your pairing with ${partners} has ended.`,
  place: (place: number, all: number) => `Place ${place} of ${all}; those who waited longest come first.`,
  since: (date: string) => `You have waited since ${date}.`,
  reason: (why: string) => `Last round: ${why}.`,
  unanswered: (question: string) =>
    `You gave no answer to "${question}". That is fine, and only you read this: without one I can find no partner for you here.`,
  answer: 'Answer that question',
  keepsPlace: 'You keep your place without doing anything.',
  resting: (program: string, date: string) => `*${program}: a break until ${date}*`,
  restingNext: 'Then you are back on the waiting list by yourself.',
  historyTitle: '*Before*',
  history: (partners: string, program: string, from: string, to: string) => `${partners}, ${program}: ${from} to ${to}`,
  haveDate: 'We have a date',
  moveDate: 'Move the date',
  /** with several partners */
  dateWith: (partners: string, isSet: boolean) => `${isSet ? 'Move the date' : 'A date'} with ${partners}`,
  myProfile: 'My profile',
  /** in several programs: which, is asked next */
  aProfile: 'One of my profiles',
  backNow: 'Back now',
  leave: 'Leave',
  leaveOne: 'Leave one of them',
  join: 'Join',
  leadTitle: '*For you as a lead*',
  checklistTitle: '*To do before the first program opens*',
  steps: {
    contacts: (count: number) =>
      count >= 2
        ? `${general.people(count)} will listen to concerns.`
        : `Contacts for concerns: ${count} of at least 2 have accepted. \`/mentor contacts\``,
    people: (isDone: boolean) =>
      isDone ? 'The list of people is in.' : 'Levels, teams and managers: fill in the list of people. `/mentor people`',
    program: (name: string | null) =>
      name === null ? 'A program: who guides whom, and from when. `/mentor program`' : `${name} is written down.`,
    open: () => 'Open it: I say first how many are invited, and when. `/mentor program`',
  },
  stepDone: (text: string) => `:white_check_mark: Done: ${text}`,
  stepOpen: (text: string) => `:white_large_square: ${text}`,
  stepButtons: {
    contacts: 'Name contacts',
    people: 'Fill in the list of people',
    program: 'Create a program',
    open: 'Look at it and open it',
  },
  leadAllEnded:
    'What you led has ended; `/mentor report` still shows its last figures. `/mentor program` creates the next.',
  overview: (o: { name: string; joined: number; pairs: number; waiting: number }) =>
    `*${o.name}*: ${o.joined === 0 ? 'nobody has joined yet' : `${general.people(o.joined)} in it`}, ${o.pairs === 0 ? 'no pair' : general.pairs(o.pairs)}, ${o.waiting === 0 ? 'nobody waits' : `${o.waiting === 1 ? '1 waits' : `${o.waiting} wait`}`}.`,
  draft: (name: string) => `*${name}*: a draft, seen by leads only.`,
  roundToRead: 'A proposed round waits for you: `/mentor pair`.',
  roundOn: (date: string) => `The next round is on ${date}.`,
  noRound: 'No further round is planned.',
  readRound: 'Read the proposed pairs',
}
