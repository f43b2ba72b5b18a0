import { post } from '../api.js'
import { fieldText, h, part } from '../dom.js'
import { change, state, watch } from '../state.js'
import { say } from './toast.js'

/** Columns of a file that may carry other names there. */
const COLUMNS = [
  'id',
  'name',
  'title',
  'level',
  'team',
  'site',
  'manager_id',
  'start_on',
  'tz',
  'offers',
  'wants',
  'role',
  'attribute',
]

const dialog = () => /** @type {HTMLDialogElement} index.html has it so */ (part('company-dialog'))
const form = () => /** @type {HTMLFormElement} index.html has it so */ (part('company-form'))

function fill() {
  const rows = state.companies.map(({ name, title, about, size }) =>
    h(
      'label',
      { class: 'choice company-choice' },
      h('input', { type: 'radio', name: 'name', value: name, checked: name === state.sandbox?.company }),
      h(
        'span',
        { class: 'choice-words' },
        title,
        name === 'csv' ? '' : h('span', { class: 'company-people' }, ` ${size.toLocaleString('en')} people`),
      ),
      h('span', { class: 'choice-hint' }, about),
    ),
  )
  part('company-choices').replaceChildren(...rows)
  part('company-mapping').replaceChildren(
    ...COLUMNS.map((column) =>
      h(
        'label',
        { class: 'mapping' },
        h('code', {}, column),
        h('input', { class: 'text-input', name: `map-${column}`, placeholder: column, autocomplete: 'off' }),
      ),
    ),
  )
  const simulate = /** @type {HTMLInputElement} index.html has it so */ (part('simulate'))
  simulate.checked = state.sandbox?.simulate ?? true
  showCsv()
}

function showCsv() {
  part('company-csv').hidden = new FormData(form()).get('name') !== 'csv'
}

/** @returns {Promise<object>} the body of the request */
async function request() {
  const data = new FormData(form())
  const name = fieldText(data, 'name')
  const seed = Number(fieldText(data, 'seed') || 1)
  if (name !== 'csv') return { name, seed }
  const file = data.get('file')
  if (!(file instanceof File) || file.size === 0)
    throw new Error('Choose a file first: one row for each person, with an id.')
  const mapping = Object.fromEntries(
    COLUMNS.map((column) => [column, fieldText(data, `map-${column}`)]).filter(([, theirs]) => theirs),
  )
  const kind = fieldText(data, 'kind')
  return {
    name,
    seed,
    csv: await file.text(),
    ...(Object.keys(mapping).length > 0 && { mapping }),
    ...(kind && { kind }),
  }
}

/** @param {SubmitEvent} event */
async function load(event) {
  event.preventDefault()
  part('company-error').textContent = ''
  try {
    const body = await request()
    change({ link: 'loading' })
    dialog().close()
    await post('/company', body)
  } catch (error) {
    change({ link: 'ready' })
    if (!dialog().open) dialog().showModal()
    part('company-error').textContent = error instanceof Error ? error.message : String(error)
  }
}

export function startCompany() {
  part('company-change').addEventListener('click', () => {
    fill()
    part('company-error').textContent = ''
    dialog().showModal()
    const chosen = form().querySelector('input:checked')
    if (chosen instanceof HTMLElement) chosen.focus()
  })
  for (const id of ['company-cancel', 'company-close']) part(id).addEventListener('click', () => dialog().close())
  dialog().addEventListener('close', () => part('company-change').focus())
  form().addEventListener('change', showCsv)
  form().addEventListener('submit', (event) => void load(event))
  part('simulate').addEventListener('change', (event) => {
    const box = /** @type {HTMLInputElement} as above */ (event.currentTarget)
    post('/simulate', { on: box.checked }).then(
      () => state.sandbox && change({ sandbox: { ...state.sandbox, simulate: box.checked } }),
      say,
    )
  })
  watch(['sandbox'], () => {
    const about = state.sandbox?.about ?? ''
    part('company-about').textContent = about.slice(0, 1).toUpperCase() + about.slice(1)
  })
}
