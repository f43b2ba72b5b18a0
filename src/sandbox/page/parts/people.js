import { listbox } from '../elements/listbox.js'
import { h, icon, part } from '../dom.js'
import { person, state, watch } from '../state.js'
import { become } from '../session.js'
import { avatar } from './avatar.js'
import { closePanel, openPanel } from './panels.js'

/** @import { User } from '../types.js' */

const NEAR_SHOWN = 7
/** How many people the search shows at once; typing reaches the others. */
const FOUND_SHOWN = 60

/** @param {User} user */
function tag(user) {
  if (user.deleted) return h('span', { class: 'tag' }, 'Left')
  if (user.is_lead) return h('span', { class: 'tag tag-lead' }, 'Lead')
  return user.is_owner || user === state.sandbox?.users.at(-1) ? h('span', { class: 'tag' }, 'Owner') : null
}

/** @param {number} count */
export const unreadCount = (count) =>
  count > 0 && h('span', { class: 'count' }, count > 99 ? '99+' : count, h('span', { class: 'for-readers' }, ' unread'))

/** Whom one is likely to become: leads, the owner, whoever has something to read, then the first of the list. */
function near() {
  const users = (state.sandbox?.users ?? []).filter((user) => !user.deleted)
  const owner = users.at(-1)
  const waiting = users.filter((user) => (state.unread[user.id] ?? 0) > 0)
  const wanted = [person(state.me), ...users.filter((user) => user.is_lead), owner, ...waiting, ...users]
  return [...new Set(wanted)].filter((user) => user !== undefined && user.id !== state.me).slice(0, NEAR_SHOWN)
}

/** @param {User | undefined} user */
const row = (user) =>
  user &&
  h(
    'li',
    {},
    h(
      'button',
      { class: 'person', type: 'button', onclick: () => become(user.id) },
      avatar(user.id),
      h(
        'span',
        {},
        h('span', { class: 'person-name' }, h('span', { class: 'person-word' }, user.name), ' ', tag(user)),
        ' ',
        h('span', { class: 'person-title' }, user.title),
      ),
      ' ',
      unreadCount(state.unread[user.id] ?? 0),
    ),
  )

function draw() {
  const me = person(state.me)
  const { sandbox } = state
  if (!me || !sandbox) return
  part('you-avatar').replaceChildren(avatar(me.id, 'avatar-large'))
  part('you-name').textContent = me.name
  part('you-title').textContent = me.is_lead ? `${me.title}, lead` : me.title
  const company = state.companies.find(({ name }) => name === sandbox.company)
  part('company-name').textContent = company?.title ?? sandbox.title ?? sandbox.company
  part('company-size').textContent = `${sandbox.users.length.toLocaleString('en')} people`
  part('people-all').textContent = `Search all ${sandbox.users.length.toLocaleString('en')}`
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.closest('#people-near li') : null
  // Rows are drawn anew when a number changes; whoever stands on one with the keyboard is not thrown off.
  if (!focused) part('people-near').replaceChildren(...near().flatMap((user) => row(user) ?? []))
}

function startSearch() {
  const input = /** @type {HTMLInputElement} index.html has it so */ (part('you-search'))
  const list = listbox('you-options', 'People', false, input, (id) => {
    closePanel('you-panel')
    part('you-button').focus()
    become(id)
  })
  list.node.removeAttribute('popover')
  list.node.classList.remove('popup')
  part('you-panel').append(list.node)
  const find = () => {
    const wanted = input.value.trim().toLowerCase()
    const found = (state.sandbox?.users ?? []).filter(({ name, title }) =>
      `${name} ${title}`.toLowerCase().includes(wanted),
    )
    list.fill(
      found.slice(0, FOUND_SHOWN).map((user) => ({
        value: user.id,
        label: user.name,
        hint: `${user.title}${user.deleted ? ' (left)' : user.is_lead ? ' (lead)' : ''}`,
        mark: () => avatar(user.id),
      })),
      [state.me],
    )
  }
  input.addEventListener('input', find)
  input.addEventListener('keydown', (event) => {
    if (list.key(event.key)) event.preventDefault()
  })
  const show = () => {
    openPanel('you-panel')
    input.value = ''
    input.placeholder = `Search ${state.sandbox?.users.length ?? 0} people`
    input.setAttribute('aria-expanded', 'true')
    find()
    input.focus()
  }
  part('you-button').addEventListener('click', () => (part('you-panel').hidden ? show() : closePanel('you-panel')))
  part('people-all').addEventListener('click', (event) => {
    event.stopPropagation()
    show()
  })
}

export function startPeople() {
  part('you-chevron').replaceWith(icon('down', true))
  startSearch()
  watch(['me', 'sandbox', 'unread', 'companies'], draw)
}
