import type { ActionRequest, CommandAnswer } from '../host.ts'
import { BadCall } from '../http/answer.ts'
import { deliver } from '../inbound/deliver.ts'
import { findChannel, imOf } from '../state/conversations.ts'
import { findMessage, messageKey, parseBlocks } from '../state/messages.ts'
import { showView, topView } from '../state/views.ts'
import type { Channel, Json, StoredMessage, StoredView } from '../state/rows.ts'
import { messageObject } from '../web-api/message-object.ts'
import type { World } from '../world.ts'
import { activePerson } from './command.ts'
import { chosenState, isMany, fieldOf, optionsOf } from './element-state.ts'
import { fillIn } from './fill-in.ts'
import { fieldsOf, formState, withChosen, type Field, type FormState } from './form.ts'
import { interact, type Handles, type Settle } from './interact.ts'
import { actionTs, channelName, interactionBase } from './payload.ts'

type Place =
  | { readonly kind: 'message'; readonly channel: Channel; readonly message: StoredMessage }
  | { readonly kind: 'view'; readonly view: StoredView }

/**
 * A person presses a button or chooses in a menu, in a message, a modal or Home.
 * @throws BadCall when there is no such thing to press
 */
export function action(world: World, settle: Settle, request: ActionRequest): Promise<CommandAnswer> {
  const { place, field, payload } = checkAction(world, request)
  typeIn(world, place, request)
  remember(world, place, field, payload)
  const { user } = request
  const channel = place.kind === 'message' ? place.channel.id : imOf(user)
  const message = place.kind === 'message' ? place.message.ts : null
  return interact(world, settle, { user, channel, message }, (handles) => {
    const whole = { ...describe(world, request, place, handles), actions: [payload] }
    return deliver(world, { kind: 'interactive', what: field.actionId, user, payload: whole })
  })
}

/** @throws BadCall */
export function checkAction(world: World, request: ActionRequest): { place: Place; field: Field; payload: Json } {
  activePerson(world, request.user)
  const place = placeOf(world, request)
  const blocks = place.kind === 'message' ? parseBlocks(place.message.blocks) : blocksOf(place.view)
  const field = choose(blocks, request)
  if (place.kind === 'view' && request.values) fillIn(place.view, request.values)
  return { place, field, payload: pressed(world, field, request) }
}

function placeOf(world: World, { user, channel: id, ts, view_id }: ActionRequest): Place {
  if (view_id !== undefined) {
    const home = world.store.rows.home.get(user)
    const view = home?.id === view_id ? home : topView(world, user)
    if (view?.id !== view_id) throw new BadCall(`The view ${view_id} is not in front of ${user}.`)
    return { kind: 'view', view }
  }
  const channel = findChannel(world, id ?? imOf(user))
  const message = channel?.members.includes(user) ? findMessage(world, channel.id, ts ?? '') : undefined
  const isSeen = message && (message.only === null || message.only === user)
  if (!channel || !isSeen) throw new BadCall(`${user} sees no message ${ts} in ${id}.`)
  return { kind: 'message', channel, message }
}

// Checked by checkView before it was stored.
const blocksOf = (view: StoredView): Json[] => view.view['blocks'] as Json[]

/** Of several elements with that id, the one in the named block or with the named value. */
function choose(blocks: readonly Json[], { action_id, block_id, value }: ActionRequest): Field {
  const named = fieldsOf(blocks).filter(
    ({ actionId, blockId }) => actionId === action_id && (block_id === undefined || blockId === block_id),
  )
  const fits = named.find(
    ({ element }) => value === undefined || element['type'] !== 'button' || element['value'] === value,
  )
  if (!fits)
    throw new BadCall(
      `There is no ${action_id}${block_id ? ` in ${block_id}` : ''}${value === undefined ? '' : ` with that value`} to press there.`,
    )
  return fits
}

function pressed(world: World, { element, blockId, actionId }: Field, { value, selected }: ActionRequest): Json {
  const base = {
    type: element['type'],
    action_id: actionId,
    block_id: blockId,
    action_ts: actionTs(world.host.clock.now()),
  }
  if (element['type'] === 'button') {
    const { text, value: own, style, url } = element
    return {
      ...base,
      text,
      ...(own !== undefined && { value: own }),
      ...(style !== undefined && { style }),
      ...(url !== undefined && { url }),
    }
  }
  const field = fieldOf(element) ?? ''
  const plain = selected ?? value ?? (isMany(field) ? [] : null)
  // A menu with a single option leaves nothing to choose.
  const only = element['type'] === 'overflow' && plain === null ? optionsOf(element)[0]?.['value'] : plain
  return { ...base, ...chosenState(element, only) }
}

/** What stands in a modal's other fields at that moment. */
function typeIn(world: World, place: Place, { values }: ActionRequest): void {
  if (place.kind === 'view' && values) keepViewState(world, place.view, fillIn(place.view, values))
}

/** What was chosen stays chosen: Slack sends it as state with whatever is pressed next. */
function remember(world: World, place: Place, field: Field, payload: Json): void {
  const name = fieldOf(field.element)
  if (name === undefined || payload['type'] === 'overflow') return
  const state = { type: payload['type'], [name]: payload[name] }
  if (place.kind === 'view') {
    const view = currentView(world, place.view)
    keepViewState(world, view, withChosen(view.state, field, state))
  } else {
    const { message } = place
    const row = { ...message, state: withChosen(message.state ?? {}, field, state) }
    world.store.put('message', messageKey(message.channel, message.ts), row)
  }
}

/** Home is kept by its person, a modal by its id. */
export function keepViewState(world: World, view: StoredView, state: FormState): void {
  const isHome = view.view['type'] === 'home'
  world.store.put(isHome ? 'home' : 'view', isHome ? view.user : view.id, { ...view, state })
}

const currentView = (world: World, view: StoredView): StoredView =>
  (view.view['type'] === 'home' ? world.store.rows.home.get(view.user) : world.store.rows.view.get(view.id)) ?? view

function describe(world: World, { user }: ActionRequest, place: Place, { trigger_id, response_url }: Handles): Json {
  const base = { type: 'block_actions', ...interactionBase(world, user), trigger_id }
  if (place.kind === 'view') {
    const view = currentView(world, place.view)
    const state = { values: formState(blocksOf(view), view.state) }
    return { ...base, container: { type: 'view', view_id: view.id }, view: { ...showView(world, view), state } }
  }
  const { channel } = place
  const message = findMessage(world, channel.id, place.message.ts) ?? place.message
  const isEphemeral = message.only !== null
  return {
    ...base,
    response_url,
    channel: { id: channel.id, name: channelName(world, channel) },
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: isEphemeral },
    // Slack does not send an ephemeral message along.
    ...(!isEphemeral && { message: messageObject(world, message, true) }),
    state: { values: formState(parseBlocks(message.blocks), message.state ?? {}) },
  }
}
