import type { Button } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { referenceText } from '../../cycle/reference.ts'
import { WHICH_PROGRAM } from '../../enrollment/join-form.ts'
import { button, clip } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Home, MyPair } from '../home.ts'

/** characters of a button, so that phones show all of it */
const LABEL = 30

/** What can be done with what somebody has here, the most useful first. In several programs a button asks which. */
export function mineButtons(copy: Copy, home: Home): readonly Button[] {
  const { pairs, waits, rests, joinable } = home
  const words = copy.home
  const programs = new Set([...pairs, ...waits, ...rests].map(({ program }) => String(program.id)))
  const [only] = programs
  if (only === undefined) return joinable[0] ? [joinButton(copy, joinable)] : []
  const isOne = programs.size === 1
  const value = isOne ? only : WHICH_PROGRAM
  const profile =
    answerButton(copy, home) ?? button(ACTION.profileOpen, isOne ? words.myProfile : words.aProfile, value)
  const leave = button(ACTION.leaveAsk, isOne ? words.leave : words.leaveOne, value)
  const pair = pairs.find((one) => one.cycle?.talkAt === null) ?? pairs[0]
  if (pair) return [...dateButtons(copy, pair, pairs.length > 1), profile, leave]
  if (waits[0]) return [profile, leave]
  return [...(isOne ? [button(ACTION.endingNewPartner, words.backNow, value)] : []), leave]
}

function answerButton(copy: Copy, { waits }: Home): Button | undefined {
  const asks = waits.find((wait) => wait.unanswered !== null)
  return asks && button(ACTION.profileOpen, copy.home.answer, String(asks.program.id))
}

/** @param isOneOfMany then the button names the partner */
function dateButtons(copy: Copy, { pairId, cycle, partners }: MyPair, isOneOfMany: boolean): Button[] {
  if (!cycle) return []
  const words = copy.home
  const isSet = cycle.talkAt !== null
  const label = isOneOfMany
    ? words.dateWith(copy.general.list(partners), isSet)
    : isSet
      ? words.moveDate
      : words.haveDate
  return [button(ACTION.dateOpen, clip(label, LABEL), referenceText(pairId, cycle.on))]
}

/** One program: its form; several: the question which. */
const joinButton = (copy: Copy, joinable: Home['joinable']): Button =>
  button(ACTION.joinOpen, copy.home.join, joinable.length === 1 && joinable[0] ? String(joinable[0].id) : WHICH_PROGRAM)
