import { done, refuse, type Result } from '../../copy/refusal.ts'
import { refusalText } from '../../copy/copy.ts'
import type { Deps } from '../../database/deps.ts'
import { form } from '../../slack/form.ts'
import { readId } from '../../slack/ids.ts'
import type { ActionCall, Call, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import type { View } from '../../slack/message.ts'
import { lookAtStanding } from '../look-at-standing.ts'
import { foundInRound, foundStanding } from '../views/found-blocks.ts'
import { QUERY_MAX, searchView } from '../views/search-view.ts'
import { answerNo } from './answer.ts'
import { lookAtProposed, programAsLead } from './look-as-lead.ts'
import { originOf, splitOrigin, withOrigin } from './origin.ts'
import { redrawRound } from './show-as-is.ts'
import { redrawStanding } from './show-standing.ts'

/** What is searched: a proposed round, or the published pairs of a program. */
interface Place {
  readonly where: 'round' | 'program'
  readonly id: number
}

/** "Find a person" under a round or the published pairs. */
export const searchListener = (deps: Deps) => async (call: ActionCall) => {
  const { place, rest: page } = readPlace(call.value)
  const may = await mayLook(deps, call, place)
  const metadata = withOrigin(`${place.where}/${place.id}/`, originOf(call, page))
  return may.ok ? call.open(searchView(call.copy, metadata)) : answerNo(call, may.refusal)
}

export const searchSubmission =
  (deps: Deps) =>
  async (call: SubmissionCall): Promise<SubmissionAnswer> => {
    const query = form(call.values).text('name').slice(0, QUERY_MAX)
    const view = await foundView(deps, call, call.metadata, query)
    return view.ok ? { update: view.value } : { errors: { name: refusalText(call.copy, view.refusal) } }
  }

/** The same search once more, after something was done to a pair that it found; so is the message behind it. */
export async function foundAgain(deps: Deps, call: ActionCall): Promise<void> {
  const { metadata, origin } = splitOrigin(call.view?.metadata ?? '')
  const { place, rest: query } = readPlace(metadata)
  const view = await foundView(deps, call, call.view?.metadata ?? '', query)
  if (!view.ok) return answerNo(call, view.refusal)
  await call.update(view.value)
  return place.where === 'round'
    ? redrawRound(deps, call, place.id, origin)
    : redrawStanding(deps, call, String(place.id), origin)
}

async function foundView(deps: Deps, call: Call, all: string, query: string): Promise<Result<View>> {
  const { metadata: about, origin } = splitOrigin(all)
  const { place } = readPlace(about)
  const metadata = withOrigin(`${place.where}/${place.id}/${query}`, origin)
  if (place.where === 'round') {
    const look = await lookAtProposed(deps, call, String(place.id))
    return look.ok ? done(searchView(call.copy, metadata, foundInRound(call.copy, look.value, query))) : look
  }
  const program = await programAsLead(deps, call, String(place.id))
  if (!program.ok) return program
  const standing = await lookAtStanding(deps.db, call.workspaceId, program.value.id)
  return done(searchView(call.copy, metadata, foundStanding(call.copy, standing, query)))
}

async function mayLook(deps: Deps, call: Call, place: Place): Promise<Result<unknown>> {
  if (place.id === 0) return refuse('round_gone')
  return place.where === 'round'
    ? lookAtProposed(deps, call, String(place.id))
    : programAsLead(deps, call, String(place.id))
}

/** `<where>/<id>/<page, or what was looked for>`, as a button or a form carries it. */
function readPlace(text: string): { readonly place: Place; readonly rest: string } {
  const [where, id = '', ...rest] = text.split('/')
  return { place: { where: where === 'program' ? 'program' : 'round', id: readId(id) }, rest: rest.join('/') }
}
