import { BadCall } from '../http/answer.ts'
import { isObject } from '../manifest.ts'
import type { Json } from '../state/rows.ts'

/** Reads the fields of a call, each with a sentence when it is not what it should be; fields nobody asks for are ignored. */
export class Fields {
  readonly #body: Json

  constructor(body: Json) {
    this.#body = body
  }

  has(name: string): boolean {
    return this.#body[name] !== undefined && this.#body[name] !== null
  }

  string(name: string): string {
    const value = this.#body[name]
    if (typeof value !== 'string') throw new BadCall(`"${name}" must be a string.`)
    return value
  }

  optionalString(name: string): string | undefined {
    return this.has(name) ? this.string(name) : undefined
  }

  boolean(name: string): boolean {
    const value = this.#body[name]
    if (typeof value !== 'boolean') throw new BadCall(`"${name}" must be true or false.`)
    return value
  }

  integer(name: string, min: number, max: number): number {
    const value = this.#body[name]
    const isRight = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
    if (!isRight) throw new BadCall(`"${name}" must be a whole number from ${min} to ${max}.`)
    return value
  }

  strings(name: string): string[] {
    const value = this.#body[name] ?? []
    const isRight = Array.isArray(value) && value.every((one): one is string => typeof one === 'string')
    if (!isRight) throw new BadCall(`"${name}" must be a list of strings.`)
    return value
  }

  /** an object of objects; {} when it is missing */
  nested(name: string): Record<string, Json> {
    const value = this.#body[name] ?? {}
    const isRight = isObject(value) && Object.values(value).every((inner) => isObject(inner))
    if (!isRight) throw new BadCall(`"${name}" must be an object: block_id, then action_id, then the value.`)
    // Each inner value was just seen to be an object.
    return value as Record<string, Json>
  }

  raw(name: string): unknown {
    return this.#body[name]
  }
}

/** The whole number a query names. */
export function queryNumber(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name)
  if (text === null) return fallback
  if (!/^\d{1,15}$/.test(text)) throw new BadCall(`"${name}" must be a whole number.`)
  return Number(text)
}

export function queryText(query: URLSearchParams, name: string): string {
  const text = query.get(name)
  if (text === null || text === '') throw new BadCall(`"${name}" is missing.`)
  return text
}

/** An instant a query names, in milliseconds. */
export function instant(text: string, name: string): number {
  const at = /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new BadCall(`"${name}" must be an instant such as 2026-02-02T14:00:00Z.`)
  return at
}
