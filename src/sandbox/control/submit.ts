import { BadCall, sendJson, sendLate } from '../http/answer.ts'
import type { SubmitRequest, SubmittedFile } from '../host.ts'
import { isObject } from '../manifest.ts'
import { untilIdle } from '../people/interact.ts'
import { checkClose, checkSubmit, close, submit } from '../people/submit.ts'
import { showView, topView } from '../state/views.ts'
import { markByHand, person, type Endpoint } from './endpoint.ts'
import { queryText, type Fields } from './fields.ts'

/** POST /_sandbox/submit */
export const postSubmit: Endpoint = {
  needsCompany: true,
  async run(world, { body }, response) {
    const request: SubmitRequest = {
      user: body.string('user'),
      view_id: body.string('view_id'),
      values: body.nested('values'),
      files: filesOf(body),
    }
    checkSubmit(world, request)
    markByHand(world, request.user)
    await sendLate(response, () => submit(world, untilIdle(world), request))
  },
}

function filesOf(body: Fields): NonNullable<SubmitRequest['files']> {
  const blocks = Object.entries(body.nested('files')).map(([block, actions]) => [
    block,
    Object.fromEntries(Object.entries(actions).map(([action, given]) => [action, [given].flat().map(fileOf)])),
  ])
  return Object.fromEntries(blocks)
}

function fileOf(given: unknown): SubmittedFile {
  const { name, text, base64 } = isObject(given) ? given : {}
  if (typeof name !== 'string' || name === '') throw new BadCall('A file needs a "name".')
  if (typeof text === 'string') return { name, text }
  if (typeof base64 === 'string') return { name, base64 }
  throw new BadCall('A file needs its "text" (or "base64").')
}

/** GET /_sandbox/view: the modal in front of a person, also one the app opened or changed by itself. */
export const getView: Endpoint = {
  needsCompany: true,
  run(world, { query }, response) {
    const view = topView(world, person(world, queryText(query, 'user')))
    sendJson(response, 200, view ? showView(world, view) : null)
  },
}

/** POST /_sandbox/close: a person closes the modal in front. */
export const postClose: Endpoint = {
  needsCompany: true,
  async run(world, { body }, response) {
    const user = body.string('user')
    const viewId = body.string('view_id')
    checkClose(world, user, viewId)
    await sendLate(response, async () => {
      await close(world, untilIdle(world), user, viewId)
      return { closed: true }
    })
  },
}
