import { h, icon, part } from '../dom.js'
import { become } from '../session.js'
import { appChannel, companyZone, firstNameOf, shownConversation, state } from '../state.js'
import { isoDay } from '../zone.js'
import { refresh } from '../refresh.js'
import { deliver } from './composer.js'
import { startRun, virtualNow } from './run.js'
import { say } from './toast.js'

/** The first day of every company: later the card would speak of what is past. */
const FIRST_DAY = '2026-01-05'
const KEY = 'welcome-closed'

const closed = () => localStorage.getItem(KEY) === state.sandbox?.team_id

/** @param {string} title @param {Node | string | (Node | string)[]} text @param {string} button @param {() => void} act @param {boolean} main */
const step = (title, text, button, act, main) =>
  h(
    'li',
    {},
    h('h3', { class: 'step-title' }, title),
    h('p', { class: 'step-text' }, text),
    h('button', { class: main ? 'button button-main' : 'button', type: 'button', onclick: act }, button),
  )

/** @param {HTMLElement} node */
function fill(node) {
  const name = firstNameOf(state.me)
  const lead = state.sandbox?.users.find((user) => user.is_lead && user.id !== state.me)
  const type = () => void deliver('/mentor join', appChannel()).then(refresh).catch(say)
  node.replaceChildren(
    h(
      'button',
      {
        class: 'button button-icon welcome-close',
        type: 'button',
        'aria-label': 'Close the welcome card',
        onclick: () => close(node),
      },
      icon('close'),
    ),
    h('h2', { class: 'welcome-title', id: 'welcome-title' }, 'A year of mentoring, in a few minutes'),
    h('p', { class: 'welcome-text' }, `${about()} Be any of them. Nothing you do here leaves this machine.`),
    h(
      'ol',
      { class: 'steps' },
      step(
        `Join as ${name}`,
        ['Type ', h('code', {}, '/mentor join'), ' below and fill in the form.'],
        'Type it for me',
        type,
        true,
      ),
      step(
        'Move the clock',
        [h('strong', {}, 'Next prompt'), ` goes to when ${name}’s next message has come.`],
        'Next prompt',
        () => startRun('prompt'),
        false,
      ),
      lead &&
        step(
          'See what the lead sees',
          `Become ${firstNameOf(lead.id)}, who runs the program, and ask for the report.`,
          `Become ${firstNameOf(lead.id)}`,
          () => become(lead.id),
          false,
        ),
    ),
  )
}

function about() {
  const row = state.companies.find(({ name }) => name === state.sandbox?.company)
  const text = (state.sandbox?.about ?? row?.about ?? '').trim()
  const words = text.replace(/[.]$/, '')
  if (words === '') return 'All these people are invented.'
  return /^an? /.test(words) ? `${row?.title ?? 'This'} is ${words}.` : `${words}.`
}

/** @param {HTMLElement} node */
function close(node) {
  localStorage.setItem(KEY, state.sandbox?.team_id ?? '')
  node.hidden = true
  part('main').querySelector('input')?.focus()
}

/** The first minute: who one is, what to press. Closes for good in this company. */
export function welcome() {
  const node = h('section', { class: 'welcome', 'aria-labelledby': 'welcome-title' })
  let drawn = ''
  const isShown = () => !node.hidden
  const update = () => {
    const isFirstDay = isoDay(virtualNow(), companyZone()) === FIRST_DAY
    node.hidden = closed() || !isFirstDay || reader() === null
    const signature = JSON.stringify([
      state.me,
      state.sandbox?.team_id,
      state.companies.length,
      state.sandbox?.users.find((user) => user.is_lead)?.id,
    ])
    if (!node.hidden && drawn !== signature) fill(node)
    drawn = signature
  }
  update()
  return { node, update, isShown }
}

/** The card speaks to an employee; a lead has other things to read. */
function reader() {
  const me = state.sandbox?.users.find(({ id }) => id === state.me)
  return me && !me.is_lead && shownConversation()?.kind !== 'mpim' ? me : null
}
