import { isObject } from '../manifest.ts'

/** Told of each problem: what is wrong and where (a JSON pointer). */
export type Report = (problem: string, pointer: string) => void

/** Looks at one value and reports what Slack would refuse. */
export type Rule = (value: unknown, pointer: string, report: Report) => void

export const anything: Rule = () => undefined

export const flag: Rule = (value, pointer, report) => {
  if (typeof value !== 'boolean') report('must be a boolean', pointer)
}

/** A string of `min` to `max` characters. */
export const string =
  (max: number, min = 1): Rule =>
  (value, pointer, report) => {
    if (typeof value !== 'string') report('must be a string', pointer)
    else if (value.length > max) report(`must be less than ${max + 1} characters`, pointer)
    else if (value.length < min) report(`must be more than ${min - 1} characters`, pointer)
  }

export const integer =
  (min: number, max: number): Rule =>
  (value, pointer, report) => {
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max)
      report(`must be an integer from ${min} to ${max}`, pointer)
  }

export const oneOf =
  (...allowed: readonly string[]): Rule =>
  (value, pointer, report) => {
    if (!allowed.includes(String(value))) report(`must be one of ${allowed.join(', ')}`, pointer)
  }

export const list =
  (item: Rule, min: number, max: number): Rule =>
  (value, pointer, report) => {
    if (!Array.isArray(value)) return report('must be an array', pointer)
    if (value.length > max) report(`no more than ${max} items allowed`, pointer)
    if (value.length < min) report(`no fewer than ${min} items allowed`, pointer)
    value.forEach((one, i) => item(one, `${pointer}/${i}`, report))
  }

/** An object with these fields and no other; `type` is checked by whoever chose the rule. */
export const fields =
  (rules: Readonly<Record<string, Rule>>, required: readonly string[] = []): Rule =>
  (value, pointer, report) => {
    if (!isObject(value)) return report('must be an object', pointer)
    for (const name of required)
      if (value[name] === undefined || value[name] === null) report(`missing required field: ${name}`, pointer)
    for (const [name, inner] of Object.entries(value)) {
      const rule = rules[name]
      if (name === 'type' || inner === undefined || inner === null) continue
      if (rule) rule(inner, `${pointer}/${name}`, report)
      else report(`invalid additional property: ${name}`, pointer)
    }
  }

/** Chooses the rule by the value's `type`. */
export const byType =
  (kinds: Readonly<Record<string, Rule>>): Rule =>
  (value, pointer, report) => {
    if (!isObject(value)) return report('must be an object', pointer)
    const kind = String(value['type'])
    const rule = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
    if (rule) rule(value, pointer, report)
    else report(`unsupported type: ${kind}`, `${pointer}/type`)
  }

export const both =
  (...rules: readonly Rule[]): Rule =>
  (value, pointer, report) => {
    for (const rule of rules) rule(value, pointer, report)
  }

/** Reports when exactly one of the fields is not there. */
export const exactlyOne =
  (...names: readonly string[]): Rule =>
  (value, pointer, report) => {
    if (isObject(value) && names.filter((name) => value[name] !== undefined).length !== 1)
      report(`must have exactly one of ${names.join(', ')}`, pointer)
  }

export const atLeastOne =
  (...names: readonly string[]): Rule =>
  (value, pointer, report) => {
    if (isObject(value) && names.every((name) => value[name] === undefined))
      report(`must have one of ${names.join(', ')}`, pointer)
  }
