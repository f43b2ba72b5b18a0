import { avatar } from '../parts/avatar.js'
import { nameOf, state } from '../state.js'
import { words } from '../text/mrkdwn.js'
import { enter, keptOr, press } from './host.js'
import { picker } from './picker.js'

/** @import { Part } from '../types.js' @import { Host } from './host.js' @import { Item } from './picker.js' */

/** How many people a list shows at once; typing reaches the others. */
const PEOPLE_SHOWN = 50

/** @param {Part} element @returns {Item[]} */
function itemsOf(element) {
  const flat = (element.options ?? []).map((option) => ({ option, group: undefined }))
  const inGroups = (element.option_groups ?? []).flatMap(({ label, options }) =>
    options.map((option) => ({ option, group: words(label) })),
  )
  return [...flat, ...inGroups].map(({ option, group }) => ({
    value: option.value ?? '',
    label: words(option.text),
    ...(option.description && { hint: words(option.description) }),
    ...(group !== undefined && { group }),
  }))
}

/** @param {string} query @returns {Item[]} */
function people(query) {
  const wanted = query.trim().toLowerCase()
  const found = (state.sandbox?.users ?? []).filter((user) => !user.deleted && user.name.toLowerCase().includes(wanted))
  return found
    .slice(0, PEOPLE_SHOWN)
    .map(({ id, name, title }) => ({ value: id, label: name, hint: title, mark: () => avatar(id) }))
}

/**
 * @param {Part} element
 * @param {Host} host
 * @param {{ many: boolean, initial: string[], find: (query: string) => Item[], labelOf: (value: string) => string }} kind
 */
function choose(element, host, { many, initial, find, labelOf }) {
  /** @type {string | string[] | undefined} */
  const kept = keptOr(host, element, initial)
  const placeholder = words(element.placeholder) || (many ? 'Choose' : 'Choose one')
  const made = picker({
    find,
    labelOf,
    many,
    placeholder,
    chosen: typeof kept === 'string' ? [kept] : (kept ?? []),
    max: many ? (element.max_selected_items ?? Number.POSITIVE_INFINITY) : 1,
    clearable: host.optional && !host.dispatches,
    listName: placeholder,
    names: { 'aria-label': placeholder, ...host.names },
    onChange: (chosen) => {
      if (!host.dispatches || (!many && chosen.length === 0)) return
      void press(host, element, { selected: many ? chosen : (chosen[0] ?? '') }, made.node)
    },
  })
  enter(host, element, made.input, () => (many ? made.read() : made.read()[0]))
  return made.node
}

/** @param {Part} element @param {boolean} many */
function fromOptions(element, many) {
  const items = itemsOf(element)
  const initial = (many ? (element.initial_options ?? []) : element.initial_option ? [element.initial_option] : []).map(
    ({ value }) => value ?? '',
  )
  return {
    many,
    initial,
    find: (/** @type {string} */ query) =>
      items.filter(({ label, group = '' }) => `${group} ${label}`.toLowerCase().includes(query.trim().toLowerCase())),
    labelOf: (/** @type {string} */ value) => items.find((item) => item.value === value)?.label ?? value,
  }
}

/** @param {Part} element @param {Host} host */
export const staticSelect = (element, host) => choose(element, host, fromOptions(element, false))
/** @param {Part} element @param {Host} host */
export const multiStaticSelect = (element, host) => choose(element, host, fromOptions(element, true))
/** @param {Part} element @param {Host} host */
export const usersSelect = (element, host) =>
  choose(element, host, {
    many: false,
    initial: element.initial_user ? [element.initial_user] : [],
    find: people,
    labelOf: nameOf,
  })
/** @param {Part} element @param {Host} host */
export const multiUsersSelect = (element, host) =>
  choose(element, host, { many: true, initial: element.initial_users ?? [], find: people, labelOf: nameOf })
