import { isObject } from '../manifest.ts'
import type { Json } from '../state/rows.ts'
import { Refused } from './refused.ts'

/** As Slack takes them: every value is text, nested ones are JSON text. */
export type Args = Readonly<Record<string, string>>

/** Reads a form or a JSON body into arguments; a JSON body's nested values become JSON text, so both look alike. */
export function parseArguments(body: string, contentType: string): Record<string, string> {
  if (!contentType.includes('application/json')) return Object.fromEntries(new URLSearchParams(body))
  const parsed = parseJson(body, 'invalid_json')
  if (!isObject(parsed)) throw new Refused('json_not_object')
  const given = Object.entries(parsed).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(
    given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

export function parseJson(text: string, code: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(code)
  }
}

export function required(args: Args, name: string): string {
  const value = args[name]
  if (value === undefined || value === '')
    throw Refused.because('invalid_arguments', [`missing required field: ${name}`])
  return value
}

export const isTrue = (value: string | undefined): boolean => value === 'true' || value === '1'

export function jsonObject(text: string, code: string): Json {
  const parsed = parseJson(text, code)
  if (!isObject(parsed)) throw new Refused(code)
  return parsed
}
