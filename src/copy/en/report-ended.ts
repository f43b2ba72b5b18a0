import { general } from './general.ts'

/** What the report of a program that has ended says otherwise: all of it lies behind. */
export const reportEnded = {
  headline: {
    closed: (program: string, next: string | null) =>
      next === null
        ? `${program} has ended. These are its last figures.`
        : `${program} has ended. Its last figures come on ${next}.`,
    nobodyPaired: (joined: number, eligible: number) =>
      `${joined} of ${general.people(eligible)} who may join had joined. No pair was made.`,
    few: (pairs: number) =>
      `${general.pairs(pairs)} ${pairs === 1 ? 'was' : 'were'} made. Too few people have answered to show how many met (fewer than 5).`,
    met: (pairs: number, range: string) =>
      `${general.pairs(pairs)} in all: ${range} of the talks that were due took place.`,
    doubt: 'It is a range because some did not answer.',
    certain: 'Everybody asked answered.',
  },
  column: 'In all',
  csvColumn: 'in all',
  value: { paired: (ever: number) => (ever === 0 ? 'no pair' : general.pairs(ever)), withheld: 'not shown' },
  note: {
    paired: 'exact; all have ended',
    waiting: 'the program has ended',
    range: (talks: string) => `of ${talks} due; a range, because some did not answer`,
    certain: (talks: string) => `of ${talks} due; everybody asked answered`,
    reach: (reach: number) => `${reach}% of the people asked answered at least once`,
    withheld: 'too few people to show (fewer than 5)',
  },
  asOf: (date: string, next: string | null) =>
    `Figures from answers are of ${date}, the same for every lead.${next === null ? '' : ` The last come on ${next}.`}`,
  noFigures: (next: string | null) =>
    next === null
      ? 'There are no figures from answers: they come out from 5 people on.'
      : `Figures from answers come out from 5 people on. The last come on ${next}.`,
  nothingSent: 'Nothing was sent.',
  definition: {
    joined: 'Joined: people who were in the program when it ended, of those who may join it.',
    paired: 'Paired: all pairs that were made. They ended with the program, or before it.',
    waiting: 'Waiting: an ended program pairs nobody any more, so nobody waits.',
    met: 'Met: talks that were due of which at least one partner said "We met". Where neither answered, nobody knows: the lower end counts those talks as not held, the upper end as held. Both ends are rounded to 5%.',
  },
}
