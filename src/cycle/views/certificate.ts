import type { Copy } from '../../copy/copy.ts'
import { context, escape, section } from '../../slack/blocks.ts'
import type { Message } from '../../slack/message.ts'
import { footer, message } from './parts.ts'

/** What somebody did in a program, by their own account. */
export interface Deeds {
  readonly program: string
  readonly lead: string | null
  /** first names of those whose pairing ran to the close; empty for who waited to the end */
  readonly partners: readonly string[]
  /** talks this person said took place */
  readonly met: number
  /** titles of topics this person guided on in talks they said took place */
  readonly guided: readonly string[]
}

/** The thank-you at a program's close; it names what one guided on. */
export function certificateMessage(copy: Copy, deeds: Deeds): Message {
  const words = copy.cycle.certificate
  const program = escape(deeds.program)
  if (deeds.partners.length === 0) {
    return message(words.notice(program), [
      section(`${words.ended(program)} ${words.noPartner} ${words.nothing}`),
      ...footer(copy, deeds.lead),
    ])
  }
  const partners = deeds.partners.map(escape)
  return message(words.notice(program), [
    section(`${words.ended(program)} ${words.talks(partners, deeds.met)}`),
    ...(deeds.guided.length > 0 ? [section(words.guided(deeds.guided.map(escape)))] : []),
    context(words.carryOn(partners)),
    ...footer(copy, deeds.lead),
  ])
}
