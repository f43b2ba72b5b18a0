import type { ModalView } from '@slack/types'
import { type Copy, seenBy, tracesOf } from '../../copy/copy.ts'
import { ATTRIBUTE_QUESTION } from '../../copy/visibility.ts'
import { escape, eye, option } from '../../slack/blocks.ts'
import { checkboxes, input, multiSelect, numberInput, peopleSelect, select, textInput } from '../../slack/inputs.ts'
import { LONGEST_BIO, MOST_PARTNERS } from '../enrollment.ts'
import type { JoinForm } from '../join-form.ts'
import { languageName } from '../languages.ts'
import { clockTime, hourChoices } from '../hours.ts'
import { seen } from './seen.ts'

type Blocks = ModalView['blocks']

/** The questions under More: everything that has a sensible answer already. */
export const moreBlocks = (copy: Copy, form: JoinForm): Blocks => [
  ...capacityBlocks(copy, form),
  ...timeBlocks(copy, form),
  ...personBlocks(copy, form),
  ...(isNeeded(form) ? [] : attributeBlocks(copy, form)),
]

function capacityBlocks(copy: Copy, form: JoinForm): Blocks {
  const words = copy.enrollment
  const languages = form.languages.map((code) => option(languageName(code), code))
  return [
    input('capacity', words.capacity, numberInput(1, MOST_PARTNERS, form.filled.capacity), {
      hint: words.capacityHint,
    }),
    seen(copy, 'capacity'),
    input('languages', words.languages, multiSelect(languages, form.filled.languages), { optional: true }),
    seen(copy, 'languages'),
  ]
}

function timeBlocks(copy: Copy, form: JoinForm): Blocks {
  const words = copy.enrollment
  const { hours, isAsyncFirst } = form.filled
  const choices = hourChoices(hours).map((minutes) => option(clockTime(minutes), String(minutes)))
  const from = choices.filter((choice) => choice.value !== '1440')
  const to = choices.filter((choice) => choice.value !== '0')
  return [
    input('hours_from', words.hoursFrom, select(from, hours ? String(hours.from) : undefined), {
      optional: true,
      hint: words.hoursHint(form.tz),
    }),
    input('hours_to', words.hoursTo, select(to, hours ? String(hours.to) : undefined), { optional: true }),
    seen(copy, 'hours'),
    input(
      'async_first',
      words.asyncFirst,
      checkboxes([option(words.asyncFirstOption, 'yes')], isAsyncFirst ? ['yes'] : []),
      { optional: true },
    ),
    seen(copy, 'async_first'),
  ]
}

function personBlocks(copy: Copy, form: JoinForm): Blocks {
  const words = copy.enrollment
  const { privateList, bio, mayBeAsked } = form.filled
  return [
    input('private_list', words.privateList, peopleSelect(privateList), {
      optional: true,
      hint: words.privateListHint,
    }),
    seen(copy, 'private_list'),
    input('bio', words.bio, textInput({ max: LONGEST_BIO, initial: bio }), { optional: true, hint: words.bioHint }),
    seen(copy, 'bio'),
    input(
      'may_be_asked',
      words.mayBeAsked,
      checkboxes([option(words.mayBeAskedOption, 'yes')], mayBeAsked ? ['yes'] : []),
      { optional: true },
    ),
    seen(copy, 'may_be_asked'),
  ]
}

/** Where the program pairs by its question, whoever does not see it would wait and never learn why. */
export const isNeeded = ({ asks }: JoinForm): boolean => (asks.attribute?.rule ?? 'none') !== 'none'

/** The program's own question, with its consent beside it. */
export function attributeBlocks(copy: Copy, form: JoinForm): Blocks {
  const words = copy.enrollment
  const question = form.asks.attribute
  if (!question) return []
  const options = question.options.slice(0, 100).map((answer) => option(answer, answer))
  const asked = ATTRIBUTE_QUESTION[question.rule]
  const sentence = question.isShownByBelonging
    ? [words.attributeBelonging(escape(form.lead)), tracesOf(copy, asked)].filter(Boolean).join(' ')
    : seenBy(copy, asked)
  return [
    input('attribute', question.label, select(options, form.filled.attribute ?? undefined), {
      optional: true,
      hint: words.attributeHint(question.rule),
    }),
    eye(sentence),
  ]
}
