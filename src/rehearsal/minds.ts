import type { SandboxMessage } from '../sandbox/host.ts'
import { ACTION, family } from '../slack/ids.ts'
import { checkIn } from './acts/check-in.ts'
import { decline, join } from './acts/join.ts'
import { agree, confirmAgreement } from './acts/agreement.ts'
import { setDate } from './acts/set-date.ts'
import { buttonsOf } from './buttons.ts'
import { draw } from './draw.ts'
import { press } from './press.ts'
import type { CompanyRest, Resident } from './resident.ts'
import type { Intent } from './stage.ts'
import { atWork } from './working-hours.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Share of those who do not join that says so. */
const SAYS_NO = 0.2
/** Share of prompts after which somebody writes a date down: either of the two may. */
const SETS_DATE = 0.2
/** Share of kickoffs after which somebody writes down, or confirms, what the two agreed. */
const AGREES = 0.5

/** How long before its last day people hear of a program that invites nobody, in days. */
const HEARS_DAYS = 12
const DAY_MS = 24 * HOUR_MS

/** When somebody who would join a private program types its name. */
export function hearsOfIt(me: Resident, rest: CompanyRest, seed: number): number {
  const before = draw(seed, me.id, 'hears') * HEARS_DAYS * DAY_MS
  const minutes = 5 + Math.floor(90 * draw(seed, me.id, 'hears', 'minute'))
  return atWork(Math.floor(Date.parse(rest.program.joinBy) - before), me.tz, minutes)
}

/**
 * What somebody makes of a message, if anything: the same for the same seed, person and message, whatever else
 * happened. `talk` is the value of the message's buttons, which both partners of a pair share.
 */
export function intentOf(
  { ts, at, blocks }: SandboxMessage,
  me: Resident,
  rest: CompanyRest,
  seed: number,
): Intent | undefined {
  const message = { ts, at, blocks } // the blocks are parsed at each look
  const when = (about: string, least: number, most: number): number => {
    const after = Math.floor(least + draw(seed, me.id, about, 'when') ** 2 * (most - least))
    return atWork(Date.parse(message.at) + after, me.tz, 5 + Math.floor(90 * draw(seed, me.id, about, 'minute')))
  }
  // a message is parsed whenever it is read, and everybody reads every message
  const buttons = buttonsOf(message)
  const button = (id: string) => buttons.find(({ actionId }) => family(actionId) === id)
  const invitation = button(ACTION.joinOpen)
  if (invitation && button(ACTION.inviteDecline)) {
    if (me.joins) return { at: when(`join ${invitation.value}`, 10 * MINUTE_MS, 6 * 24 * HOUR_MS), act: join }
    if (draw(seed, me.id, invitation.value, 'says no') < SAYS_NO)
      return { at: when(`no ${invitation.value}`, HOUR_MS, 72 * HOUR_MS), act: decline }
    return undefined
  }
  if (button(ACTION.pairPublish) && me.id === rest.leadId) {
    return {
      at: when(`publish ${message.ts}`, 30 * MINUTE_MS, 5 * HOUR_MS),
      act: async (stage) => void (await press(stage, ACTION.pairPublish)),
    }
  }
  const met = button(ACTION.met)
  if (met) {
    if (draw(seed, me.id, met.value, 'answers') >= me.answers) return undefined
    return { at: when(`check-in ${met.value}`, 5 * MINUTE_MS, 48 * HOUR_MS), act: (stage) => checkIn(stage, met.value) }
  }
  const agreement = button(ACTION.agreementConfirm) ?? button(ACTION.agreementOpen)
  if (agreement && draw(seed, me.id, agreement.value, 'agrees') < AGREES) {
    const act = button(ACTION.agreementConfirm) ? confirmAgreement : agree
    return { at: when(`agree ${agreement.value}`, HOUR_MS, 96 * HOUR_MS), act }
  }
  // a prompt or a kickoff asks for a date; a date that stands, or a reminder of it, offers to move it
  const asksForDate = button(ACTION.topicOther) ?? button(ACTION.agreementOpen)
  const date = button(ACTION.dateOpen)
  if (date && asksForDate && draw(seed, me.id, date.value, 'date') < SETS_DATE) {
    return { at: when(`date ${date.value}`, 20 * MINUTE_MS, 72 * HOUR_MS), act: (stage) => setDate(stage, date.value) }
  }
  return undefined
}
