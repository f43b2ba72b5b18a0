import { refusalText } from '../../copy/copy.ts'
import type { Refusal } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { clip } from '../../slack/blocks.ts'
import { type Form, form } from '../../slack/form.ts'
import { VIEW } from '../../slack/ids.ts'
import type { Call, CommandCall, Listeners, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import type { Message, View } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'
import { type Edit, editPerson, markOf } from '../edit-person.ts'
import { factsOf } from '../fact-store.ts'
import { lookAtPerson } from '../look-at-person.ts'
import type { PeopleSide } from '../people-side.ts'
import { personMentioned, personToEdit } from '../person-to-edit.ts'
import type { Cells } from '../read-person.ts'
import { fieldFaultText } from '../views/fact-words.ts'
import { noticeView } from '../views/notes.ts'
import { personSavedView } from '../views/person-saved-view.ts'
import { NO_ROLE, otherField, personView } from '../views/person-view.ts'

/** Longest piece of what was typed that an error shows back. */
const MAX_SHOWN = 60

/** `/mentor people @person`: the form, or why there is none. */
export async function openPerson(deps: Deps, side: PeopleSide, call: CommandCall): Promise<Message | undefined> {
  const person = await personMentioned(deps.db, call.workspaceId, call.rest)
  if (!person.ok) return plainMessage(refusalText(call.copy, person.refusal))
  const look = await lookAtPerson(deps, side.said, call, person.value)
  const facts = factsOf(person.value)
  await call.open(personView(call.copy, look, facts, markOf(facts)))
  return undefined
}

/** The form, sent. */
export const personListeners = (deps: Deps, side: PeopleSide): Listeners => ({
  submissions: [{ id: VIEW.person, access: 'lead', run: (call) => savePerson(deps, side, call) }],
})

async function savePerson(deps: Deps, side: PeopleSide, call: SubmissionCall): Promise<SubmissionAnswer> {
  const [personId = '', mark = ''] = call.metadata.split(' ')
  const fields = form(call.values)
  const input = { workspaceId: call.workspaceId, by: call.userId, personId, mark, cells: readCells(fields) }
  const edit = await editPerson(deps, input, call.now)
  if (!edit.ok) return { update: refused(call, edit.refusal) }
  if (edit.value.is === 'faulty') return { errors: errorsOf(call, fields, edit.value) }
  const person = await personToEdit(deps.db, call.workspaceId, personId)
  if (!person.ok) return { update: refused(call, person.refusal) }
  const look = await lookAtPerson(deps, side.said, call, person.value, edit.value.changes)
  return { update: personSavedView(call.copy, look, edit.value) }
}

/** The form as one line of people.csv. */
const readCells = (fields: Form): Cells => ({
  level: fields.text('level'),
  team: fields.text('team'),
  site: fields.text('site'),
  manager_id: fields.person('manager_id'),
  start_on: fields.text('start_on'),
  hours: fields.text('hours'),
  languages: fields.text('languages').replaceAll(',', ';'),
  role: fields.choice('role') === NO_ROLE ? '' : fields.choice('role'),
  capacity: fields.text('capacity'),
  offers: skillsIn(fields, 'offers'),
  wants: skillsIn(fields, 'wants'),
})

const skillsIn = (fields: Form, side: 'offers' | 'wants'): string =>
  [...fields.choices(side), fields.text(otherField(side))].filter((piece) => piece !== '').join(';')

/** Each fault beside its field; of two beside one, the first. What is chosen from the catalog is never wrong. */
function errorsOf(call: Call, fields: Form, { faults }: Extract<Edit, { is: 'faulty' }>): Record<string, string> {
  const sentences = faults.map((fault) => {
    const { column } = fault
    if (column !== 'offers' && column !== 'wants') return [column, fieldFaultText(call.copy, fault)] as const
    const field = otherField(column)
    return [field, fieldFaultText(call.copy, { ...fault, value: clip(fields.text(field), MAX_SHOWN) })] as const
  })
  return Object.fromEntries(sentences.toReversed())
}

const refused = (call: Call, refusal: Refusal): View =>
  noticeView(call.copy, call.copy.peopleList.title, refusalText(call.copy, refusal))
