import type { ReadLeads } from '../read-leads.ts'
import { general } from './general.ts'

const noReasons =
  'Pairings end for many reasons, such as time, plans or changes in the program, and I pass no reasons on.'

const unmet = 'Whoever I was about to introduce to you reads that I am still looking for a partner for them.'

/** Leaving, resting, and every other end: no cause, no blame, then choices. */
export const care = {
  leaveTitle: 'Leave',
  leaveChoose: 'Which program would you like to leave?',
  leave: 'Leave',
  leaveSubmit: 'Leave the program',
  stay: 'Stay',
  leaveEnds: (program: string, partners: string | null, isUnmet: boolean) =>
    [
      `*Leave ${program}?*\n`,
      partners === null ? '' : `Your pairing with ${partners} ends today. `,
      isUnmet ? 'A pair of yours that I have not introduced yet is not made. ' : '',
      partners === null && !isUnmet
        ? "Your place on the waiting list ends. You have no partner at the moment, so nobody's pairing changes."
        : 'I send you nothing more from this program.',
    ].join(''),
  leaveTold: (partners: string, words: string, isUnmet: boolean) =>
    `*Who is told:* ${partners}, who will read: "${words}"${isUnmet ? ` ${unmet}` : ''}`,
  leaveToldNobody: (isUnmet: boolean) =>
    isUnmet ? `*Who is told:* nobody by name. ${unmet}` : '*Who is told:* nobody.',
  leaveSeen: (leads: ReadLeads) =>
    `${general.capital(general.leads(leads))} can see in the list of people that you left, and never why.`,
  leaveKept:
    'Your profile is kept, so that joining again is one click: what you offer and want to learn, your hours and your languages.',
  leaveDeleted: (question: string) =>
    `Your answer to "${question}" is deleted today. Should you come back, \`/mentor profile\` asks it again.`,
  leftTitle: 'You have left',
  left: (program: string) => `*You have left ${program}.*`,
  leftPartner: (partners: string) =>
    `${partners} will read that the pairing has ended, without a reason. Thank you for the time you gave it.`,
  leftAlone: 'Thank you for having been part of it.',
  leftOneMore:
    'One message was already on its way when you left, so it may still reach you. Nothing more follows from this program.',
  leftKept: 'There is nothing else to do. Your profile is kept, should you want to come back.',
  endingLine: 'Your pairing has ended',
  ending: (partners: string, program: string) => `Your pairing with ${partners} in ${program} has ended. ${noReasons}`,
  stillLookingLine: (program: string) => `${program}: I am still looking for a partner for you`,
  stillLooking: (name: string, program: string) => `${name}, I am still looking for a partner for you in ${program}.`,
  endingThanks: 'There is nothing you need to do. Thank you for the time you gave it. What would you like next?',
  newPartner: 'A new partner',
  aBreak: 'A break',
  stopHere: 'Stop here',
  newPartnerTitle: 'A new partner',
  newPartnerDone: (program: string) => `You are on the waiting list of ${program}.`,
  breakTitle: 'A break',
  breakText: (program: string) =>
    `Until that day you get no new partner in ${program}. Then you are back on the waiting list by yourself; I write to you the working day before.`,
  breakUntil: 'Back on',
  breakSeen: (leads: ReadLeads) => `Seen by ${general.leads(leads)}. No reason is asked or told.`,
  breakSubmit: 'Take a break',
  breakDone: (program: string, date: string) =>
    `*You rest from ${program} until ${date}.*\nThen you are back on the waiting list by yourself. There is nothing you need to do.`,
  pauseEndsLine: (program: string) => `Your break from ${program} ends`,
  pauseEnds: (name: string, program: string, date: string) =>
    `${name}, your break from ${program} ends on ${date}. From then on you are on the waiting list again. Nothing is needed for that; if you would rather not, choose below.`,
  longer: 'A longer break',
}
