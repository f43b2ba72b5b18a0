import { BadCall, sendLate } from '../http/answer.ts'
import type { ActionRequest } from '../host.ts'
import { action, checkAction } from '../people/action.ts'
import { untilIdle } from '../people/interact.ts'
import { markByHand, type Endpoint } from './endpoint.ts'
import type { Fields } from './fields.ts'

/** POST /_sandbox/action */
export const postAction: Endpoint = {
  needsCompany: true,
  async run(world, { body }, response) {
    const request = readRequest(body)
    checkAction(world, request)
    markByHand(world, request.user)
    await sendLate(response, () => action(world, untilIdle(world), request))
  },
}

function readRequest(body: Fields): ActionRequest {
  const text = (name: string) => (body.has(name) ? { [name]: body.string(name) } : {})
  if (!body.has('view_id') && !body.has('ts')) throw new BadCall('Give "channel" and "ts", or "view_id".')
  return {
    user: body.string('user'),
    action_id: body.string('action_id'),
    ...text('channel'),
    ...text('ts'),
    ...text('view_id'),
    ...text('block_id'),
    ...text('value'),
    ...(body.has('selected') && { selected: selectedOf(body) }),
    ...(body.has('values') && { values: body.nested('values') }),
  }
}

const selectedOf = (body: Fields): string | readonly string[] =>
  Array.isArray(body.raw('selected')) ? body.strings('selected') : body.string('selected')
