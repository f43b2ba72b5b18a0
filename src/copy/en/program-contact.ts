/** The people and lines to whom a concern can go. */
export const contact = {
  title: 'Contacts for concerns',
  why: 'A concern is about something that should not have happened. Name at least two to whom it can go, one of them outside the line of the program. A person has to accept; an outside line counts at once.',
  none: 'There are none yet.',
  state: { asked: 'asked, no answer yet', accepted: 'accepted', declined: 'said no' },
  lineState: 'outside line',
  enough: (n: number) => `${n} can be reached. Programs can open.`,
  tooFew: (n: number) =>
    `${n === 0 ? 'Nobody' : '1'} can be reached so far. With fewer than 2, no program opens and nobody can join.`,
  name: 'Name a contact',
  take: 'Take off the list',
  takeConfirm: (who: string) => `${who} gets no concerns any more. The other contacts are told.`,
  keep: 'Keep',
  formTitle: 'A contact for concerns',
  person: 'A person here',
  personHint: 'They are asked first, and can say no.',
  label: 'Or a line outside Slack',
  labelHint: 'What it is called, for example: Employee helpline.',
  phone: 'Phone',
  link: 'Web address',
  submit: 'Name them',
  namedTitle: 'Named',
  named: (who: string, isPerson: boolean) =>
    isPerson
      ? `${who} gets a message and decides. Until then no concern goes to ${who}.`
      : `${who} counts from now on. The other contacts are told.`,
  removed: (who: string, n: number) =>
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
  leftLine: (who: string) => `${who}, a contact for concerns, has left`,
  left: (who: string, n: number) =>
    `${who}, one of the contacts for concerns, has left the company. ${n < 2 ? 'Fewer than 2 can be reached now, so no program opens and nobody can join until somebody else accepts.' : `${n} others can be reached.`} \`/mentor contacts\` names another.`,
}
