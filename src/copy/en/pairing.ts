import { general } from './general.ts'

const hours = (n: number) => (n === 1 ? '1 shared hour' : `${n} shared hours`)
const guides = (n: number) => (n === 1 ? '1 person' : `${n} people`)

/** Rounds and pairs, as leads and pairs read them. A reason names public facts only. */
export const pairing = {
  readyTitle: (pairs: number) =>
    pairs === 1 ? '1 pair is ready for you to read' : `${general.pairs(pairs)} are ready for you to read`,
  noneTitle: 'No pair could be made this time',
  publishedTitle: (pairs: number) => (pairs === 1 ? '1 pair is published' : `${general.pairs(pairs)} are published`),
  summary: (f: {
    program: string
    joined: number
    pairs: number
    waiting: number
    noLevel: number
    noManager: number
  }) =>
    [
      `${general.people(f.joined)} ${f.joined === 1 ? 'is' : 'are'} in this round of ${f.program}. I propose ${general.pairs(f.pairs)}; ${f.waiting === 0 ? 'nobody is left over' : `${general.people(f.waiting)} ${f.waiting === 1 ? 'waits' : 'wait'}`}.`,
      'Nobody is told before you publish.',
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
      `Each pair is introduced in the next working hours that suit both.`,
      f.waiting === 0
        ? ''
        : `${general.people(f.waiting)} still ${f.waiting === 1 ? 'waits' : 'wait'} and will read why${f.next ? `; the next round is on ${f.next}` : ''}.`,
      f.dropped === 0
        ? ''
        : `${general.pairs(f.dropped)} could not be published, because somebody has left or stopped since; whoever is still here keeps their place.`,
      'There is nothing else you need to do.',
    ]
      .filter(Boolean)
      .join(' '),
  guidesColumn: '*Guides*',
  learnsColumn: '*Learns*',
  bothColumn: '*Take turns*',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  publish: (pairs: number) => `Publish ${general.pairs(pairs)}`,
  publishTitle: 'Publish these pairs?',
  publishText: (pairs: number) =>
    `${general.pairs(pairs)} will be introduced to each other, and whoever is left over reads why. This cannot be taken back.`,
  publishYes: 'Publish',
  publishNo: 'Not yet',
  rerun: 'Try another equal set',
  details: 'Details',
  next: 'Next page',
  previous: 'Previous page',
  unpairedTitle: (n: number) => `*Without a partner this time: ${general.people(n)}*`,
  more: (n: number) => `and ${n} more`,
  detailsTitle: 'This round',
  detail: {
    paired: (paired: number, most: number) => `Paired: ${paired} of at most ${most} people (proved).`,
    score: (mean: number, worst: number) =>
      `Score from 0 to 1000: ${Math.round(mean)} on average, ${worst} for the weakest pair.`,
    repeats: (repeats: number, least: number) =>
      `Pairs that met before: ${repeats}, and fewer than ${least} is not possible.`,
    wait: (rounds: number) =>
      rounds === 0
        ? 'Nobody without a partner has waited before.'
        : `Longest wait: ${rounds === 1 ? '1 round' : `${rounds} rounds`}.`,
    fairness: (lost: number, from: number, to: number) =>
      `Lifting the weakest pair from ${from} to ${to} cost ${lost} points in all.`,
    seed: (seed: number) => `Seed ${seed}: the same people and the same seed give the same pairs.`,
  },
  reason: {
    offers: (from: string, skills: string, to: string) => `${from} offers ${skills}, and ${to} asked for it.`,
    quote: (label: string) => `"${label}"`,
    hours: (n: number) => `You share ${n === 1 ? '1 hour' : `${n} hours`} a day.`,
    hoursOfTwo: (n: number) => `${hours(n)} a day.`,
    otherTeam: 'Different teams.',
    otherSite: 'Different sites.',
    language: (languages: string) => `Common languages: ${languages}.`,
    gap: (levels: number) =>
      levels === 0 ? 'The same level.' : levels === 1 ? 'One level apart.' : `${levels} levels apart.`,
    none: 'No rule keeps them apart, and this makes the most of everybody who joined.',
  },
  unpaired: {
    no_free_place: () => 'has no free place at the moment',
    alone: () => 'nobody else is waiting',
    level_unknown: (own: boolean) =>
      own ? 'has no level on file, and this program pairs by level' : 'those who would fit have no level on file',
    level_gap: () => 'nobody waiting is far enough away in level',
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
  },
  waiting: {
    notice: (program: string) => `You have no partner in ${program} yet`,
    text: (name: string, why: string, next: string | null) =>
      `${name}, you have no partner yet: ${why}. ${next ? `The next round is ${next}, and those who waited come first.` : 'I will place you as soon as somebody fits.'} You keep your place without doing anything.`,
    leave: 'Leave the list',
    change: 'Change my answers',
  },
  proposedNotice: (program: string, pairs: number) => `${program}: ${general.pairs(pairs)} to read and publish`,
  nothingLate: 'Nobody is waiting for a partner.',
}
