import type { Deps } from '../../database/deps.ts'
import { mentionIn } from '../../people/mention.ts'
import { findPeople } from '../../people/store.ts'
import type { Command, CommandCall } from '../../slack/listener.ts'
import type { Message } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'
import { appointLead } from '../appoint-lead.ts'
import { dismissLead } from '../dismiss-lead.ts'
import { leads } from '../lead-store.ts'
import { programsLed } from '../program-to-lead.ts'
import { noProgramMessage } from '../views/which-program-view.ts'
import { leadAddedMessage, leadListMessage, leadRemovedMessage } from '../views/lead-views.ts'

/** `/mentor lead add|remove @person [program]`; alone it lists who leads. */
export const leadCommand = (deps: Deps): Command => ({
  name: 'lead',
  access: 'admin-or-lead',
  run: async (call) => {
    const [verb = ''] = call.rest.toLowerCase().split(' ', 1)
    if (verb === '') return listLeads(deps, call)
    if (verb !== 'add' && verb !== 'remove') return plainMessage(call.copy.program.lead.usage)
    const mention = mentionIn(call.rest.slice(verb.length))
    if (mention?.before !== '') return plainMessage(call.copy.program.lead.askMention)
    const { workspaceId, userId: by, standing } = call
    const change = { workspaceId, by, standing, personId: mention.personId, program: mention.after }
    const led = await (verb === 'add' ? appointLead : dismissLead)(deps, change, call.now)
    const again = (name: string) => `lead ${verb} <@${mention.personId}> ${name}`
    if (!led.ok) return noProgramMessage(call.copy, led.refusal, again)
    const message = verb === 'add' ? leadAddedMessage : leadRemovedMessage
    return message(call.copy, led.value.person.name, led.value.program?.name ?? null)
  },
})

async function listLeads(deps: Deps, call: CommandCall): Promise<Message> {
  const all = await leads(deps.db, call.workspaceId)
  const people = await findPeople(
    deps.db,
    call.workspaceId,
    all.map((lead) => lead.personId),
  )
  const named = (programId: number | null) =>
    all.filter((lead) => lead.programId === programId).map((lead) => people.get(lead.personId)?.name ?? lead.personId)
  const programs = await programsLed(deps.db, call)
  return leadListMessage(call.copy, {
    workspace: named(null),
    programs: programs.map(({ id, name }) => ({ name, leads: named(id) })),
  })
}
