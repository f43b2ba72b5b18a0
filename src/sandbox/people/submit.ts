import type { SubmitAnswer, SubmitRequest } from '../host.ts'
import { BadCall } from '../http/answer.ts'
import type { Ack } from '../inbound/ack.ts'
import { parseAck } from '../inbound/answer.ts'
import { deliver } from '../inbound/deliver.ts'
import { isObject } from '../manifest.ts'
import { closeViews, openView, showView, STACK_MAX, stackOf, topView, updateView } from '../state/views.ts'
import { parseBlocks } from '../state/messages.ts'
import type { Json, StoredView } from '../state/rows.ts'
import { acceptView } from '../web-api/views.ts'
import { Refused } from '../web-api/refused.ts'
import type { World } from '../world.ts'
import { keepViewState } from './action.ts'
import { activePerson } from './command.ts'
import { fillIn, withFiles } from './fill-in.ts'
import { formState } from './form.ts'
import { interactionBase } from './payload.ts'
import type { Settle } from './interact.ts'
import { complaints } from './complaints.ts'

/** What Slack itself shows in a modal when the app did not answer in time or answered nonsense. */
const TROUBLE = { errors: { '': 'We had some trouble connecting. Try again?' } }

/**
 * A person fills in the modal in front and submits it. What Slack's own form would not let pass (a required field left
 * empty, a text too long) comes back as errors without reaching the app.
 * @throws BadCall when the modal is not in front or has no such field
 */
export async function submit(world: World, settle: Settle, request: SubmitRequest): Promise<SubmitAnswer> {
  const view = checkSubmit(world, request)
  const state = withFiles(world, request, fillIn(view, request.values))
  keepViewState(world, view, state)
  const blocks = view.view['blocks'] as Json[]
  const errors = complaints(blocks, formState(blocks, state))
  if (Object.keys(errors).length > 0) return { errors }
  // A submission has no response_url, so this token names nothing but the capture.
  const capture = world.captures.begin(request.user, `submission ${view.id} ${view.hash}`)
  try {
    const ack = await deliver(world, describe(world, request.user, { ...view, state }, capture.token))
    const answer = world.store.change(() => obey(world, view, ack))
    await settle()
    const { answer: message } = capture
    return message ? { ...answer, response: { text: message.text, blocks: parseBlocks(message.blocks) } } : answer
  } finally {
    world.captures.end(capture)
  }
}

/** @throws BadCall */
export function checkSubmit(world: World, request: SubmitRequest): StoredView {
  activePerson(world, request.user)
  const view = topView(world, request.user)
  if (view?.id !== request.view_id)
    throw new BadCall(`The modal ${request.view_id} is not in front of ${request.user}.`)
  fillIn(view, request.values)
  return view
}

function describe(world: World, user: string, view: StoredView, token: string) {
  const payload: Json = {
    type: 'view_submission',
    ...interactionBase(world, user),
    trigger_id: world.triggers.make(user, token, world.host.realNow()),
    // The blocks were checked before they were stored.
    view: { ...showView(world, view), state: { values: formState(view.view['blocks'] as Json[], view.state) } },
    response_urls: [],
  }
  const { callback_id } = view.view
  const what = typeof callback_id === 'string' ? `submit ${callback_id}` : 'submit'
  return { kind: 'interactive', what, user, payload } as const
}

/** Does to the modals what the acknowledgement says: nothing means this one closes. */
function obey(world: World, view: StoredView, ack: Ack): SubmitAnswer {
  if (ack.failure !== null) return TROUBLE
  const body = parseAck(ack.body)
  const { user } = view
  try {
    switch (body['response_action']) {
      case undefined:
        closeViews(world, user, false)
        return { closed: true }
      case 'clear':
        closeViews(world, user, true)
        return { closed: true }
      case 'errors':
        return { errors: errorsOf(view, body['errors']) }
      case 'update':
        return { view: showView(world, updateView(world, current(world, view), viewOf(world, body, view))) }
      case 'push':
        if (stackOf(world, user).length >= STACK_MAX) return TROUBLE
        return { view: showView(world, openView(world, user, viewOf(world, body), false)) }
      default:
        return TROUBLE
    }
  } catch (problem) {
    if (problem instanceof Refused) return TROUBLE
    throw problem
  }
}

const current = (world: World, view: StoredView): StoredView => world.store.rows.view.get(view.id) ?? view

function viewOf(world: World, body: Json, old?: StoredView): Json {
  const view = body['view']
  if (!isObject(view)) throw new Refused('invalid_arguments')
  acceptView(world, view, 'modal', old)
  return view
}

/** Errors belong to input blocks; Slack shows none other. */
function errorsOf(view: StoredView, errors: unknown): Record<string, string> {
  // Checked by checkView: a list of objects.
  const inputs = (view.view['blocks'] as Json[])
    .filter(({ type }) => type === 'input')
    .map(({ block_id }) => String(block_id))
  const given = isObject(errors) ? Object.entries(errors) : []
  const shown = given.filter(([block]) => inputs.includes(block)).map(([block, text]) => [block, String(text)])
  return shown.length > 0 ? Object.fromEntries(shown) : TROUBLE.errors
}

/** @throws BadCall when the modal is not in front */
export function checkClose(world: World, user: string, viewId: string): StoredView {
  const view = topView(world, activePerson(world, user))
  if (view?.id !== viewId) throw new BadCall(`The modal ${viewId} is not in front of ${user}.`)
  return view
}

/** A person closes the modal in front; the app is told if it asked to be (`notify_on_close`). */
export async function close(world: World, settle: Settle, user: string, viewId: string): Promise<void> {
  const view = checkClose(world, user, viewId)
  const isCleared = view.view['clear_on_close'] === true
  for (const gone of world.store.change(() => closeViews(world, user, isCleared))) {
    if (gone.view['notify_on_close'] !== true) continue
    const payload = {
      type: 'view_closed',
      ...interactionBase(world, user),
      view: showView(world, gone),
      is_cleared: isCleared,
    }
    await deliver(world, { kind: 'interactive', what: 'close', user, payload })
  }
  await settle()
}
