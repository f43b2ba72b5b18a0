import type { Copy } from '../copy/copy.ts'
import type { LeastChange } from './plan/least-change.ts'
import type { PairReason, Unpaired } from './model.ts'

/** What a reason's ids are called: first names of people, labels of skills. */
export interface Names {
  readonly person: (id: string) => string
  readonly skill: (id: string) => string
}

/**
 * Why these two, in words both may read: public facts only.
 * @param reader 'pair' speaks to the two ("you share"), 'lead' of them; `self` to one of them alone ("you offer")
 * @returns plain text, not escaped
 */
export function reasonWords(
  copy: Copy,
  reasons: readonly PairReason[],
  names: Names,
  reader: 'pair' | 'lead' | { readonly self: string },
): string {
  const words = copy.pairing.reason
  const self = typeof reader === 'string' ? null : reader.self
  const skills = reasons.flatMap((r) => r.skills).filter((s) => s.skills.length > 0)
  const offered = skills.map((s) => offerWords(copy, s, names, self))
  const shared = reasons.length === 1 ? sharedHours(reasons[0]) : null
  const facts = [
    shared === null ? '' : words.hours(shared),
    reasons.every((r) => r.otherTeam) ? words.otherTeam : '',
    offered.length === 0 && reasons.length === 1 && reasons[0]?.levelGap != null ? words.gap(reasons[0].levelGap) : '',
  ].filter(Boolean)
  const sentence = facts.length === 0 ? [] : [reader === 'lead' ? words.they(facts) : words.you(facts)]
  return [...offered, ...sentence].join(' ') || words.none
}

function offerWords(copy: Copy, offer: PairReason['skills'][number], names: Names, self: string | null): string {
  const words = copy.pairing.reason
  const count = offer.skills.length
  const skills = copy.general.list(offer.skills.map((id) => words.quote(names.skill(id))))
  if (offer.from === self) return words.youOffer(skills, names.person(offer.to), count)
  if (offer.to === self) return words.youAsked(names.person(offer.from), skills, count)
  return words.offers(names.person(offer.from), skills, names.person(offer.to), count)
}

/** Whole hours a day that both work; null where it is not known or less than one. */
function sharedHours(reason: PairReason | undefined): number | null {
  if (!reason?.sharedHours) return null
  const whole = Math.floor((reason.sharedHours.to - reason.sharedHours.from) / 60)
  return whole >= 1 ? whole : null
}

/**
 * Why somebody is left without a partner, as the second half of a sentence.
 * @param reader 'lead' reads it beside a name, 'self' of themselves
 */
export function unpairedWords(copy: Copy, { reason }: Unpaired, reader: 'lead' | 'self' = 'lead'): string {
  const { unpaired: words, unpairedYou: you } = copy.pairing
  switch (reason.code) {
    case 'no_free_place':
    case 'came_later':
      return reader === 'self' ? you[reason.code] : words[reason.code]()
    case 'level_unknown':
      return reader === 'self' && reason.own ? you.level_unknown : words.level_unknown(reason.own)
    case 'places_short':
      return words.places_short(reason.places, reason.learners, reason.lot)
    case 'guides_short':
      return words.guides_short(reason.guides, reason.learners, reason.lot)
    default:
      return words[reason.code]()
  }
}

/** The smallest thing that would place most of those left over, as one sentence; plain text. */
export function leastChangeWords(copy: Copy, change: LeastChange, names: Pick<Names, 'skill'>): string {
  const words = copy.pairing.leastChange
  const would = words.places(change.wouldPlace, change.of)
  if (!('count' in change)) return words[change.change](would)
  const known = (skill: string) =>
    change.change === 'more_learners' ? words.wanting(skill, change.count) : words.offering(skill)
  const what = `${change.skill === null ? '' : known(names.skill(change.skill))}${change.site === null ? '' : words.at(change.site)}`
  const partners = Math.ceil(change.wouldPlace / change.count)
  const taking = change.change === 'more_guides' && partners > 1 ? words.taking(partners, change.count) : ''
  const say = { more_guides: words.guides, more_learners: words.learners, more_people: words.people }[change.change]
  return say(change.count, `${what}${taking}`, would)
}
