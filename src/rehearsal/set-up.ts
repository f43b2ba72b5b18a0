import type { Company, PeopleClient, SandboxView } from '../sandbox/host.ts'
import { ACTION, VIEW } from '../slack/ids.ts'
import { createDesk, type Desk } from './desk.ts'
import { peopleCsv } from './people-csv.ts'
import { programAnswers } from './program-answers.ts'
import type { CompanyRest } from './resident.ts'

/**
 * Sets a company up as its people would: the owner of the workspace appoints the lead, the lead imports the list,
 * names contacts, who accept, and creates and opens the program. Nobody has joined then, and nothing is paired.
 */
export async function setUp(company: Company, people: PeopleClient): Promise<void> {
  const rest = company.rest as CompanyRest // make-company.ts wrote it, and the sandbox hands it back untouched
  const desk = createDesk(people)
  await desk.say(rest.ownerId, `lead add <@${rest.leadId}>`)
  await importPeople(desk, rest)
  for (const contact of rest.contactIds) await nameContact(desk, rest.leadId, contact)
  await createProgram(desk, rest)
}

async function importPeople(desk: Desk, { leadId, residents }: CompanyRest): Promise<void> {
  await desk.say(leadId, 'people')
  const form = needed(await desk.press(leadId, ACTION.peopleImportOpen))
  const file = { people: { name: 'people.csv', text: peopleCsv(residents) } }
  const read = await desk.submit(leadId, form, {}, file)
  // a long list takes longer than a form may wait: its difference comes as a message
  const difference =
    read?.callback_id === VIEW.peoplePreview ? read : needed(await desk.press(leadId, ACTION.peopleShow))
  await desk.submit(leadId, difference, {})
}

async function nameContact(desk: Desk, leadId: string, person: string): Promise<void> {
  await desk.say(leadId, 'contacts')
  await desk.submit(leadId, needed(await desk.press(leadId, ACTION.contactAdd)), { person })
  await desk.press(person, ACTION.contactAccept)
}

async function createProgram(desk: Desk, rest: CompanyRest): Promise<void> {
  const { leadId, program } = rest
  await desk.say(leadId, 'program')
  const short = needed(await desk.press(leadId, ACTION.programCreate))
  const form = needed(await desk.pressIn(leadId, short, ACTION.programMore))
  // the same read back as one paragraph, and then saved
  const paragraph = needed(await desk.submit(leadId, form, programAnswers(rest)))
  await desk.submit(leadId, paragraph, {})
  await desk.say(leadId, `program ${program.name}`)
  await desk.submit(leadId, needed(await desk.press(leadId, ACTION.programOpen)), {})
}

function needed(view: SandboxView | null): SandboxView {
  if (!view) throw new Error('a form did not open')
  return view
}
