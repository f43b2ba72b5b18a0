import { FLOOR } from '../visibility.ts'
import { general } from './general.ts'

/** The form of a program, and the paragraph it is read back as. */
export const programForm = {
  kind: {
    traditional: 'Seniors guide, juniors learn',
    reverse: 'Juniors guide, seniors learn',
    reciprocal: 'Both take turns, whatever their level',
    'cross-group': 'Equals who differ take turns',
  },
  formTitle: 'A program',
  name: 'Name',
  nameHint: 'As people will read it, for example: Autumn talks.',
  kindLabel: 'Who guides whom',
  teams: 'Teams invited',
  teamsHint: 'Leave it empty to invite everybody.',
  levelFrom: 'From level',
  levelTo: 'To level',
  levelHint: 'Leave both empty to invite all levels.',
  joinBy: 'People can join until',
  firstOn: 'Month of the first topic',
  secondLead: 'Second lead',
  secondLeadHint: 'Takes over when you are away. A program can open without one.',
  more: 'More',
  moreHint: 'Topics, rhythm, rules, holidays and privacy have defaults that suit most programs.',
  curriculum: 'Topics',
  cadence: 'Months from one topic to the next',
  isPrivate: 'Private',
  privateOption: 'Listed to nobody, joined by its exact name',
  sponsor: 'Group that runs it',
  sponsorHint: 'For example an employee resource group.',
  attribute: 'A question for the pairing',
  attributeHint: 'Asked when people join, with their consent, and used for nothing else. Empty asks nothing.',
  attributeOptions: 'Its answers',
  attributeOptionsHint: 'One a line: at least 2, or 1 where only guides need an answer.',
  attributeRuleLabel: 'What its answers decide',
  attributeRule: { differs: 'Partners answer differently', 'guide-declares': 'Only people who answered guide' },
  attributeRuleHint: (traces: string) =>
    `Without a question nothing is decided. Nobody is shown the answers, not even you; pairs are proposed from ${FLOOR} answers on. ${traces}`,
  rules: 'Partners have',
  rule: {
    otherTeam: 'different teams',
    sharedLanguage: 'a common language',
    sharedHours: 'at least 2 shared working hours',
  },
  goal: 'In each round',
  mostPlaced: 'place as many people as possible',
  bestFit: 'make only the pairs that fit best',
  sites: 'Sites invited',
  people: 'Only these people',
  holidays: 'Holidays',
  holidaysHint: 'One date a line, like 2026-12-25. Nothing is sent on them.',
  reminders: 'Reminders',
  remindersOption: 'Remind a pair once each month',
  readBack: 'Read it back',
  saveTitle: 'Is that right?',
  save: 'Save the draft',
  back: 'Change it',
  saveHint: 'Saving tells nobody. Leads see the draft; people see the program when you open it.',
  savedTitle: 'Saved',
  saved: (name: string) => `${name} is saved as a draft. Nobody was told. Open it when you are ready.`,
  paragraph: (p: {
    name: string
    kind: string
    who: string
    joining: string
    first: string
    last: string
    cadence: number
    curriculum: string
    topics: number
    rules: string
    mostPlaced: boolean
    holidays: number
    reminders: boolean
  }) =>
    [
      `*${p.name}*: ${p.kind}. ${p.who}`,
      p.joining,
      `The first topic comes in ${p.first}, then one ${p.cadence === 1 ? 'a month' : `every ${p.cadence} months`}: ${p.topics} topics (${p.curriculum}) and a look back in ${p.last}.`,
      p.rules === ''
        ? 'Partners may be of one team and share neither hours nor a language. Some people are kept apart all the same, for many reasons, which I never name.'
        : `Partners have ${p.rules}.`,
      p.mostPlaced ? 'Each round places as many people as possible.' : 'Each round makes only the pairs that fit best.',
      p.reminders ? 'Each pair is reminded once a month at most.' : 'There are no reminders.',
      ...(p.holidays > 0 ? [`Nothing is sent on ${p.holidays === 1 ? '1 holiday' : `${p.holidays} holidays`}.`] : []),
    ].join(' '),
  joining: {
    open: (joinBy: string, roundOn: string) =>
      `People can join until ${joinBy}; on ${roundOn} I propose pairs, and a lead publishes them.`,
    running: (roundOn: string | null) =>
      roundOn === null
        ? 'People can still join; no further round is planned.'
        : `People can still join; on ${roundOn} I propose pairs for all who wait, and a lead publishes them.`,
    closed: 'Nobody joins any more.',
  },
  paragraphWho: (n: number, limits: string) =>
    limits === ''
      ? `Everybody here is invited: ${general.people(n)}.`
      : `${n === 0 ? 'Nobody' : general.people(n)} ${n < 2 ? 'is' : 'are'} invited (${limits}).`,
  paragraphPrivate: 'It is private: listed to nobody, and joined by its exact name.',
  paragraphSponsor: (group: string) => `It is run by ${group}.`,
  paragraphAttribute: (
    question: string,
    answers: readonly string[],
    rule: 'differs' | 'guide-declares',
    takesTurns: boolean,
  ) =>
    `Whoever joins may answer "${question}" with ${general.either(answers.map((answer) => `"${answer}"`))}, for the pairing alone. ${
      rule === 'differs'
        ? 'Partners answer it differently.'
        : takesTurns
          ? 'One of two partners at least has answered it.'
          : 'Guides have answered it; learners need not.'
    }`,
  paragraphLate: 'Pairs made that day come too late for the first topic and begin with the second.',
  limitTeams: (names: string) => `teams ${names}`,
  limitSites: (names: string) => `sites ${names}`,
  limitLevels: (from: number, to: number) => (from === to ? `level ${from}` : `levels ${from} to ${to}`),
  limitPeople: (n: number) => `${n} named ${n === 1 ? 'person' : 'people'}`,
}
