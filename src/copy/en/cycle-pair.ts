import { general } from './general.ts'

const talks = (cadence: number) =>
  cadence === 1
    ? 'about an hour a month'
    : cadence === 3
      ? 'about an hour a quarter'
      : `about an hour every ${cadence} months`

/** How a pair begins and ends: introduction, kickoff, agreement, close. */
export const cyclePair = {
  introduction: {
    notice: (names: readonly string[]) => `${general.list(names)}: you are partners now`,
    meet: (names: readonly string[]) =>
      names.length === 2
        ? `${names[0]}, meet ${names[1]}. ${names[1]}, meet ${names[0]}.`
        : `${general.list(names)}, meet each other.`,
    roles: (p: { until: string | null; guide: string; learners: readonly string[]; cadence: number }) =>
      `${p.until === null ? 'Here' : `Until ${p.until}`} ${p.guide} guides and ${general.list(p.learners)} ${p.learners.length === 1 ? 'learns' : 'learn'}, ${talks(p.cadence)}, away from your desks if you can.`,
    turns: (p: { until: string | null; cadence: number }) =>
      `${p.until === null ? 'Here' : `Until ${p.until}`} you take turns guiding, topic by topic. ${sentence(talks(p.cadence))}, away from your desks if you can.`,
    why: (people: number, reason: string) => `Why you ${people === 2 ? 'two' : 'three'}: ${reason}`,
    proposer: (name: string) => `${name}, please offer two times.`,
    firstTalk: 'The first talk has one job: agree how you want to do this.',
    cannotRead: "I cannot read what you write here; your company's Slack rules for keeping messages apply.",
    card: (p: {
      name: string
      offers: readonly string[]
      wants: readonly string[]
      hours: string | null
      bio: string
    }) =>
      [
        `*${p.name}*`,
        p.bio,
        p.offers.length > 0 ? `Offers: ${p.offers.join(', ')}` : '',
        p.wants.length > 0 ? `Wants: ${p.wants.join(', ')}` : '',
        p.hours === null ? '' : `Hours: ${p.hours}`,
      ]
        .filter(Boolean)
        .join('\n'),
  },
  kickoff: {
    notice: (partners: string, many: boolean) =>
      `Your ${many ? 'partners are' : 'partner is'} ${partners}: the first talk`,
    partner: (partners: string, many: boolean, reason: string) =>
      `Your ${many ? 'partners are' : 'partner is'} *${partners}*. ${reason}`,
    job: 'Your first talk has one job: agree how you want to do this.',
    points: [
      'How often you meet, and how long',
      'Where: a walk, a call, a coffee',
      'What stays between you',
      'What you would rather leave out',
      'Who books the next talk',
    ],
    write: 'Then one of you writes it down in two or three lines, and the other confirms.',
    conduct:
      'Respect limits, privacy and time, in both directions. Each of you may end this at any time, without a reason.',
  },
  agreement: {
    title: 'What we agreed',
    label: 'What you agreed',
    hint: 'Two or three lines are enough.',
    placeholder: 'We meet on the first Thursday, an hour, over lunch. What we say stays with us. Ana books.',
    save: 'Save and tell',
    notice: (name: string) => `${name} wrote down what you agreed`,
    wrote: (name: string) => `${name} wrote down what you agreed. If you see it the same way, confirm; else change it.`,
    mine: (partners: string, many: boolean) => `Saved. ${partners} ${many ? 'are' : 'is'} asked to confirm.`,
    all: (people: number) =>
      `You have ${people === 2 ? 'both' : 'all'} confirmed what you agreed. You may change it at any time.`,
    waits: 'You have confirmed. There is nothing else you need to do.',
    confirm: 'I agree',
    change: 'Change it',
    open: 'Write what we agreed',
  },
  certificate: {
    notice: (program: string) => `${program} has ended. Thank you`,
    ended: (program: string) => `${program} ended today, and with it the pairings made in it.`,
    talks: (partners: readonly string[], met: number) =>
      met === 0
        ? `Thank you for the time you gave ${general.list(partners)}.`
        : `By your own check-ins ${together(partners)} met ${met === 1 ? 'once' : `${met} times`}. Thank you for that time.`,
    guided: (topics: readonly string[]) => `*What you guided on*: ${topics.join('; ')}.`,
    noPartner: 'No partner came up for you this time. Thank you for waiting; you were ready, and that counted.',
    carryOn: (partners: readonly string[]) =>
      `${sentence(together(partners))} may carry on if you like; I stop here. Nothing is needed.`,
    nothing: 'There is nothing you need to do.',
  },
}

/** "you and Luis" */
const together = (partners: readonly string[]): string => general.list(['you', ...partners])

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
