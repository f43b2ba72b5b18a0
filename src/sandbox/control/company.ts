import { loadCompany, makeCompany } from '../company.ts'
import type { CompanyRequest } from '../host.ts'
import { BadCall, sendJson, sendLate } from '../http/answer.ts'
import { isObject } from '../manifest.ts'
import type { Endpoint } from './endpoint.ts'
import type { Fields } from './fields.ts'
import { overview } from './overview.ts'

/** GET /_sandbox/companies */
export const getCompanies: Endpoint = {
  run: (world, _input, response) => sendJson(response, 200, world.host.rehearsal.companies),
}

/** POST /_sandbox/company */
export const postCompany: Endpoint = {
  async run(world, { body }, response) {
    const request = readRequest(body)
    const company = makeCompany(world, request)
    await sendLate(response, async () => {
      await loadCompany(world, request, company)
      return overview(world)
    })
  },
}

function readRequest(body: Fields): CompanyRequest {
  const csv = body.optionalString('csv')
  const kind = body.optionalString('kind')
  const mapping = body.raw('mapping')
  if (mapping !== undefined && !isMapping(mapping))
    throw new BadCall('"mapping" must be an object of our column: their column.')
  return {
    name: body.string('name'),
    seed: body.has('seed') ? body.integer('seed', 0, 2 ** 31 - 1) : 1,
    ...(csv !== undefined && { csv }),
    ...(kind !== undefined && { kind }),
    ...(mapping !== undefined && { mapping }),
  }
}

const isMapping = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((theirs) => typeof theirs === 'string')
