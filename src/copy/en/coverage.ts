import { general } from './general.ts'

const wait = (n: number) => (n === 1 ? '1 person waits' : `${n} people wait`)
const nobody = (n: string) => (n === '0' ? 'nobody' : n)

/** `/mentor people [program]`: who waits, why and since when, and what there is to place them with. */
export const coverage = {
  waiting: (program: string, n: number) =>
    n === 0 ? `*Nobody waits for a partner in ${program}.*` : `*In ${program}, ${wait(n)} for a partner*`,
  /** @param isOfRound the reason is one of the last round: today's numbers, which stand below it, may differ */
  waiter: (place: number | null, name: string, since: string, why: string, isOfRound: boolean) =>
    `${place === null ? '•' : `${place}.`} *${name}*, since ${since}${isOfRound ? '. Last round' : ''}: ${why}`,
  noReason: 'no round published since then',
  order: 'Numbers are places: those who waited through a round come first. The dots come after them, in no order.',
  showAll: (n: number) => `Show all ${n}`,
  title: 'Who waits',
  privateWaiting: (program: string, n: string) =>
    `*In ${program}, ${n} wait for a partner.* It is private, so I name nobody here, and no number below 5.`,
  few: 'fewer than 5',
  fewPeople: 'fewer than 5 people',
  none: (program: string) => `*Nobody has joined ${program} yet.*`,
  roles: (joined: string, guide: string, learn: string) =>
    `${joined} joined: ${nobody(guide)} can guide and ${nobody(learn)} can learn.`,
  turns: (joined: string) => `${joined} joined; all guide and learn in turn.`,
  /** @param learners who can learn and has no partner; null: none of them, and 'nobody' where nobody can learn at all */
  places: (places: string, learners: string | null) =>
    `Guides have ${places === '0' ? 'no room for more' : `room for ${places} more`}${learners === 'nobody' ? '' : `; ${learners === null ? 'everybody who can learn has a partner' : `${learners} who can learn ${learners === '1' ? 'has' : 'have'} no partner`}`}.`,
  unoffered: (skills: string) => `Wished for, and offered by nobody else: ${skills}.`,
  allOffered: 'Everything that is wished for, somebody else offers.',
  wished: (skill: string, people: number) => `${skill} (${general.people(people)})`,
  more: (n: number) => `${n} more`,
  unknown: (levels: string | null, managers: string | null) => {
    const gaps = [
      ...(levels === null ? [] : [`the level of ${levels}`]),
      ...(managers === null ? [] : [`the manager of ${managers}`]),
    ]
    return gaps.length === 0
      ? 'Of all who joined I know a level and a manager.'
      : `Of those who joined I do not know ${gaps.join(' and ')}.`
  },
}
