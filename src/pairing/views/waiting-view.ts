import type { KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, context, escape, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import type { Unpaired } from '../model.ts'
import { unpairedWords } from '../reason-words.ts'

export interface Waiter {
  readonly program: { readonly id: number; readonly name: string; readonly nextRoundOn: string | null }
  readonly firstName: string
  readonly lead: string | null
}

/** Nobody is left in the dark: why there is no partner yet, and when next. */
export function waitingMessage(copy: Copy, data: Waiter & { readonly unpaired: Unpaired }): Message {
  const words = copy.pairing.waiting
  const why = unpairedWords(copy, data.unpaired, 'self')
  const text = words.text(escape(data.firstName), escape(data.program.name), why, nextDate(copy, data))
  return message(copy, data, words.notice(data.program.name), text)
}

/** To somebody who lost a partner: nobody is free now, and when next. */
export function noneBetweenMessage(copy: Copy, data: Waiter): Message {
  const words = copy.pairing.waiting
  const text = words.noneNow(escape(data.firstName), escape(data.program.name), nextDate(copy, data))
  return message(copy, data, words.notice(data.program.name), text)
}

/** Pairs are a few days late. @param data dates as YYYY-MM-DD; againOn null: the leads are not reminded again */
export function lateMessage(
  copy: Copy,
  data: Waiter & { readonly dueOn: string; readonly againOn: string | null },
): Message {
  const words = copy.pairing.waiting
  const text = words.late({
    name: escape(data.firstName),
    lead: data.lead === null ? null : escape(data.lead),
    due: copy.general.weekdayDate(data.dueOn),
    again: data.againOn === null ? null : copy.general.weekdayDate(data.againOn),
  })
  return message(copy, data, words.lateNotice(data.program.name), text)
}

/** Somebody was found between rounds, and the pair lies with the lead. */
export function lateBetweenMessage(
  copy: Copy,
  data: Waiter & { readonly since: string; readonly againOn: string | null },
): Message {
  const words = copy.pairing.waiting
  const text = words.lateBetween({
    name: escape(data.firstName),
    program: escape(data.program.name),
    lead: data.lead === null ? null : escape(data.lead),
    since: copy.general.weekdayDate(data.since),
    again: data.againOn === null ? null : copy.general.weekdayDate(data.againOn),
  })
  return message(copy, data, words.lateBetweenNotice(data.program.name), text)
}

const nextDate = (copy: Copy, { program }: Waiter) =>
  program.nextRoundOn === null ? null : copy.general.weekdayDate(program.nextRoundOn)

function message(copy: Copy, { program, lead }: Waiter, notice: string, text: string): Message {
  const words = copy.pairing.waiting
  const value = String(program.id)
  const blocks: KnownBlock[] = [
    section(text),
    actions([button(ACTION.profileOpen, words.change, value), button(ACTION.leaveAsk, words.leave, value)]),
    ...(lead === null ? [] : [context(copy.general.questionsTo(escape(lead)))]),
  ]
  return { text: clip(notice, 90), blocks }
}
