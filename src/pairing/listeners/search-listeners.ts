import { done, refuse, type Result } from '../../copy/refusal.ts'
import { refusalText } from '../../copy/copy.ts'
import type { Deps } from '../../database/deps.ts'
import { readId } from '../../slack/ids.ts'
import { form } from '../../slack/form.ts'
import type { ActionCall, Call, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import type { View } from '../../slack/message.ts'
import { lookAtStanding } from '../look-at-standing.ts'
import { foundInRound, foundStanding } from '../views/found-blocks.ts'
import { QUERY_MAX, type SearchPlace, searchView } from '../views/search-view.ts'
import { answerNo } from './answer.ts'
import { lookAtProposed, programAsLead } from './look-as-lead.ts'

/** "Find a person" under a round or the published pairs. */
export const searchListener = (deps: Deps) => async (call: ActionCall) => {
  const { place } = readPlace(call.value)
  const may = await mayLook(deps, call, place)
  return may.ok ? call.open(searchView(call.copy, place)) : answerNo(call, may.refusal)
}

export const searchSubmission =
  (deps: Deps) =>
  async (call: SubmissionCall): Promise<SubmissionAnswer> => {
    const query = form(call.values).text('name').slice(0, QUERY_MAX)
    const view = await foundView(deps, call, call.metadata, query)
    return view.ok ? { update: view.value } : { errors: { name: refusalText(call.copy, view.refusal) } }
  }

/** The same search once more, after something was done to a pair that it found. */
export async function foundAgain(deps: Deps, call: ActionCall): Promise<void> {
  const metadata = call.view?.metadata ?? ''
  const view = await foundView(deps, call, metadata, readPlace(metadata).query)
  return view.ok ? call.update(view.value) : answerNo(call, view.refusal)
}

async function foundView(deps: Deps, call: Call, metadata: string, query: string): Promise<Result<View>> {
  const { place } = readPlace(metadata)
  if (place.where === 'round') {
    const look = await lookAtProposed(deps, call, String(place.id))
    return look.ok ? done(searchView(call.copy, place, foundInRound(call.copy, look.value, query))) : look
  }
  const program = await programAsLead(deps, call, String(place.id))
  if (!program.ok) return program
  const standing = await lookAtStanding(deps.db, call.workspaceId, program.value.id)
  return done(searchView(call.copy, place, foundStanding(call.copy, standing, query)))
}

async function mayLook(deps: Deps, call: Call, place: SearchPlace): Promise<Result<unknown>> {
  if (place.id === 0) return refuse('round_gone')
  return place.where === 'round'
    ? lookAtProposed(deps, call, String(place.id))
    : programAsLead(deps, call, String(place.id))
}

/** `<where>/<id>/<what was looked for>`, as a button or a form carries it. */
function readPlace(text: string): { readonly place: SearchPlace; readonly query: string } {
  const [where, id = '', ...query] = text.split('/')
  return { place: { where: where === 'program' ? 'program' : 'round', id: readId(id) }, query: query.join('/') }
}
