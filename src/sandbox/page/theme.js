import { part } from './dom.js'

const ORDER = /** @type {const} */ (['system', 'light', 'dark'])
const WORDS = { system: 'as your system', light: 'light', dark: 'dark' }

/** One button goes round system, light and dark; `?theme=` and the last choice are honoured. */
export function startTheme() {
  const button = part('theme')
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem('theme')
  let theme = ORDER.find((each) => each === asked) ?? 'system'
  const next = () => ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? 'system'
  const apply = () => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
    button.setAttribute('aria-label', `Colours: ${WORDS[theme]}. Change to ${WORDS[next()]}`)
    button.title = button.getAttribute('aria-label') ?? ''
  }
  button.addEventListener('click', () => {
    theme = next()
    localStorage.setItem('theme', theme)
    apply()
  })
  apply()
}
