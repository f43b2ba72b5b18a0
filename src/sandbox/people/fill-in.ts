import type { SubmitRequest, SubmittedFile } from '../host.ts'
import { BadCall } from '../http/answer.ts'
import { addFile, writeBytes } from '../state/files.ts'
import type { Json, StoredView } from '../state/rows.ts'
import { fileObject } from '../web-api/file-object.ts'
import type { World } from '../world.ts'
import { chosenState } from './element-state.ts'
import { fieldsOf, withChosen, type Field, type FormState } from './form.ts'

/**
 * The state of a modal after a person filled in plain values on top of what was chosen before.
 * @throws BadCall for a field that is not there or a value nobody could choose
 */
export function fillIn(view: StoredView, values: SubmitRequest['values']): FormState {
  let state: FormState = view.state
  for (const [blockId, actions] of Object.entries(values)) {
    for (const [actionId, plain] of Object.entries(actions)) {
      const field = fieldIn(view, blockId, actionId)
      state = withChosen(state, field, chosenState(field.element, plain))
    }
  }
  return state
}

/** Uploads a person's files and puts them into their fields. */
export function withFiles(world: World, request: SubmitRequest, state: FormState): FormState {
  const view = world.store.rows.view.get(request.view_id)
  if (!view || !request.files) return state
  let filled = state
  for (const [blockId, actions] of Object.entries(request.files)) {
    for (const [actionId, given] of Object.entries(actions)) {
      const field = fieldIn(view, blockId, actionId)
      if (field.element['type'] !== 'file_input') throw new BadCall(`${actionId} takes no file.`)
      const files = [given].flat().map((file) => fileObject(world, upload(world, request.user, file)))
      filled = withChosen(filled, field, { type: 'file_input', files })
    }
  }
  return filled
}

function upload(world: World, user: string, file: SubmittedFile) {
  const bytes = file.base64 === undefined ? Buffer.from(file.text ?? '') : Buffer.from(file.base64, 'base64')
  const stored = addFile(world, { name: file.name, size: bytes.length, owner: user, isComplete: true })
  writeBytes(world, stored.id, bytes)
  return stored
}

function fieldIn(view: StoredView, blockId: string, actionId: string): Field {
  // Checked by checkView before it was stored.
  const fields = fieldsOf(view.view['blocks'] as Json[])
  const found = fields.find((field) => field.blockId === blockId && field.actionId === actionId)
  if (!found) throw new BadCall(`The modal has no field ${blockId}.${actionId}.`)
  return found
}
