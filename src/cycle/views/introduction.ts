import type { Copy } from '../../copy/copy.ts'
import { addDays } from '../../delivery/working-time.ts'
import { firstName } from '../../people/person.ts'
import { KINDS } from '../../program/kinds.ts'
import { actions, context, escape, fields, section } from '../../slack/blocks.ts'
import type { Message } from '../../slack/message.ts'
import { guideIn } from '../roles.ts'
import { firstNames, memberOf, partnersOf, type Scene, type ScenePerson } from '../scene.ts'
import { dateButton, footer, message } from './parts.ts'

/** What the introduction needs beside the pair: the reason in words, and what skills are called. */
export interface Introduced {
  /** not escaped */
  readonly reason: string
  readonly skill: (id: string) => string
  /** one line about somebody in their own words, '' for none; not escaped */
  readonly bio: (personId: string) => string
}

/** The group message that makes a pair known to each other. Nobody reads what is written below it. */
export function introductionMessage(copy: Copy, scene: Scene, introduced: Introduced): Message {
  const { reason } = introduced
  const words = copy.cycle.introduction
  const names = firstNames(scene.people)
  const proposer = memberOf(scene, scene.pair.proposerId ?? '')
  const sentences = [
    words.meet(names),
    rolesSentence(copy, scene),
    words.why(scene.people.length, reason),
    ...(proposer ? [words.proposer(firstName(proposer.name))] : []),
    words.firstTalk,
  ]
  const cards = scene.people.flatMap((person) => cardOf(copy, person, introduced))
  return message(words.notice(names.map(escape)), [
    section(escape(sentences.join(' '))),
    ...(cards.length > 0 ? [fields(cards)] : []),
    actions([dateButton(copy, scene, '')]),
    context(escape(words.cannotRead)),
    ...footer(copy, scene.lead),
  ])
}

function rolesSentence(copy: Copy, scene: Scene): string {
  const { kind, cadence, endsOn } = scene.program
  const until = endsOn === null ? null : copy.general.monthName(addDays(endsOn, -1))
  if (KINDS[kind].takesTurns) return copy.cycle.introduction.turns({ until, cadence })
  const guide = memberOf(scene, guideIn(scene.pair.members, kind, { number: 1, topicKey: '' }) ?? '')
  if (!guide) return copy.cycle.introduction.turns({ until, cadence })
  const learners = firstNames(partnersOf(scene, guide.id))
  return copy.cycle.introduction.roles({ until, cadence, guide: firstName(guide.name), learners })
}

/** What somebody offers, wants and says of themselves; nothing where they said none of it. */
function cardOf(copy: Copy, person: ScenePerson, { skill, bio }: Introduced): string[] {
  if (person.offers.length === 0 && person.wants.length === 0 && bio(person.id) === '') return []
  return [
    copy.cycle.introduction.card({
      name: escape(firstName(person.name)),
      bio: escape(bio(person.id)),
      offers: person.offers.map((id) => escape(skill(id))),
      wants: person.wants.map((id) => escape(skill(id))),
      hours: person.hours === null ? null : `${clock(person.hours.from)}-${clock(person.hours.to)} ${person.tz}`,
    }),
  ]
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
