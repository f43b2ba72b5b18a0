import { general } from './general.ts'
import { pairingWaiting } from './pairing-waiting.ts'
import { roundDetails } from './round-details.ts'
import { roundEdit } from './round-edit.ts'

/** Rounds and pairs, as leads and pairs read them. A reason names public facts only. */
export const pairing = {
  ...roundEdit,
  ...pairingWaiting,
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
    /** pairs that are published already */
    standing: number
    /** the day of the pairs whose place these take */
    replaced: string | null
  }) =>
    [
      `${general.people(f.joined)} ${f.joined === 1 ? 'is' : 'are'} in this round of ${f.program}. ${f.pairs === 0 ? 'I have no pair to propose' : `I propose ${general.pairs(f.pairs)}`}; ${f.waiting === 0 ? 'nobody is left over' : `${general.people(f.waiting)} ${f.waiting === 1 ? 'waits' : 'wait'}`}.`,
      f.replaced === null
        ? ''
        : `This is its day, so these take the place of what was proposed on ${f.replaced}; pairs that were locked have stayed.`,
      f.pairs > 0
        ? 'Nobody is told before you publish.'
        : f.standing === 0
          ? ''
          : 'Pairs that are published stay as they are.',
      f.noLevel === 0
        ? ''
        : `${general.people(f.noLevel)} ${f.noLevel === 1 ? 'has' : 'have'} no level on file${f.noManager === 0 ? '' : `, ${f.noManager} no manager`}.`,
      f.noLevel === 0 && f.noManager > 0
        ? `${general.people(f.noManager)} ${f.noManager === 1 ? 'has' : 'have'} no manager on file.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  published: (f: {
    pairs: number
    waiting: number
    dropped: number
    next: string | null
    topic: { on: string; by: string } | null
  }) =>
    [
      f.pairs === 0 ? '' : 'Each pair is introduced in the next working hours that suit both.',
      f.pairs === 0 || f.topic === null
        ? ''
        : `Whoever is introduced by ${f.topic.by} gets the first topic on ${f.topic.on}.`,
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
  /** in a window of Slack's own, which holds 300 characters */
  publishText: (pairs: number, days: { told: string | null; topic: { on: string; by: string } | null }) =>
    [
      `${general.pairs(pairs)} ${pairs === 1 ? 'is' : 'are'} introduced at once or, outside working hours, the next working morning.`,
      days.told === null
        ? 'Whoever is left over reads why.'
        : `People were told ${days.told}: that round stays, for all who wait.`,
      days.topic === null ? '' : `Introduced by ${days.topic.by}, a pair gets its first topic on ${days.topic.on}.`,
      'A pair can be ended, not unpublished.',
    ]
      .filter(Boolean)
      .join(' '),
  publishYes: 'Publish',
  publishNo: 'Not yet',
  rerun: 'Try another equal set',
  sameAgain: 'The same pairs have come out again: I know no other set that is as good.',
  lookAgain: 'Look again',
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
    youOffer: (skills: string, to: string, n: number) =>
      `You offer ${skills}, and ${to} asked for ${n === 1 ? 'it' : 'them'}.`,
    youAsked: (from: string, skills: string, n: number) =>
      `${from} offers ${skills}, and you asked for ${n === 1 ? 'it' : 'them'}.`,
    quote: (label: string) => `"${label}"`,
    hours: (n: number) => `share ${n === 1 ? '1 hour' : `${n} hours`} a day`,
    otherTeam: 'work in different teams',
    gap: (levels: number) =>
      levels === 0 ? 'are at the same level' : levels === 1 ? 'are one level apart' : `are ${levels} levels apart`,
    you: (facts: readonly string[]) => `You ${general.list(facts)}.`,
    they: (facts: readonly string[]) => `They ${general.list(facts)}.`,
    none: 'No rule keeps them apart, and this makes the most of everybody who joined.',
  },
  smallSummary: (program: string, pairs: number) =>
    `Between rounds of ${program}: ${pairs === 1 ? 'one new pair' : `${pairs} new pairs`}, so that nobody who lost a partner has to wait for the next round. Nobody is told before you publish; standing pairs stay as they are.`,
  proposedNotice: (program: string, pairs: number) =>
    pairs === 0 ? `${program}: no new pair can be made now` : `${program}: ${general.pairs(pairs)} to read and publish`,
  reminderNotice: (program: string, pairs: number) =>
    `${program}: ${general.pairs(pairs)} still ${pairs === 1 ? 'waits' : 'wait'} for you to publish`,
}
