import { general } from './general.ts'

/** Who has no partner, and why: as leads read it beside a name, and as those who wait do. */
export const pairingWaiting = {
  unpaired: {
    no_free_place: () => 'has no free place at the moment',
    alone: () => 'nobody else is waiting',
    level_unknown: (own: boolean) =>
      own ? 'has no level on file, and this program pairs by level' : 'those who would fit have no level on file',
    level_gap: () => 'nobody waiting is at a level that fits',
    same_team: () => 'everybody who would fit is in the same team',
    no_common_language: () => 'nobody waiting shares a language',
    too_few_shared_hours: () => 'nobody waiting shares two working hours a day',
    manager_line: () => 'everybody who would fit is in the same line of managers',
    places_short: (places: number, learners: number, lot: boolean) =>
      `${general.people(learners)} came to learn and there ${places === 1 ? 'is 1 place' : `are ${places} places`}${lot ? '; places were drawn by lot' : ''}`,
    guides_short: (all: number, learners: number, lot: boolean) =>
      `${general.people(all)} came to guide and ${learners} to learn${lot ? '; places were drawn by lot' : ''}`,
    odd_one_out: () => 'the number is odd, and the turn goes round',
    fitting_taken: () => 'everybody who fits has a partner this round',
    no_partner_fits: () => 'no partner fits yet',
    not_placed: () => 'no pair came about this time',
    came_later: () => 'these pairs were drawn up before this name was on the list',
  },
  /** where the person who waits reads it of themselves */
  unpairedYou: {
    no_free_place: 'you have no place for another partner at the moment',
    level_unknown: 'I do not know your level, and this program pairs by level',
    came_later: 'these pairs were drawn up before you were on the list',
  },
  waiting: {
    notice: (program: string) => `You have no partner in ${program} yet`,
    text: (name: string, program: string, why: string, next: string | null) =>
      `${name}, you are still waiting for a partner in ${program}: ${why}. ${next ? `The next round is ${next}, and those who waited come first.` : 'I will place you as soon as somebody fits.'} You keep your place without doing anything.`,
    noneNow: (name: string, program: string, next: string | null) =>
      `${name}, I have looked for a partner for you in ${program}, and there is none now. ${next ? `The next round is ${next}, and I go on looking when somebody joins.` : 'No further round is planned before the program ends.'} You keep your place without doing anything.`,
    lateNotice: (program: string) => `${program}: pairs are a few days late`,
    late: (f: { name: string; lead: string | null; due: string; again: string | null }) =>
      `${f.name}, pairs are a few days late. They were due on ${f.due} and are with ${f.lead ?? 'the lead of the program'} to read.${f.again ? ` I ask again on ${f.again}.` : ''} You hear from me as soon as they are published. There is nothing you need to do.`,
    lateBetweenNotice: (program: string) => `${program}: a partner for you is still being decided`,
    lateBetween: (f: { name: string; program: string; lead: string | null; since: string; again: string | null }) =>
      `${f.name}, I have found somebody who may be a partner for you in ${f.program}. The pair has been with ${f.lead ?? 'the lead of the program'} to read since ${f.since}.${f.again ? ` I ask again on ${f.again}.` : ''} You hear from me as soon as it is published. There is nothing you need to do.`,
    leave: 'Leave the list',
    change: 'Change my answers',
  },
  leastChange: {
    places: (n: number, of: number) =>
      n < of
        ? `place ${n} of the ${of} left over`
        : of === 1
          ? 'place whoever is left over'
          : of === 2
            ? 'place both who are left over'
            : `place all ${of} left over`,
    guides: (n: number, what: string, would: string) =>
      `The least change: ${n === 1 ? 'one more guide' : `${n} more guides`}${what} would ${would}.`,
    /** that a guide must take more than one partner for it */
    taking: (partners: number, n: number) => ` who ${n === 1 ? 'takes' : 'each take'} ${partners} partners`,
    learners: (n: number, what: string, would: string) =>
      `The least change: ${n === 1 ? 'one more learner' : `${n} more learners`}${what} would ${would}.`,
    people: (n: number, what: string, would: string) =>
      `The least change: ${n === 1 ? 'one more person' : `${n} more people`}${what} would ${would}.`,
    offering: (skill: string) => ` offering "${skill}"`,
    wanting: (skill: string, n: number) => ` who ${n === 1 ? 'wants' : 'want'} to learn "${skill}"`,
    at: (site: string) => ` in ${site}`,
    lift_team: (would: string) => `The least change: allowing partners of one team would ${would}.`,
    lift_language: (would: string) =>
      `The least change: allowing partners without a common language on file would ${would}.`,
    lift_hours: (would: string) =>
      `The least change: allowing partners who share fewer than two working hours would ${would}.`,
  },
}
