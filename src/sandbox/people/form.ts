import { elementsOf } from '../blocks/unique.ts'
import type { Json } from '../state/rows.ts'
import { initialState } from './element-state.ts'

/** block_id -> action_id -> Slack's state */
export type FormState = Readonly<Record<string, Json>>

export interface Field {
  readonly block: Json
  readonly element: Json
  readonly blockId: string
  readonly actionId: string
}

/** Everything in these blocks that can be pressed or filled in. */
export function fieldsOf(blocks: readonly Json[]): Field[] {
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter((element) => typeof element['action_id'] === 'string')
      .map((element) => ({
        block,
        element,
        blockId: String(block['block_id']),
        actionId: String(element['action_id']),
      })),
  )
}

/** What the whole form holds: what was chosen so far, else what it began with. */
export function formState(blocks: readonly Json[], chosen: FormState): Record<string, Json> {
  const values: Record<string, Json> = {}
  for (const { element, blockId, actionId } of fieldsOf(blocks)) {
    const state = chosen[blockId]?.[actionId] ?? initialState(element)
    if (state !== null) values[blockId] = { ...values[blockId], [actionId]: state }
  }
  return values
}

export const withChosen = (chosen: FormState, { blockId, actionId }: Field, state: Json): FormState => ({
  ...chosen,
  [blockId]: { ...chosen[blockId], [actionId]: state },
})
