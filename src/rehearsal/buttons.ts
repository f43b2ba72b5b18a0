import type { SandboxMessage, SandboxView } from '../sandbox/host.ts'
import { family } from '../slack/ids.ts'

/** A button somebody can press. */
export interface Pressable {
  readonly actionId: string
  readonly value: string
  readonly blockId: string
}

type Json = Readonly<Record<string, unknown>>

/** Every button of a message or a modal, in reading order. */
export function buttonsOf({ blocks }: Pick<SandboxMessage | SandboxView, 'blocks'>): Pressable[] {
  return blocks.flatMap((block) => {
    const elements = [
      ...(Array.isArray(block.elements) ? block.elements : []),
      ...(block.accessory ? [block.accessory] : []),
    ]
    return elements.filter(isButton).map((element) => ({
      actionId: String(element.action_id),
      value: typeof element.value === 'string' ? element.value : '',
      blockId: typeof block.block_id === 'string' ? block.block_id : '',
    }))
  })
}

/** The first button of that family, or undefined. */
export const buttonOf = (shown: Pick<SandboxMessage | SandboxView, 'blocks'>, id: string): Pressable | undefined =>
  buttonsOf(shown).find((button) => family(button.actionId) === id)

/** Ids of the input blocks of a modal, with the action inside each and its type. */
export function inputsOf({
  blocks,
}: SandboxView): ReadonlyMap<string, { readonly actionId: string; readonly type: string }> {
  return new Map(
    blocks.flatMap((block) => {
      const element = block.element
      if (block.type !== 'input' || !isObject(element)) return []
      return [[String(block.block_id), { actionId: String(element.action_id), type: String(element.type) }] as const]
    }),
  )
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const isButton = (element: unknown): element is Json =>
  isObject(element) && element.type === 'button' && !('url' in element)
