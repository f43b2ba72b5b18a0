import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, confirm, context, escape, section } from '../../slack/blocks.ts'
import { ACTION, member, VIEW } from '../../slack/ids.ts'
import { input, modal, personSelect, textInput } from '../../slack/inputs.ts'
import type { Message, View } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'
import type { Contact } from '../contact-store.ts'

/** More contacts than that are counted, not shown: a message has room for no more. */
const MAX_SHOWN = 30

const isReached = (contact: Contact): boolean => contact.state === 'accepted'

/** `/mentor contacts`: who they are, whether they accepted, and whether that is enough. */
export function contactsMessage({ program }: Copy, contacts: readonly Contact[]): Message {
  const reached = contacts.filter(isReached).length
  return {
    text: program.contact.title,
    blocks: [
      section(
        `*${program.contact.title}*\n${contacts.length === 0 ? `${program.contact.none} ` : ''}${sentence(program, reached)}`,
      ),
      ...contacts.slice(0, MAX_SHOWN).map((contact) => contactBlock(program, contact)),
      actions([button(ACTION.contactAdd, program.contact.name, 'contact', { style: 'primary' })]),
      context(program.contact.why),
    ],
  }
}

const sentence = (program: Copy['program'], reached: number): string =>
  reached < 2 ? program.contact.tooFew(reached) : program.contact.enough(reached)

function contactBlock(program: Copy['program'], contact: Contact) {
  const { id, label, phone, link, personId } = contact
  const state = personId === null ? program.contact.lineState : program.contact.state[contact.state]
  const ways = [phone, link].filter((way) => way !== null).map(escape)
  const sure = confirm(
    program.contact.take,
    clip(program.contact.takeConfirm(label), 300),
    program.contact.take,
    program.contact.keep,
  )
  return section(
    `*${escape(label)}*: ${state}${ways.length > 0 ? `\n${ways.join(' · ')}` : ''}`,
    button(member(ACTION.contactRemove, id), program.contact.take, String(id), { confirm: sure }),
  )
}

/** A person to be asked, or a line that counts at once. */
export const contactView = ({ general, program }: Copy): View =>
  modal({
    id: VIEW.contact,
    title: program.contact.formTitle,
    submit: program.contact.submit,
    close: general.cancel,
    blocks: [
      section(program.contact.why),
      input('person', program.contact.person, personSelect(), { optional: true, hint: program.contact.personHint }),
      input('label', program.contact.label, textInput({ max: 80 }), {
        optional: true,
        hint: program.contact.labelHint,
      }),
      input('phone', program.contact.phone, textInput({ max: 40 }), { optional: true }),
      input('link', program.contact.link, textInput({ max: 300 }), { optional: true }),
    ],
  })

export const contactNamedView = ({ general, program }: Copy, who: string, isPerson: boolean): View =>
  modal({
    id: VIEW.notice,
    title: program.contact.namedTitle,
    close: general.close,
    blocks: [section(program.contact.named(escape(who), isPerson))],
  })

export const contactRemovedMessage = ({ program }: Copy, who: string, remaining: number): Message =>
  plainMessage(program.contact.removed(escape(who), remaining))

/** To somebody who is to become a contact; no is as near as yes. */
export const askMessage = ({ program }: Copy, me: string, by: string, contactId: number): Message => ({
  text: program.contact.askLine,
  blocks: [
    section(program.contact.ask(escape(me), escape(by))),
    actions([
      button(ACTION.contactAccept, program.contact.askYes, String(contactId)),
      button(ACTION.contactDecline, program.contact.askNo, String(contactId)),
    ]),
  ],
})

export const answerTakenMessage = ({ program }: Copy, accepts: boolean): Message =>
  plainMessage(accepts ? program.contact.accepted : program.contact.declined)

/** To the lead who named somebody. */
export const answeredMessage = ({ program }: Copy, contact: Contact, reached: number): Message => ({
  text: clip(program.contact.answeredLine(contact.label, isReached(contact)), 90),
  blocks: [section(program.contact.answered(escape(contact.label), isReached(contact), reached))],
})

/** To every contact. */
export const changedMessage = ({ general, program }: Copy, reached: readonly Contact[]): Message => ({
  text: program.contact.changedLine,
  blocks: [section(program.contact.changed(escape(general.list(reached.map(({ label }) => label)))))],
})

/** To the workspace's leads, when a contact has left the company. */
export const contactLeftMessage = ({ program }: Copy, who: string, reached: number): Message => ({
  text: clip(program.contact.leftLine(who), 90),
  blocks: [section(program.contact.left(escape(who), reached))],
})
