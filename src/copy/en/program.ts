import { general } from './general.ts'
import { contact } from './program-contact.ts'
import { programForm } from './program-form.ts'
import { lead } from './program-lead.ts'

/** Programs, who leads them, and to whom concerns can go. */
export const program = {
  ...programForm,
  lead,
  contact,
  listTitle: 'Programs',
  which: 'Which program do you mean?',
  listNone: 'There is no program yet.',
  create: 'Create a program',
  look: 'Look at it',
  change: 'Change it',
  open: 'Open it',
  end: 'End it early',
  /** `state` as a line of its own */
  stands: { draft: 'A draft.', open: 'Open for joining.', running: 'Running.', closed: 'Ended.' },
  state: { draft: 'draft', open: 'open for joining', running: 'running', closed: 'ended' },
  leads: (names: string) => `Led by ${names}.`,
  nextRound: (on: string) => `Pairs are proposed on ${on}.`,
  openTitle: 'Open the program',
  openText: (name: string, n: number) =>
    `*Open ${name}?*\n${general.people(n)} ${n === 1 ? 'gets' : 'get'} an invitation, each in the first working hour of their own day, now included. It says that taking part is voluntary, and "Not this year" is as near as yes.`,
  openPrivate: (name: string) =>
    `*Open ${name}?*\nIt is private, so I invite nobody. People join with \`/mentor join ${name}\`; tell them the name yourself.`,
  openNobody: (name: string) =>
    `*Open ${name}?*\nNobody is invited at the moment: no person I know fits the teams and levels. Bring the list of people with \`/mentor people\` first, or open it all the same.`,
  openAlone: 'You lead it alone. While you are away nobody can publish pairs; a second lead can be added at any time.',
  openSubmit: 'Open it',
  openedTitle: 'It is open',
  opened: (name: string, n: number) =>
    `${name} is open. ${n === 0 ? 'Nobody gets an invitation: no person I know fits the teams and levels.' : `${general.people(n)} ${n === 1 ? 'gets' : 'get'} an invitation.`}`,
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
      : `${general.people(n)} ${n === 1 ? 'gets' : 'get'} an invitation. Whoever joined, was asked for this round or said not this year is left out.`,
}
