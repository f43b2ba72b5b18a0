import { HAND_TRIES, HAND_TRY_DAYS } from '../visibility.ts'
import { general } from './general.ts'

/** What a lead may change in a round, find in it, and correct in published pairs. */
export const roundEdit = {
  menu: { lock: 'Lock: keep this pair', unlock: 'Unlock', other: 'Choose another partner', unlink: 'Take apart' },
  lockedNote: ':lock: Locked.',
  search: 'Find a person',
  hand: 'Pair two people',
  showStanding: 'Published pairs',
  again: 'Show as it is now',
  rerunAll: 'Pair everybody waiting',
  pairingNow: (people: number) =>
    `I am pairing ${people.toLocaleString('en-US')} people. That takes a moment; the result comes to you as a message.`,
  searchTitle: 'Find a person',
  searchLabel: 'Name, or part of it',
  searchYes: 'Find',
  found: (n: number, query: string) =>
    n === 0 ? `Nobody here is called "${query}".` : `${general.people(n)} whose name has "${query}".`,
  foundMore: (n: number) => `${general.people(n)} more; type more of the name to see fewer.`,
  handTitle: 'Pair two people',
  handOne: 'Who',
  handFrom: 'Who gets another partner',
  handOther: 'With whom',
  handHint: 'The cost comes next; nothing is changed before you have read it.',
  handTries: `A refused try is kept with your name, and not which two it was; after ${HAND_TRIES} no more is possible for ${HAND_TRY_DAYS} days, whoever leads. That is so that nobody finds out by trying what somebody said in confidence.`,
  handNext: 'Show what it costs',
  handYes: 'Pair them',
  handDone: 'They are a pair of the round that waits for you, and locked.',
  handDoneNext:
    'The message behind this window shows the round as it is now, and so does `/mentor pair`. Nobody is told before you publish.',
  handWords: {
    apart: (pairs: number) =>
      `${pairs === 1 ? 'One proposed pair comes' : `${pairs} proposed pairs come`} apart for it.`,
    formed: (names: string) => `In return: ${names}.`,
    left: (names: string, n: number) => `${names} ${n === 1 ? 'is' : 'are'} then without a partner in this round.`,
    isTry: 'They cannot be paired with each other, which counts as a refused try.',
    nothingElse: 'No other pair changes.',
    priceKept: 'Among so few people I name no cost: it could tell what others said in confidence.',
    free: 'Beside the best round there is, a round with this pair costs nothing.',
    cost: (parts: string) => `Beside the best round there is, the best with this pair ${parts}.`,
    people: (n: number) => `places ${general.people(n)} fewer`,
    morePeople: (n: number) => `places ${general.people(n)} more`,
    repeats: (n: number) => `repeats ${general.pairs(n)} more`,
    points: (n: number) => `fits ${n === 1 ? '1 point' : `${n} points`} worse in all (one pair fits with 0 to 1000)`,
  },
  standing: {
    notice: (program: string, pairs: number) =>
      pairs === 0 ? `${program}: no pair stands` : `${program}: ${general.pairs(pairs)} published`,
    text: 'A pair lasts to the end of the program unless somebody ends it. Here you can end one, or pair two people by hand.',
    since: (date: string) => `Since ${date}.`,
    end: 'End this pair',
    endTitle: 'End this pair?',
    endText:
      'All of them read the same neutral words, without a reason or a name, and may have a new partner. This cannot be taken back.',
    endYes: 'End it',
    endNo: 'Keep it',
    ended:
      'The pair has ended. Its people are told in neutral words, and within 2 working days I propose new partners or tell them there is none yet.',
    nobodyWaits: 'Nobody waits for a partner.',
  },
}
