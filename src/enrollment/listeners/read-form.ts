import type { ViewOutput } from '@slack/bolt'
import { form } from '../../slack/form.ts'
import type { Filled } from '../check-answers.ts'

type Values = ViewOutput['state']['values']

/** Answers the form held; a question it did not show is left out, so that what stands stays. */
export function readFilled(values: Values): Partial<Filled> {
  const fields = form(values)
  const shown = <Key extends keyof Filled>(block: string, key: Key, read: () => Filled[Key]) =>
    block in values ? { [key]: read() } : {}
  return {
    ...roleOf(fields.choice('role')),
    ...shown('offers', 'offers', () => fields.choices('offers')),
    ...shown('offers_other', 'offersOther', () => fields.text('offers_other')),
    ...shown('wants', 'wants', () => fields.choices('wants')),
    ...shown('wants_other', 'wantsOther', () => fields.text('wants_other')),
    ...shown('level', 'level', () => (fields.choice('level') === '' ? null : Number(fields.choice('level')))),
    ...shown('manager', 'managerId', () => fields.person('manager') || null),
    ...shown('capacity', 'capacity', () => fields.number('capacity') ?? 1),
    ...shown('languages', 'languages', () => fields.choices('languages')),
    ...shown('hours_from', 'hours', () => hoursOf(fields.choice('hours_from'), fields.choice('hours_to'))),
    ...shown('async_first', 'isAsyncFirst', () => fields.choices('async_first').includes('yes')),
    ...shown('private_list', 'privateList', () => fields.people('private_list')),
    ...shown('bio', 'bio', () => fields.text('bio').replaceAll(/\s+/gu, ' ')),
    ...shown('may_be_asked', 'mayBeAsked', () => fields.choices('may_be_asked').includes('yes')),
    ...shown('attribute', 'attribute', () => fields.choice('attribute') || null),
  }
}

const roleOf = (choice: string): Partial<Filled> =>
  choice === 'guide' || choice === 'learner' || choice === 'both' ? { role: choice } : {}

/** Half of a working day is refused by the rules: NaN is no minute. */
const hoursOf = (from: string, to: string): Filled['hours'] =>
  from === '' && to === ''
    ? null
    : { from: from === '' ? Number.NaN : Number(from), to: to === '' ? Number.NaN : Number(to) }
