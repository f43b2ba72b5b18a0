import { post } from '../api.js'
import { freshId, h, icon } from '../dom.js'
import { listbox } from '../elements/listbox.js'
import { refresh } from '../refresh.js'
import { state } from '../state.js'
import { completions } from './completion.js'
import { say } from './toast.js'
import { rememberTyped } from './typed.js'

/**
 * Where one writes: commands anywhere, words in a conversation of people.
 * @param {() => string} channel
 * @param {boolean} isGroup
 */
export function composer(channel, isGroup) {
  const command = state.commands[0]?.command ?? '/'
  const note = freshId('note')
  const list = freshId('commands')
  const prompt = isGroup ? `Write, or type ${command}` : `Type ${command}`
  const input = h('input', {
    id: 'say',
    autocomplete: 'off',
    placeholder: prompt,
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list,
    'aria-autocomplete': 'list',
    'aria-describedby': note,
    'aria-label': prompt,
  })
  const options = listbox(list, 'Commands', false, input, (value) => {
    input.value = `${value} `
    hide()
    input.focus()
  })
  options.node.removeAttribute('popover')
  options.node.className = 'commands'
  options.node.hidden = true
  const hide = () => {
    options.node.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const offer = () => {
    const found = completions(input.value)
    if (found.length === 0) return hide()
    options.node.hidden = false
    input.setAttribute('aria-expanded', 'true')
    options.fill(found, [])
  }
  input.addEventListener('input', offer)
  input.addEventListener('blur', hide)
  input.addEventListener('keydown', (event) => {
    if (options.node.hidden) return void (event.key === 'ArrowDown' && input.value.startsWith('/') && offer())
    const active = options.node.querySelector('.is-active')?.getAttribute('data-value')
    if (event.key === 'Escape') hide()
    // What is typed in full is sent, not completed.
    else if (event.key === 'Enter' && active === input.value.trim()) return hide()
    else if (event.key === 'Tab' && !event.shiftKey && active) input.value = `${active} `
    else if (!options.key(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Tab') hide()
  })
  const form = h(
    'form',
    { class: 'composer-area' },
    options.node,
    h(
      'div',
      { class: 'composer' },
      input,
      h('button', { class: 'button button-icon', type: 'submit', 'aria-label': 'Send' }, icon('send')),
    ),
    h(
      'p',
      { class: 'composer-note', id: note },
      isGroup ? 'Everybody in this conversation reads what you write here.' : 'Type / to see what can be asked here.',
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    hide()
    void send(form, input, channel())
  })
  return form
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {string} channel */
async function send(form, input, channel) {
  const text = input.value.trim()
  if (text === '' || form.getAttribute('aria-busy') === 'true') return
  form.setAttribute('aria-busy', 'true')
  input.value = ''
  try {
    await deliver(text, channel)
    await refresh()
  } catch (error) {
    // Nothing typed is lost to a refusal.
    if (input.value === '') input.value = text
    say(error)
  } finally {
    form.removeAttribute('aria-busy')
  }
}

/** @param {string} text @param {string} channel */
export async function deliver(text, channel) {
  const user = state.me
  const known = state.commands.find(({ command }) => text === command || text.startsWith(`${command} `))
  if (!known && text.startsWith('/')) throw new Error(`No app here answers ${text.split(' ')[0]}.`)
  if (!known) return void (await post('/message', { user, channel, text }))
  rememberTyped(user, state.place, text)
  const rest = text.slice(known.command.length).trim()
  await post('/command', { user, text: rest, ...(channel && { channel }) })
}
