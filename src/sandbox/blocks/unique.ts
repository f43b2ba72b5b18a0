import { isObject } from '../manifest.ts'
import type { Json } from '../state/rows.ts'
import type { Report } from './rules.ts'

/** A block_id stands once in a message or view, an action_id once in its block. */
export function uniqueIds(blocks: readonly unknown[], pointer: string, report: Report): void {
  const seen = new Set<unknown>()
  blocks.forEach((block, i) => {
    if (!isObject(block)) return
    const id = block['block_id']
    if (id !== undefined && seen.has(id)) report('block_id already exists', `${pointer}/${i}/block_id`)
    seen.add(id)
    const actions = elementsOf(block)
      .map(({ action_id }) => action_id)
      .filter((action) => action !== undefined)
    if (new Set(actions).size < actions.length)
      report('action_id already exists in this block', `${pointer}/${i}/elements`)
  })
}

/** The interactive elements of a block: in its list, beside its text or as its input. */
export function elementsOf(block: Json): Json[] {
  const inside =
    Array.isArray(block['elements']) && block['type'] !== 'rich_text' && block['type'] !== 'context'
      ? block['elements']
      : []
  return [...inside, block['accessory'], block['element']].filter((element) => isObject(element))
}
