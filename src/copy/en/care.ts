const noReasons =
  'Pairings end for many reasons, such as time, plans or changes in the program, and I pass no reasons on.'

/** Leaving, resting, and every other end: no cause, no blame, then choices. */
export const care = {
  leaveTitle: 'Leave',
  leaveChoose: 'Which program would you like to leave?',
  leave: 'Leave',
  leaveSubmit: 'Leave the program',
  stay: 'Stay',
  leaveEnds: (program: string, partners: string | null) =>
    partners === null
      ? `*Leave ${program}?*\nYour place on the waiting list ends. You have no partner at the moment, so nobody's pairing changes.`
      : `*Leave ${program}?*\nYour pairing with ${partners} ends today, and I send you nothing more from this program.`,
  leaveTold: (partners: string, words: string) => `*Who is told:* ${partners}, who will read: "${words}"`,
  leaveToldNobody: '*Who is told:* nobody.',
  leaveSeen: (lead: string) => `${lead} can see in the list of people that you left, and never why.`,
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
  breakSeen: (lead: string) => `Seen by ${lead}, who is told no reason.`,
  breakSubmit: 'Take a break',
  breakDone: (program: string, date: string) =>
    `*You rest from ${program} until ${date}.*\nThen you are back on the waiting list by yourself. There is nothing you need to do.`,
  pauseEndsLine: (program: string) => `Your break from ${program} ends`,
  pauseEnds: (name: string, program: string, date: string) =>
    `${name}, your break from ${program} ends on ${date}. From then on you are on the waiting list again. Nothing is needed for that; if you would rather not, choose below.`,
  longer: 'A longer break',
}
