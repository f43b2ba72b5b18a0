import { general } from './general.ts'
import { reportEnded } from './report-ended.ts'

const percent = (n: number | null) => (n === null ? 'none yet' : `${n}%`)
const range = (low: number, high: number) => (low === high ? `${low}%` : `between ${low} and ${high}%`)
const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)
const talks = (n: number) => (n === 1 ? '1 talk' : `${n} talks`)

/** `/mentor report`: first the answer, then the doubt, then one next step. Words a private lead could put on a slide. */
export const report = {
  ended: reportEnded,
  range,
  talks,
  sent: (program: string) => `I have sent you the report of ${program}, in our conversation.`,
  notice: (program: string) => `Report: ${program}`,
  headline: {
    draft: (program: string) => `${program} is a draft: nobody has been invited yet.`,
    joining: (joined: number, eligible: number) =>
      `${joined} of ${general.people(eligible)} who may join have joined. No pair has been published yet.`,
    early: (pairs: number) =>
      `${general.pairs(pairs)} ${pairs === 1 ? 'has' : 'have'} begun. It is too early to say how many meet.`,
    few: (pairs: number) =>
      `${general.pairs(pairs)} ${pairs === 1 ? 'has' : 'have'} begun. Too few people have answered to show how many meet (fewer than 5).`,
    met: (pairs: number, months: number, low: number, high: number) =>
      `${general.pairs(pairs)}, ${months === 1 ? 'one month' : `${months} months`} in: ${range(low, high)} of the talks due so far took place.`,
    doubt: 'It is a range because some have not answered.',
    certain: 'Everybody asked has answered.',
  },
  next: {
    open: 'Next step: open it with `/mentor program`.',
    publish: 'Next step: look at the pairs with `/mentor pair`.',
    waiting: (n: number) =>
      `Next step: ${general.people(n)} ${n === 1 ? 'waits' : 'wait'} for a partner; each person who joins and fits can place one of them. \`/mentor people\` invites.`,
    doubt: (n: number) =>
      `Next step: ${n === 1 ? '1 message is' : `${n} messages are`} in doubt or failed; \`/mentor health\` names whom to ask.`,
    none: 'There is nothing you need to do.',
  },
  column: { what: 'What', value: 'So far', note: 'How sure' },
  row: {
    joined: 'Joined',
    paired: 'Paired',
    waiting: 'Waiting',
    met: 'Met',
    answers: 'Answers',
    worth: 'Worth',
    worthGuides: 'Worth to guides',
    worthLearners: 'Worth to learners',
    somethingCame: 'Something came of it',
    delivery: 'Delivery',
  },
  value: {
    share: (part: number, whole: number, p: number | null) =>
      `${part} of ${whole}${p === null ? '' : ` (${percent(p)})`}`,
    paired: (now: number, people: number) =>
      now === 0 ? 'no pair now' : `${general.pairs(now)} now, ${general.people(people)}`,
    waiting: (people: number) => (people === 0 ? 'nobody' : general.people(people)),
    answers: (rate: number) => `${rate}% of the questions`,
    worth: (mean: number) => `${mean.toFixed(1)} of 5`,
    count: (n: number) => general.people(n),
    delivery: (sent: number) => (sent === 0 ? 'none sent' : `${sent} sent`),
    withheld: 'not shown yet',
  },
  note: {
    exact: 'exact',
    pairedEver: (ever: number) => (ever === 0 ? 'none so far' : `${general.pairs(ever)} ever`),
    waited: (people: number, median: number | null, longest: number | null) =>
      median === null || longest === null
        ? 'nobody waits'
        : longest === 0
          ? 'since today'
          : people === 1
            ? `for ${days(longest)}`
            : `${days(median)} in the middle, ${days(longest)} the longest`,
    range: (of: number) => `of ${talks(of)} due; a range, because some have not answered`,
    certain: (of: number) => `of ${talks(of)} due; everybody asked has answered`,
    reach: (reach: number) => `${reach}% of the people asked have answered at least once`,
    high: (high: number) => `${high}% said 4 or 5`,
    delivery: (inDoubt: number, failed: number) =>
      inDoubt + failed === 0 ? 'none in doubt, none failed' : `${inDoubt} in doubt, ${failed} failed`,
    withheld: (next: string | null) =>
      `there are not enough answers yet (fewer than 5)${next === null ? '' : `; the next figures come on ${next}`}`,
    fewPeople: 'about fewer than 5 people a private program shows nothing',
  },
  asOf: (date: string, next: string | null) =>
    `Figures from answers are of ${date}, the same for every lead.${next === null ? '' : ` The next come on ${next}.`}`,
  noFigures: (next: string | null) =>
    `Figures from answers come out at the close of each cycle, from 5 people on.${next === null ? '' : ` The next come on ${next}.`}`,
  runs: (last: string | null, next: string | null) =>
    [last === null ? 'Nothing has been sent yet.' : `Last message: ${last}.`, next === null ? '' : `Next: ${next}.`]
      .filter(Boolean)
      .join(' '),
  chartTitle: 'Talks that took place, in %',
  atLeast: 'At least',
  atMost: 'At most',
  chartText: (points: readonly { label: string; low: number; high: number }[]) =>
    points.map((p) => `${p.label}: ${range(p.low, p.high)}`).join('; '),
  buttons: { counted: 'How this is counted', csv: 'As a CSV file', again: 'Newest figures' },
  countedTitle: 'How this is counted',
  definition: {
    joined: 'Joined: people who are in the program now, of those who may join it.',
    paired: 'Paired: pairs that stand now, and the people in them. "Ever" counts the pairs that have ended too.',
    waiting: 'Waiting: people in the program without a partner, and for how many days.',
    met: 'Met: talks due so far of which at least one partner said "We met". Where neither has answered, nobody knows: the lower end counts those talks as not held, the upper end as held. Both ends are rounded to 5%.',
    interval: (low: number, high: number) =>
      `If these talks are taken as a sample, the true share lies between ${low} and ${high}% with 95% confidence (Wilson).`,
    answers:
      'Answers: questions answered of questions asked, and the share of people who answered at least once, rounded to 5%.',
    worth:
      'Worth: what a talk was worth to those who met, from 1 to 5, on average, and the share of 4 and 5. Guides and learners are shown apart once each has 5 people.',
    worthGuides: '',
    worthLearners: '',
    somethingCame: 'Something came of it: people who said that an idea or a change came from a talk.',
    delivery:
      'Delivery: messages of this program, to its people and to its leads, that Slack has taken; answers to what somebody just did are not counted. In doubt means that Slack did not say; such a message is never sent twice.',
    floor:
      'Whatever comes from answers is shown once a cycle, from the beginning of the program, and never about fewer than 5 people: not for one pair, not for one team, and not by subtracting last month. No lead can see who said what.',
  } satisfies Record<string, string | ((low: number, high: number) => string)>,
  csv: {
    fileName: (program: string, date: string) =>
      `${
        program
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/gu, '-')
          .replaceAll(/^-|-$/gu, '') || 'program'
      }-report-${date}.csv`,
    header: ['what', 'so far', 'how sure', 'how it is counted'],
    done: 'The file is in our conversation.',
  },
}
