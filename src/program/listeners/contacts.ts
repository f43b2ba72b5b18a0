import { refusalText } from '../../copy/copy.ts'
import type { Deps } from '../../database/deps.ts'
import { form } from '../../slack/form.ts'
import { ACTION, readId, VIEW } from '../../slack/ids.ts'
import type { ActionCall, Listeners, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import { plainMessage } from '../../slack/views.ts'
import { answerContact } from '../answer-contact.ts'
import { contacts } from '../contact-store.ts'
import { nameContact } from '../name-contact.ts'
import { removeContact } from '../remove-contact.ts'
import {
  answerTakenMessage,
  contactNamedView,
  contactRemovedMessage,
  contactsMessage,
  contactView,
} from '../views/contact-views.ts'

/** `/mentor contacts`: to whom concerns can go. */
export const contactListeners = (deps: Deps): Listeners => ({
  commands: [
    {
      name: 'contacts',
      access: 'workspace-lead',
      run: async (call) => contactsMessage(call.copy, await contacts(deps.db, call.workspaceId)),
    },
  ],
  actions: [
    { id: ACTION.contactAdd, access: 'workspace-lead', run: (call) => call.open(contactView(call.copy)) },
    { id: ACTION.contactRemove, access: 'workspace-lead', run: (call) => takeOff(deps, call) },
    { id: ACTION.contactAccept, access: 'everyone', keep: true, run: (call) => answer(deps, call, true) },
    { id: ACTION.contactDecline, access: 'everyone', keep: true, run: (call) => answer(deps, call, false) },
  ],
  submissions: [{ id: VIEW.contact, access: 'workspace-lead', run: (call) => takeContact(deps, call) }],
})

async function takeContact(deps: Deps, call: SubmissionCall): Promise<SubmissionAnswer> {
  const fields = form(call.values)
  const personId = fields.person('person')
  const named = await nameContact(
    deps,
    {
      workspaceId: call.workspaceId,
      by: call.userId,
      personId,
      label: fields.text('label'),
      phone: fields.text('phone'),
      link: fields.text('link'),
    },
    call.now,
  )
  return named.ok
    ? { update: contactNamedView(call.copy, named.value, personId !== '') }
    : { errors: { [named.refusal.field ?? 'person']: refusalText(call.copy, named.refusal) } }
}

async function takeOff(deps: Deps, call: ActionCall): Promise<void> {
  const { workspaceId, userId: by, copy } = call
  const removed = await removeContact(deps, { workspaceId, by, contactId: readId(call.value) }, call.now)
  if (!removed.ok) return call.reply(plainMessage(refusalText(copy, removed.refusal)))
  await call.redraw(contactsMessage(copy, await contacts(deps.db, workspaceId)))
  await call.reply(contactRemovedMessage(copy, removed.value.label, removed.value.remaining))
}

/** Whoever presses answers for themselves, whatever the button's value says. */
async function answer(deps: Deps, call: ActionCall, accepts: boolean): Promise<void> {
  const { workspaceId, userId: personId, copy } = call
  const answered = await answerContact(deps, { workspaceId, personId, accepts }, call.now)
  if (!answered.ok) return call.reply(plainMessage(refusalText(copy, answered.refusal)))
  await call.redraw(answerTakenMessage(copy, accepts))
}
