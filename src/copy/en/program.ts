const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)
const are = (n: number) => (n === 1 ? 'is' : 'are')

/** Programs, who leads them, and to whom concerns can go. */
export const program = {
  // leads
  leadUsage:
    'Name a person by mention: `/mentor lead add @Ana` for the whole workspace, `/mentor lead add @Ana Autumn` for one program; `remove` in place of `add` ends it.',
  leadAskMention:
    'Mention a person, like @Ana: start with @ and choose from the list that Slack shows. Nothing was changed.',
  leadList: (names: string) => `The workspace is led by ${names}.`,
  leadListProgram: (name: string, names: string) => `${name} is led by ${names}.`,
  leadNone: 'Nobody leads the workspace yet.',
  leadAdded: (who: string, what: string | null) =>
    `${who} now leads ${what ?? 'mentoring in this workspace'} and gets a message with the next step.`,
  leadRemoved: (who: string, what: string | null) =>
    `${who} no longer leads ${what ?? 'mentoring in this workspace'}. I send ${who} no message about it; please say so yourself.`,
  welcomeLine: (what: string | null) => `You lead ${what ?? 'mentoring here'} now`,
  welcomeWorkspace: (me: string) =>
    `${me}, you lead mentoring in this workspace now. You need no other rights in Slack for it.\nA program needs two contacts for concerns, the list of people (\`/mentor people\`) and a lead to create and open it (\`/mentor program\`). \`/mentor\` says which of it is done, and \`/mentor help\` shows everything you can do.`,
  welcomeProgram: (me: string, name: string) =>
    `${me}, you lead ${name} now, together with its other leads. You need no other rights in Slack for it.\nLook at the program first. \`/mentor help\` shows everything you can do.`,
  welcomeContacts: 'Name the contacts',
  welcomeLook: 'Look at it',
  noLeadLine: 'Nobody leads the mentoring programs any more',
  noLead: (who: string) =>
    `${who}, who led the mentoring programs here, has left the company, and nobody leads them now. What runs goes on; nothing new can be opened or published. An owner or admin of this Slack can name somebody: \`/mentor lead add @person\`.`,

  // contacts
  contactsTitle: 'Contacts for concerns',
  contactsWhy:
    'A concern is about something that should not have happened. Name at least two to whom it can go, one of them outside the line of the program. A person has to accept; an outside line counts at once.',
  contactsNone: 'There are none yet.',
  contactState: { asked: 'asked, no answer yet', accepted: 'accepted', declined: 'said no' },
  contactLineState: 'outside line',
  contactsEnough: (n: number) => `${n} can be reached. Programs can open.`,
  contactsTooFew: (n: number) =>
    `${n === 0 ? 'Nobody' : '1'} can be reached so far. With fewer than 2, no program opens and nobody can join.`,
  contactName: 'Name a contact',
  contactTake: 'Take off the list',
  contactTakeConfirm: (who: string) => `${who} gets no concerns any more. The other contacts are told.`,
  contactKeep: 'Keep',
  contactFormTitle: 'A contact for concerns',
  contactPerson: 'A person here',
  contactPersonHint: 'They are asked first, and can say no.',
  contactLabel: 'Or a line outside Slack',
  contactLabelHint: 'What it is called, for example: Employee helpline.',
  contactPhone: 'Phone',
  contactLink: 'Web address',
  contactSubmit: 'Name them',
  contactNamedTitle: 'Named',
  contactNamed: (who: string, isPerson: boolean) =>
    isPerson
      ? `${who} gets a message and decides. Until then no concern goes to ${who}.`
      : `${who} counts from now on. The other contacts are told.`,
  contactRemoved: (who: string, n: number) =>
    `${who} is no contact any more. ${n < 2 ? 'With fewer than 2, no program opens and nobody can join until somebody else accepts.' : `${n} can be reached.`}`,
  askLine: 'Would you be a contact for concerns?',
  ask: (me: string, by: string) =>
    `${me}, ${by} would like to name you as one of the people to whom concerns about mentoring can go: if something happened that should not have, people can turn to you.\nIf you accept, everybody who joins a program sees your name. You can say no without a reason; ${by} reads only that you said it.`,
  askYes: 'I accept',
  askNo: 'Not me',
  accepted:
    'Thank you. You are a contact for concerns now, and everybody who joins a program sees your name. There is nothing else to do.',
  declined: 'That is fine. You are no contact, and nobody else is told. There is nothing else to do.',
  answeredLine: (who: string, yes: boolean) => `${who} ${yes ? 'is a contact for concerns now' : 'will be no contact'}`,
  answered: (who: string, yes: boolean, n: number) =>
    yes
      ? `${who} has accepted and is a contact for concerns now. ${n < 2 ? 'One more, and a program can open.' : `${n} can be reached, so programs can open.`}`
      : `${who} would rather not be a contact for concerns. \`/mentor contacts\` names somebody else.`,
  changedLine: 'The contacts for concerns have changed',
  changed: (names: string) =>
    `The contacts for concerns have changed. They are now: ${names}. Nothing is asked of you.`,
  contactLeftLine: (who: string) => `${who}, a contact for concerns, has left`,
  contactLeft: (who: string, n: number) =>
    `${who}, one of the contacts for concerns, has left the company. ${n < 2 ? 'Fewer than 2 can be reached now, so no program opens and nobody can join until somebody else accepts.' : `${n} others can be reached.`} \`/mentor contacts\` names another.`,

  // programs
  listTitle: 'Programs',
  listNone: 'There is no program yet.',
  create: 'Create a program',
  look: 'Look at it',
  change: 'Change it',
  open: 'Open it',
  end: 'End it early',
  state: { draft: 'draft', open: 'open for joining', running: 'running', closed: 'ended' },
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
  attributeOptionsHint: 'One a line, at least 2.',
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
    joinBy: string
    roundOn: string
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
      `People can join until ${p.joinBy}; on ${p.roundOn} I propose pairs, and a lead publishes them.`,
      `The first topic comes in ${p.first}, then one ${p.cadence === 1 ? 'a month' : `every ${p.cadence} months`}: ${p.topics} topics (${p.curriculum}) and a look back in ${p.last}.`,
      p.rules === '' ? 'No further rule keeps two people apart.' : `Partners have ${p.rules}.`,
      p.mostPlaced ? 'Each round places as many people as possible.' : 'Each round makes only the pairs that fit best.',
      p.reminders ? 'Each pair is reminded once a month at most.' : 'There are no reminders.',
      ...(p.holidays > 0 ? [`Nothing is sent on ${p.holidays === 1 ? '1 holiday' : `${p.holidays} holidays`}.`] : []),
    ].join(' '),
  paragraphWho: (n: number, limits: string) =>
    limits === '' ? `Everybody here is invited: ${people(n)}.` : `${people(n)} ${are(n)} invited (${limits}).`,
  paragraphPrivate: 'It is private: listed to nobody, and joined by its exact name.',
  paragraphSponsor: (group: string) => `It is run by ${group}.`,
  paragraphAttribute: (question: string) => `Whoever joins may answer, for the pairing alone: ${question}`,
  paragraphLate: 'Pairs made that day come too late for the first topic and begin with the second.',
  limitTeams: (names: string) => `teams ${names}`,
  limitSites: (names: string) => `sites ${names}`,
  limitLevels: (from: number, to: number) => (from === to ? `level ${from}` : `levels ${from} to ${to}`),
  limitPeople: (n: number) => `${n} named ${n === 1 ? 'person' : 'people'}`,
  leads: (names: string) => `Led by ${names}.`,
  nextRound: (on: string) => `Pairs are proposed on ${on}.`,
  openTitle: 'Open the program',
  openText: (name: string, n: number) =>
    `*Open ${name}?*\n${people(n)} ${n === 1 ? 'gets' : 'get'} an invitation, each in the first working hour of their own day, now included. It says that taking part is voluntary, and "Not this year" is as near as yes.`,
  openPrivate: (name: string) =>
    `*Open ${name}?*\nIt is private, so I invite nobody. People join with \`/mentor join ${name}\`; tell them the name yourself.`,
  openNobody: (name: string) =>
    `*Open ${name}?*\nNobody is invited at the moment: no person I know fits the teams and levels. Bring the list of people with \`/mentor people\` first, or open it all the same.`,
  openAlone: 'You lead it alone. While you are away nobody can publish pairs; a second lead can be added at any time.',
  openSubmit: 'Open it',
  openedTitle: 'It is open',
  opened: (name: string, n: number) => `${name} is open. ${people(n)} ${n === 1 ? 'gets' : 'get'} an invitation.`,
  openedPrivate: (name: string) => `${name} is open to whoever knows its name.`,
  openedNext: (joinBy: string, roundOn: string) =>
    `People can join until ${joinBy}. On ${roundOn} I propose pairs and show them to you first.`,
  endTitle: 'End it early?',
  endConfirm: (name: string) =>
    `All pairs of ${name} end. Everybody in it reads that the program has closed, with thanks. It cannot be opened again.`.slice(
      0,
      300,
    ),
  endYes: 'End it',
  endNo: 'Keep it',
  ended: (name: string) => `${name} has ended. Everybody in it is told, with thanks, in their next working hour.`,
  endedLine: (name: string) => `${name} has ended`,
  endedWaiting: (me: string, name: string) =>
    `${me}, ${name} has ended before pairs were made. Thank you for having come in. There is nothing you need to do; \`/mentor join\` shows what else is open.`,
  endNothing: 'None of your programs is open, so there is nothing to end.',
  invitedAgain: (n: number) =>
    n === 0
      ? 'Nobody new is invited: all who fit have joined, were asked for this round, or said not this year.'
      : `${people(n)} ${n === 1 ? 'gets' : 'get'} an invitation. Whoever joined, was asked for this round or said not this year is left out.`,
}
