import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  Option,
  Overflow,
  PlainTextElement,
  RichTextBlock,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types'
import { unformatted } from '../copy/look-alikes.ts'

/**
 * Text that people wrote, made harmless inside mrkdwn: no mention, link or command of theirs comes alive, and a name
 * such as *Ana* neither turns bold nor ends the bold around it.
 */
export const escape = (text: string): string =>
  unformatted(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))

/** At most `max` characters as a reader counts them, with an ellipsis where something was cut. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map((s) => s.segment)
  let kept = ''
  for (const letter of letters) {
    if (kept.length + letter.length > max - 1) break
    kept += letter
  }
  return `${kept}…`
}

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: true })

/** A person, rendered by Slack with the name the reader knows. */
export const mention = (personId: string): string => `<@${personId}>`

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(clip(text, 150)) })

export const divider = (): DividerBlock => ({ type: 'divider' })

/** mrkdwn; escape what people wrote before it comes here */
export function section(text: string, accessory?: SectionBlockAccessory, blockId?: string): SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text },
    ...(accessory && { accessory }),
    ...(blockId !== undefined && { block_id: blockId }),
  }
}

/** Two columns, at most ten cells. */
export const fields = (cells: readonly string[], accessory?: SectionBlockAccessory): SectionBlock => ({
  type: 'section',
  fields: cells.map((text) => ({ type: 'mrkdwn', text })),
  ...(accessory && { accessory }),
})

/** Small grey lines; at most ten. */
export const context = (...lines: readonly string[]): ContextBlock => ({
  type: 'context',
  elements: lines.map((text) => ({ type: 'mrkdwn', text })),
})

/** The eye: who sees the answer. */
export const eye = (sentence: string): ContextBlock => context(`:eye: ${sentence}`)

export const actions = (elements: readonly ActionsBlockElement[], blockId?: string): ActionsBlock => ({
  type: 'actions',
  elements: [...elements],
  ...(blockId !== undefined && { block_id: blockId }),
})

export interface ButtonExtras {
  readonly style?: 'primary' | 'danger'
  readonly url?: string
  readonly confirm?: ConfirmationDialog
}

/** @param value an id at most: who may press is looked up when it is pressed */
export const button = (actionId: string, text: string, value: string, extras: ButtonExtras = {}): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(text),
  value,
  ...extras,
})

export const option = (text: string, value: string, description?: string) =>
  ({
    text: plain(clip(text, 75)),
    value,
    ...(description !== undefined && { description: plain(clip(description, 75)) }),
  }) satisfies Option

/** Three dots; two to five options. */
export const overflow = (actionId: string, options: readonly Option[]): Overflow => ({
  type: 'overflow',
  action_id: actionId,
  options: options as Overflow['options'], // the type asks for plain_text options, which option() makes
})

export const confirm = (title: string, text: string, yes: string, no: string): ConfirmationDialog => ({
  title: plain(title),
  text: plain(text),
  confirm: plain(yes),
  deny: plain(no),
})

/** Numbered lines, plain text. */
export const numbered = (lines: readonly string[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_list',
      style: 'ordered',
      elements: lines.map((text) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] })),
    },
  ],
})
