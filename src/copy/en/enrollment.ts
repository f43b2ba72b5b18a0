import type { ReadLeads } from '../read-leads.ts'
import { general } from './general.ts'

/** Who guides whom, in plain words. */
const kinds = {
  reverse: 'Here people early in their working life guide, and senior people learn.',
  traditional: 'Here experienced people guide, and people earlier in their working life learn.',
  reciprocal: 'Here the two partners take turns: this time you guide, next time you learn.',
  'cross-group': 'Here two people of about the same level, with different experience of work, take turns.',
}

type Kind = keyof typeof kinds

/** Joining, the profile, the invitation. */
export const enrollment = {
  kinds,
  none: 'No program is open for you to join at the moment. If you know the name of one, type it after `/mentor join`; else a program lead can tell you what is planned.',
  choose: 'Which program would you like to join?',
  chooseProfile: 'Your role and the number of partners belong to one program. Which one?',
  noProfile:
    'You are in no program at the moment, so there is no profile to change. `/mentor join` shows what is open.',
  alreadyIn: (program: string) => `You are in ${program} already. Nothing was changed.`,
  rejoin: (program: string) =>
    `You were in ${program} before. Your answers are kept, so you can come back with one click. By coming back you accept the note below again.`,
  joinTitle: (program: string) => `Join ${program}`,
  profileTitle: 'My profile',
  aboutProgram: (program: string, kind: Kind, rest: string) => `*${program}*\n${kinds[kind]} ${rest}`,
  voluntary: 'It takes about an hour a month, it is voluntary, and you can leave at any time without a reason.',
  seenThatJoined: "That you join is seen by the program's leads. Your manager is not told.",
  role: 'I come as',
  roles: {
    guide: { label: 'Guide', help: 'I lead the talks. I need not be an expert.' },
    learner: { label: 'Learner', help: 'I bring questions, and I listen first.' },
    both: { label: 'Both', help: 'Whichever is needed more.' },
  },
  offers: 'I can offer',
  offersHint: 'Up to 3. You need not be an expert: what do people ask you about?',
  offersOther: 'Something else I can offer',
  wants: 'I want to learn',
  wantsHint: 'Up to 3. Whatever you would like to hear from somebody who lives it.',
  wantsOther: 'Something else I want to learn',
  otherHint: 'A few words. They join the list that everyone here chooses from, and nobody sees there who typed them.',
  otherGroup: 'Added by people here',
  chooseSkill: 'Choose',
  level: 'My level',
  levelHint: 'A larger number is more senior. Pairing needs it; no file named yours.',
  levelOption: (level: number) => `Level ${level}`,
  manager: 'My manager',
  managerHint: 'So that you are never paired with your own manager, or theirs.',
  managerSelf: 'Please name somebody else; you cannot be your own manager.',
  more: 'More: hours, languages, partners',
  capacity: 'How many partners at once',
  capacityHint: 'From 1 to 10. One is usual; with 3 or more, keep an hour a month free for each.',
  languages: 'Languages I can hold a talk in',
  hoursFrom: 'My working day begins',
  hoursTo: 'My working day ends',
  hoursHint: (tz: string) => `In your own time zone, ${tz}.`,
  asyncFirst: 'Writing first',
  asyncFirstOption: 'I would rather write than call',
  privateList: 'People I would rather not be paired with',
  privateListHint: 'They are never told.',
  bio: 'One line about me',
  bioHint: 'For the day your partner meets you. At most 150 characters.',
  mayBeAsked: 'A single talk',
  mayBeAskedOption: 'Others may ask me for a single talk',
  attributeHint: (rule: 'none' | 'differs' | 'guide-declares') =>
    `You need not answer${{ none: '', differs: '; I can pair only people who did', 'guide-declares': '; only people who did can guide' }[rule]}. Your answer is kept encrypted, used for the pairs of this program only, and deleted when you leave.`,
  attributeBelonging: (lead: string) =>
    `Your partner and the program's leads, among them ${lead}, will know that you belong, because of what this program is. No message ever names your answer.`,
  conduct: (contacts: readonly string[]) =>
    [
      '*Before you join*',
      'What is said in a talk stays between the two of you, unless you agree otherwise or somebody is in danger.',
      'Listen first. Nobody has to answer a question, and nobody comments on looks, private life or beliefs.',
      'Either of you may end the pairing at any time, in two clicks, without a reason.',
      contacts.length > 0
        ? `If something is wrong, ${general.either(contacts)} will listen; your partner is not told.`
        : 'If something is wrong, the contacts for concerns will listen; your partner is not told.',
    ].join('\n'),
  joinAndAccept: 'Join and accept',
  notJoin: "Don't join",
  join: 'Join',
  joinAgain: 'Join again',
  change: 'Change',
  noticeTitle: 'Mentoring',
  changeFirst: 'Change my answers first',
  myProfile: 'My profile',
  whereIStand: 'Where I stand',
  moreByName: 'There are more; type `/mentor join` and the name of the one you mean.',
  joined: (program: string) => `You are in ${program}.`,
  joinedTitle: 'You are in',
  nextRound: (date: string) =>
    `Pairs are made on ${date}. Then you hear from me: either who your partner is and why you two, or why there is none yet and when the next round comes.`,
  noRoundYet: (lead: string) =>
    `${lead} has not set the day of the next round yet. When pairs are made you hear from me: who your partner is and why you two, or why there is none yet.`,
  noMoreRounds: (date: string, lead: string) =>
    `No further pairs are planned before the program ends on ${date}. If a place comes free, ${lead} can offer it to you.`,
  partnerBy: (date: string, lead: string, next: string | null) =>
    `Within 2 working days, by ${date}, I look for a partner for you. If somebody fits, ${lead} reads the pair first and then you are introduced. If not, I tell you so${next ? `; the next pairs are made on ${next}` : ''}.`,
  lateRound: (lead: string) =>
    `The next pairs are being looked at by ${lead}. Then you hear from me: who your partner is and why you two, or why there is none yet.`,
  dueRound:
    'The next pairs are about to be made. Then you hear from me: who your partner is and why you two, or why there is none yet and when the next round comes.',
  nothingNeeded: 'There is nothing you need to do until then. `/mentor profile` changes your answers.',
  saved: 'Your profile is saved.',
  savedTitle: 'Saved',
  savedNext: 'It counts from the next round on; standing pairs stay as they are.',
  invitationLine: (program: string) => `An invitation: ${program}`,
  invitation: (name: string, program: string, kind: Kind, joinBy: string | null) =>
    `${name}, you are invited to *${program}*. ${kinds[kind]} It takes about an hour a month.${joinBy === null ? '' : ` The next pairs are made of those who join by ${joinBy}.`}`,
  invitationVoluntary: (leads: ReadLeads) =>
    `It is voluntary. ${general.capital(general.leads(leads))} ${general.isOneLead(leads) ? 'sees' : 'see'} who joins, and nobody sees who opened this or said no. Your partner sees what you offer and want to learn; each question says who sees its answer.`,
  notThisYear: 'Not this year',
  declined: (program: string) =>
    `Thank you for saying so. Nobody is told, and ${program} will not write to you again. Should you change your mind, \`/mentor join\` works as before.`,
  declinedLine: (program: string) => `${program}: not this year`,
}
