import { post } from '../api.js'
import { fieldText, h, part } from '../dom.js'
import { say } from './toast.js'

const FAULTS = [
  ['drop-before', 'Connection lost before it arrives'],
  ['drop-after', 'Connection lost after it was done'],
  ['status-500', 'HTTP 500, not done'],
  ['accepted-500', 'HTTP 500, yet done'],
  ['status-429', 'HTTP 429, come back later'],
  ['error', 'A refusal by Slack'],
  ['slow', 'A slow answer'],
  ['late', 'Done later than thought'],
]

/** @param {string} words */
const tell = (words) => {
  part('fault-state').textContent = words
}

/** @param {SubmitEvent} event */
async function arm(event) {
  event.preventDefault()
  const data = new FormData(/** @type {HTMLFormElement} the event's own form */ (event.currentTarget))
  const method = fieldText(data, 'method')
  const fault = fieldText(data, 'fault')
  const count = fieldText(data, 'count')
  try {
    await post('/faults', { method, fault, count: Number(count) })
    tell(`Armed: ${fault} for the next ${count} of ${method}`)
    part('fault').removeAttribute('open')
  } catch (error) {
    say(error)
  }
}

/** One fault on demand: what happens to the app when its Slack misbehaves. */
export function startFaults() {
  const form = /** @type {HTMLFormElement} index.html has it so */ (part('fault-form'))
  part('fault-kind').replaceChildren(...FAULTS.map(([value, words]) => h('option', { value }, words)))
  form.addEventListener('submit', (event) => void arm(event))
  part('fault-disarm').addEventListener('click', () => {
    post('/faults', {}, 'DELETE').then(() => tell('No fault armed'), say)
  })
}
