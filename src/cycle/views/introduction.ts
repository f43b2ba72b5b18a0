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
}

/** The group message that makes a pair known to each other. Nobody reads what is written below it. */
export function introductionMessage(copy: Copy, scene: Scene, { reason, skill }: Introduced): Message {
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
  const cards = scene.people.flatMap((person) => cardOf(copy, person, skill))
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

/** What somebody offers and wants; nothing where they said neither. */
function cardOf(copy: Copy, person: ScenePerson, skill: (id: string) => string): string[] {
  if (person.offers.length === 0 && person.wants.length === 0) return []
  return [
    copy.cycle.introduction.card({
      name: escape(firstName(person.name)),
      offers: person.offers.map((id) => escape(skill(id))),
      wants: person.wants.map((id) => escape(skill(id))),
      hours: person.hours === null ? null : `${clock(person.hours.from)}-${clock(person.hours.to)} ${person.tz}`,
    }),
  ]
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
