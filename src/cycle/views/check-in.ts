import type { KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { seenBy } from '../../copy/copy.ts'
import { firstName } from '../../people/person.ts'
import { actions, button, context, escape, eye, section } from '../../slack/blocks.ts'
import { ACTION, member } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import { type Answered, type CheckIn, questionsOf, type Scale, SCALE_STEPS } from '../check-in.ts'
import { referenceText } from '../reference.ts'
import { footer, message, partnerList } from './parts.ts'

/** The check-in with what is answered so far; each tap draws it anew, and any answer can be changed. */
export function checkInMessage(copy: Copy, answered: Answered): Message {
  const { scene, cycle, person, checkIn } = answered
  const words = copy.cycle.checkIn
  const questions = questionsOf(scene.program.kind, scene.program.cadence, cycle)
  const scale = (question: Scale) => scaleBlocks(copy, answered, question, checkIn[question])
  return message(words.notice(partnerList(scene, person.id)), [
    section(opening(copy, answered)),
    actions(metButtons(copy, answered)),
    ...(checkIn.hasMet ? questions.talk.flatMap(scale) : []),
    ...questions.work.flatMap(scale),
    ...(questions.agreement ? agreementBlocks(copy, answered) : []),
    ...(checkIn.hasMet === null ? [] : extras(copy, answered)),
    ...footer(copy, scene.lead),
  ])
}

function opening(copy: Copy, { scene, cycle, person, checkIn }: Answered): string {
  const words = copy.cycle.checkIn
  const partners = partnerList(scene, person.id)
  const ask =
    cycle.topicKey === null ? words.askKickoff(partners) : words.ask(partners, copy.general.monthName(cycle.on))
  if (checkIn.hasMet !== null)
    return `${ask}\n${checkIn.hasMet ? words.savedMet : words.savedNotMet} ${words.mayChange}`
  const others = scene.leads.filter((lead) => lead.id !== person.id).map((lead) => escape(firstName(lead.name)))
  return `${ask} ${words.blind(partners, { others, isReader: others.length < scene.leads.length })}`
}

function metButtons(copy: Copy, { scene, cycle, checkIn }: Answered) {
  const words = copy.cycle.checkIn
  const value = referenceText(scene.pair.id, cycle.on)
  const chosen = (isChosen: boolean) => (isChosen ? ({ style: 'primary' } as const) : {})
  return [
    button(ACTION.met, words.met, value, chosen(checkIn.hasMet === true)),
    button(
      ACTION.notMet,
      cycle.topicKey === null ? words.notYet : words.notMet,
      value,
      chosen(checkIn.hasMet === false),
    ),
  ]
}

const SCALE_ACTION: Record<Scale, string> = {
  worth: ACTION.worth,
  learned: ACTION.learned,
  taught: ACTION.taught,
  confident: ACTION.confident,
  heard: ACTION.heard,
}

function scaleBlocks(copy: Copy, { scene, cycle }: Answered, question: Scale, answer: number | null): KnownBlock[] {
  const words = copy.cycle.checkIn
  const text = words.questions[question]
  return [
    section(answer === null ? text : words.answered(text, answer)),
    actions(
      SCALE_STEPS.map((step) =>
        button(
          member(SCALE_ACTION[question], step),
          String(step),
          referenceText(scene.pair.id, cycle.on, step),
          step === answer ? { style: 'primary' } : {},
        ),
      ),
    ),
    eye(seenBy(copy, question)),
  ]
}

function agreementBlocks(copy: Copy, { scene, cycle, checkIn }: Answered): KnownBlock[] {
  const words = copy.cycle.checkIn
  const saved = savedAgreement(copy, checkIn)
  return [
    section(`${words.agreementHolds}${saved}`),
    actions([
      button(member(ACTION.agreementHolds, 'yes'), words.holds, referenceText(scene.pair.id, cycle.on, 'yes')),
      button(member(ACTION.agreementHolds, 'no'), words.changeIt, referenceText(scene.pair.id, cycle.on, 'no')),
      ...(checkIn.agreementHolds === false
        ? [button(ACTION.agreementOpen, copy.cycle.agreement.open, referenceText(scene.pair.id, cycle.on))]
        : []),
    ]),
    eye(seenBy(copy, 'agreement_holds')),
  ]
}

const savedAgreement = (copy: Copy, { agreementHolds }: CheckIn): string => {
  const words = copy.cycle.checkIn
  return agreementHolds === null ? '' : ` ${agreementHolds ? words.holdsSaved : words.changeSaved}`
}

function extras(copy: Copy, { scene, cycle, checkIn }: Answered): KnownBlock[] {
  const words = copy.cycle.checkIn
  const saved = [checkIn.somethingCame ? words.cameSaved : '', checkIn.hasWords ? words.wordsSaved : '']
  const value = (choice: string) => referenceText(scene.pair.id, cycle.on, choice)
  return [
    ...(saved.some(Boolean) ? [context(saved.filter(Boolean).join(' '))] : []),
    actions([
      button(ACTION.words, checkIn.hasWords ? words.changeWords : words.addWords, value('')),
      ...(checkIn.hasMet
        ? [
            checkIn.somethingCame
              ? button(ACTION.somethingCame, words.nothingCame, value('no'))
              : button(ACTION.somethingCame, words.somethingCame, value('yes')),
          ]
        : []),
    ]),
    eye(seenBy(copy, 'words')),
  ]
}
