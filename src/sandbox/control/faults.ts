import { FAULTS, type ArmedFault, type FaultName } from '../faults.ts'
import { BadCall, sendJson } from '../http/answer.ts'
import { METHODS } from '../web-api/methods.ts'
import { setSettings } from '../world.ts'
import type { Endpoint } from './endpoint.ts'
import type { Fields } from './fields.ts'

const DAY_MS = 86_400_000
const SLOW_MS = 12_000
/** no default in the documents; later than any quarantine an app would keep */
const LATE_MS = 300_000

/** POST /_sandbox/faults: arms one fault in place of the one before. */
export const postFaults: Endpoint = {
  needsCompany: true,
  run(world, { body }, response) {
    const fault = readFault(body)
    setSettings(world, { fault })
    const { drawn: _drawn, hit: _hit, ...armed } = fault
    sendJson(response, 200, armed)
  },
}

/** DELETE /_sandbox/faults */
export const deleteFaults: Endpoint = {
  needsCompany: true,
  run(world, _input, response) {
    setSettings(world, { fault: null })
    sendJson(response, 200, { disarmed: true })
  },
}

function readFault(body: Fields): ArmedFault {
  const method = body.string('method')
  if (!METHODS.has(method)) throw new BadCall(`The sandbox knows no method ${method}.`)
  const fault = body.string('fault')
  if (!isFault(fault)) throw new BadCall(`"fault" must be one of ${Object.keys(FAULTS).join(', ')}.`)
  const count = body.has('count') ? body.integer('count', 1, 1_000_000) : null
  return {
    method,
    fault,
    rate: body.has('rate') ? rateOf(body.raw('rate')) : 1,
    count,
    seed: body.has('seed') ? body.integer('seed', 0, 2 ** 31 - 1) : 1,
    delay_ms: body.has('delay_ms') ? body.integer('delay_ms', 0, 400 * DAY_MS) : fault === 'slow' ? SLOW_MS : LATE_MS,
    retry_after: body.has('retry_after') ? body.integer('retry_after', 0, 1_000_000) : 30,
    code: body.has('code') ? body.string('code') : 'internal_error',
    drawn: 0,
    hit: 0,
  }
}

const isFault = (name: string): name is FaultName => Object.hasOwn(FAULTS, name)

function rateOf(rate: unknown): number {
  if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) throw new BadCall('"rate" must be a number from 0 to 1.')
  return rate
}
