import { general } from './general.ts'
import { roundDetails } from './round-details.ts'
import { roundEdit } from './round-edit.ts'

const guides = (n: number) => (n === 1 ? '1 person' : `${n} people`)

/** Rounds and pairs, as leads and pairs read them. A reason names public facts only. */
export const pairing = {
  ...roundEdit,
  ...roundDetails,
  readyTitle: (pairs: number) =>
    pairs === 1 ? '1 pair is ready for you to read' : `${general.pairs(pairs)} are ready for you to read`,
  noneTitle: 'No new pair can be made now',
  publishedTitle: (pairs: number) =>
    pairs === 0
      ? 'No pair is published'
      : pairs === 1
        ? '1 pair is published'
        : `${general.pairs(pairs)} are published`,
  summary: (f: {
    program: string
    joined: number
    pairs: number
    waiting: number
    noLevel: number
    noManager: number
  }) =>
    [
      `${general.people(f.joined)} ${f.joined === 1 ? 'is' : 'are'} in this round of ${f.program}. ${f.pairs === 0 ? 'I have no pair to propose' : `I propose ${general.pairs(f.pairs)}`}; ${f.waiting === 0 ? 'nobody is left over' : `${general.people(f.waiting)} ${f.waiting === 1 ? 'waits' : 'wait'}`}.`,
      f.pairs === 0 ? 'Pairs that are published stay as they are.' : 'Nobody is told before you publish.',
      f.noLevel === 0
        ? ''
        : `${general.people(f.noLevel)} ${f.noLevel === 1 ? 'has' : 'have'} no level on file${f.noManager === 0 ? '' : `, ${f.noManager} no manager`}.`,
      f.noLevel === 0 && f.noManager > 0
        ? `${general.people(f.noManager)} ${f.noManager === 1 ? 'has' : 'have'} no manager on file.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  published: (f: { pairs: number; waiting: number; dropped: number; next: string | null }) =>
    [
      f.pairs === 0 ? '' : 'Each pair is introduced in the next working hours that suit both.',
      f.waiting === 0
        ? ''
        : `${general.people(f.waiting)} still ${f.waiting === 1 ? 'waits' : 'wait'} and will read why${f.next ? `; the next round is on ${f.next}` : ''}.`,
      f.dropped === 0
        ? ''
        : `${general.pairs(f.dropped)} did not fit any more, because something has changed since the round was proposed, and ${f.dropped === 1 ? 'was' : 'were'} taken out; whoever is still here keeps their place.`,
      'There is nothing else you need to do.',
    ]
      .filter(Boolean)
      .join(' '),
  undone: {
    left: (name: string) => `${name} has left the program`,
    departed: (name: string) => `${name} has left the company`,
    resting: (name: string) => `${name} is on a break`,
    pair: (why: string) => `${why}, so this pair was not made.`,
    waits: (names: string, n: number) =>
      n === 1
        ? `${names} waits on and comes first in the next round.`
        : `${names} wait on and come first in the next round.`,
    hasOther: (names: string, n: number) => `${names} ${n === 1 ? 'has' : 'have'} another partner.`,
    more: (n: number) => `and ${n} more for the same causes; \`/mentor people\` shows who waits.`,
  },
  guidesColumn: '*Guides*',
  learnsColumn: '*Learns*',
  bothColumn: '*Take turns*',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  publish: (pairs: number) => `Publish ${general.pairs(pairs)}`,
  publishTitle: 'Publish these pairs?',
  publishText: (pairs: number) =>
    `${general.pairs(pairs)} will be introduced to each other, and anybody left over reads why. Afterwards a pair can be ended, but not unpublished.`,
  publishYes: 'Publish',
  publishNo: 'Not yet',
  rerun: 'Try another equal set',
  details: 'Details',
  next: 'Next page',
  previous: 'Previous page',
  unpairedTitle: (n: number) => `*Without a partner this time: ${general.people(n)}*`,
  more: (n: number) => `and ${n} more; "Find a person" says why for each, and so do the files under "Details"`,
  detailsTitle: 'This round',
  noticeTitle: 'Pairs',
  reason: {
    offers: (from: string, skills: string, to: string, n: number) =>
      `${from} offers ${skills}, and ${to} asked for ${n === 1 ? 'it' : 'them'}.`,
    quote: (label: string) => `"${label}"`,
    hours: (n: number) => `share ${n === 1 ? '1 hour' : `${n} hours`} a day`,
    otherTeam: 'work in different teams',
    gap: (levels: number) =>
      levels === 0 ? 'are at the same level' : levels === 1 ? 'are one level apart' : `are ${levels} levels apart`,
    you: (facts: readonly string[]) => `You ${general.list(facts)}.`,
    they: (facts: readonly string[]) => `They ${general.list(facts)}.`,
    none: 'No rule keeps them apart, and this makes the most of everybody who joined.',
  },
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
      `${guides(learners)} came to learn and there are ${places} places${lot ? '; places were drawn by lot' : ''}`,
    guides_short: (all: number, learners: number, lot: boolean) =>
      `${guides(all)} came to guide and ${learners} to learn${lot ? '; places were drawn by lot' : ''}`,
    odd_one_out: () => 'the number is odd, and the turn goes round',
    fitting_taken: () => 'everybody who fits has a partner this round',
    no_partner_fits: () => 'no partner fits yet',
    not_placed: () => 'no pair came about this time',
    came_later: () => 'these pairs were drawn up before this name was on the list',
  },
  waiting: {
    notice: (program: string) => `You have no partner in ${program} yet`,
    text: (name: string, why: string, next: string | null) =>
      `${name}, you have no partner yet: ${why}. ${next ? `The next round is ${next}, and those who waited come first.` : 'I will place you as soon as somebody fits.'} You keep your place without doing anything.`,
    noneNow: (name: string, next: string | null) =>
      `${name}, I have looked for a new partner for you: nobody who fits is free just now. ${next ? `The next round is ${next}, and I go on looking when somebody joins.` : 'No further round is planned before the program ends.'} You keep your place without doing anything.`,
    lateNotice: (program: string) => `${program}: pairs are a few days late`,
    late: (f: { name: string; lead: string | null; due: string; again: string | null }) =>
      `${f.name}, pairs are a few days late. They were due on ${f.due} and are with ${f.lead ?? 'the lead of the program'} to read.${f.again ? ` I ask again on ${f.again}.` : ''} You hear from me as soon as they are published. There is nothing you need to do.`,
    leave: 'Leave the list',
    change: 'Change my answers',
  },
  smallSummary: (program: string, pairs: number) =>
    `Between rounds of ${program}: ${pairs === 1 ? 'one new pair' : `${pairs} new pairs`}, so that nobody who lost a partner has to wait for the next round. Nobody is told before you publish; standing pairs stay as they are.`,
  leastChange: {
    places: (n: number, of: number) =>
      n < of
        ? `place ${n} of the ${of} left over`
        : of === 1
          ? 'place whoever is left over'
          : `place all ${of} left over`,
    guides: (n: number, what: string, would: string) =>
      `The least change: ${n === 1 ? 'one more guide' : `${n} more guides`}${what} would ${would}.`,
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
  proposedNotice: (program: string, pairs: number) =>
    pairs === 0 ? `${program}: no new pair can be made now` : `${program}: ${general.pairs(pairs)} to read and publish`,
  reminderNotice: (program: string, pairs: number) =>
    `${program}: ${general.pairs(pairs)} still wait for you to publish`,
}
