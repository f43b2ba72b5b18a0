import type { DueRow, MessageKind, MessageKinds, RenderDeps, Rendered } from '../delivery/delivery.ts'
import { firstName } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { CONTACT_ANSWERED, CONTACT_ASK, CONTACT_LEFT, CONTACTS_CHANGED, NO_LEAD_LEFT } from './contact-dues.ts'
import { acceptedContacts, contactLabel, contacts } from './contact-store.ts'
import { PROGRAM_ENDED } from './end-program.ts'
import { LEAD_WELCOME, WHOLE_WORKSPACE } from './lead-change.ts'
import { leads } from './lead-store.ts'
import { findProgram } from './store.ts'
import { answeredMessage, askMessage, changedMessage, contactLeftMessage } from './views/contact-views.ts'
import { noLeadMessage, welcomeMessage } from './views/lead-views.ts'
import { endedWaitingMessage } from './views/program-views.ts'

type Render = (deps: RenderDeps, row: DueRow) => Promise<Rendered>

/** What leads and contacts get for their office; it counts against nobody's day. */
const office = (render: Render): MessageKind => ({ priority: 60, isUnasked: false, render })

/** The messages of this room. */
export const programMessages: MessageKinds = {
  [LEAD_WELCOME]: { priority: 0, isUnasked: false, isNow: true, render: renderWelcome },
  [CONTACT_ASK]: { priority: 0, isUnasked: false, isNow: true, render: renderAsk },
  [CONTACT_ANSWERED]: office(async ({ db, copy }, row) => {
    const all = await contacts(db, row.workspaceId)
    const contact = all.find((c) => c.id === Number(row.subject))
    if (!contact || contact.state === 'asked') return { skip: 'the contact is gone, or was asked again' }
    const reached = all.filter((c) => c.state === 'accepted').length
    return { to: { person: row.recipient }, message: answeredMessage(copy, contact, reached) }
  }),
  [CONTACTS_CHANGED]: office(async ({ db, copy }, row) => {
    const reached = await acceptedContacts(db, row.workspaceId)
    if (!reached.some((c) => c.personId === row.recipient)) return { skip: 'no contact any more' }
    return { to: { person: row.recipient }, message: changedMessage(copy, reached) }
  }),
  [CONTACT_LEFT]: office(async ({ db, copy }, row) => {
    const who = await contactLabel(db, row.workspaceId, Number(row.subject))
    if (who === undefined || !(await leadsWorkspace({ db }, row))) return { skip: 'no contact or no lead any more' }
    const reached = (await acceptedContacts(db, row.workspaceId)).length
    return { to: { person: row.recipient }, message: contactLeftMessage(copy, who, reached) }
  }),
  [NO_LEAD_LEFT]: office(async ({ db, copy }, row) => {
    if ((await leads(db, row.workspaceId)).some((lead) => lead.programId === null)) return { skip: 'there is a lead' }
    const gone = await findPerson(db, row.workspaceId, row.subject)
    return gone
      ? { to: { person: row.recipient }, message: noLeadMessage(copy, gone.name) }
      : { skip: 'nobody knows who led' }
  }),
  [PROGRAM_ENDED]: {
    priority: 10,
    isUnasked: false,
    async render({ db, copy }, row) {
      const program = await findProgram(db, row.workspaceId, Number(row.subject))
      const me = await findPerson(db, row.workspaceId, row.recipient)
      if (!program || !me) return { skip: 'the program or the person is gone' }
      return { to: { person: me.id }, message: endedWaitingMessage(copy, firstName(me.name), program.name) }
    },
  },
}

async function renderWelcome({ db, copy }: RenderDeps, row: DueRow): Promise<Rendered> {
  const me = await findPerson(db, row.workspaceId, row.recipient)
  const programId = row.subject === WHOLE_WORKSPACE ? null : Number(row.subject)
  const program = programId === null ? null : await findProgram(db, row.workspaceId, programId)
  const isLead = (await leads(db, row.workspaceId)).some(
    (lead) => lead.personId === row.recipient && lead.programId === programId,
  )
  if (!me || program === undefined || !isLead) return { skip: 'leads it no longer' }
  return { to: { person: me.id }, message: welcomeMessage(copy, firstName(me.name), program) }
}

async function renderAsk({ db, copy }: RenderDeps, row: DueRow): Promise<Rendered> {
  const contact = (await contacts(db, row.workspaceId)).find((c) => c.id === Number(row.subject))
  const me = await findPerson(db, row.workspaceId, row.recipient)
  if (!me || contact?.state !== 'asked') return { skip: 'the contact was taken off the list or has answered' }
  const by = await findPerson(db, row.workspaceId, contact.namedBy)
  const asker = by ? firstName(by.name) : ''
  return { to: { person: me.id }, message: askMessage(copy, firstName(me.name), asker, contact.id) }
}

const leadsWorkspace = async ({ db }: Pick<RenderDeps, 'db'>, row: DueRow): Promise<boolean> =>
  (await leads(db, row.workspaceId)).some((lead) => lead.personId === row.recipient && lead.programId === null)
