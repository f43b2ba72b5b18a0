import { appChannel, state } from '../state.js'

/** @import { Message, Block, Part } from '../types.js' @import { Item } from '../elements/picker.js' */

const SHOWN = 12

/** "[join | leave | help]": the words a command's usage hint offers. @param {string} hint */
const wordsOf = (hint) =>
  hint
    .replaceAll(/[[\]]/g, '')
    .split(/\s*[|,]\s*/)
    .map((each) => each.trim())
    .filter((each) => /^[a-z]/i.test(each))

/** Every run of text in a message, in order. @param {Message} message @returns {string[]} */
function textsOf(message) {
  /** @param {Block | Part} block @returns {string[]} */
  const inside = (block) => {
    const own = typeof block.text === 'string' ? block.text : (block.text?.text ?? '')
    const fields = 'fields' in block ? (block.fields ?? []).map(({ text }) => text) : []
    return [own, ...fields, ...(block.elements ?? []).flatMap(inside)]
  }
  return [...(message.blocks ?? []).flatMap(inside), message.text]
}

/**
 * Commands that the app itself has named in answers only I see: whatever stands as code and begins with its command,
 * with the words that follow on the same line.
 * @param {string} command
 * @returns {Item[]}
 */
function told(command) {
  const conversation = state.conversations.find(({ channel }) => channel === appChannel())
  const answers = (conversation?.messages ?? []).filter(({ from, ephemeral }) => from === 'app' && ephemeral === true)
  const lines = answers.flatMap(textsOf).flatMap((text) => text.split('\n'))
  return lines.flatMap((line) => {
    const found = /`(\/[^`]+)`\s*[:–—-]?\s*(.*)$/.exec(line)
    const value = found?.[1]?.replace(/\s*[[<(].*$/, '').trim()
    if (!value?.startsWith(`${command} `)) return []
    const hint = found?.[2]?.replaceAll(/[*_`~]/g, '') ?? ''
    return [{ value, label: value, ...(hint && { hint }) }]
  })
}

/**
 * What may follow what is typed, from the commands' own hints and from what the app's help has answered.
 * @param {string} typed
 * @returns {Item[]}
 */
export function completions(typed) {
  if (!typed.startsWith('/')) return []
  const all = state.commands.flatMap(({ command, description, usage_hint: hint = '' }) => [
    ...told(command),
    { value: command, label: command, ...(description && { hint: description }) },
    ...wordsOf(hint).map((word) => ({ value: `${command} ${word}`, label: `${command} ${word}` })),
  ])
  const once = new Map(all.toReversed().map((item) => [item.value, item]))
  const wanted = typed.trimStart().toLowerCase()
  return [...once.values()]
    .toSorted((one, other) => (one.value < other.value ? -1 : 1))
    .filter(({ value }) => value.startsWith(wanted))
    .slice(0, SHOWN)
}
