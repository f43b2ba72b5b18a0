import type { KnownBlock } from '@slack/types'
import { type Copy, tracesOf } from '../../copy/copy.ts'
import { ATTRIBUTE_QUESTION } from '../../copy/visibility.ts'
import { option } from '../../slack/blocks.ts'
import { checkboxes, input, multiSelect, peopleSelect, select, textInput } from '../../slack/inputs.ts'
import { CURRICULA } from '../curricula/curricula.ts'
import { DECLARED_RULES } from '../attribute-rule.ts'
import type { ProgramDraft } from '../draft.ts'
import { KINDS } from '../kinds.ts'
import type { Choices } from '../look-at-program.ts'
import { RULES } from '../program-form.ts'
import { choicesOf } from './form-view.ts'

/** months */
const CADENCES = ['1', '2', '3', '4', '6']

const ruleOf = ({ kind, attribute }: ProgramDraft): string =>
  KINDS[kind].attributeRule === 'none' ? (attribute?.rule ?? 'differs') : KINDS[kind].attributeRule

/** A kind with a rule of its own leaves nothing to choose. */
const rulesOf = (draft: ProgramDraft) =>
  DECLARED_RULES.filter((rule) => KINDS[draft.kind].attributeRule === 'none' || rule === ruleOf(draft))

const ruleChoices = ({ attributeRule }: Copy['program'], draft: ProgramDraft) =>
  rulesOf(draft).map((rule) => option(attributeRule[rule], rule))

/** What most leads leave as it is. */
export function moreFields(copy: Copy, draft: ProgramDraft, { sites }: Choices): KnownBlock[] {
  const { program } = copy
  const { rules, invited, attribute } = draft
  const yes = (text: string) => [option(text, 'yes')]
  const optional = { optional: true }
  const topics = CURRICULA.map(({ id, title }) => option(title, id))
  const goals = [option(program.mostPlaced, 'most'), option(program.bestFit, 'fit')]
  const ticked = RULES.filter((rule) => rules[rule])
  return [
    input('curriculum', program.curriculum, select(topics, draft.curriculum)),
    input(
      'cadence',
      program.cadence,
      select(
        CADENCES.map((n) => option(n, n)),
        String(draft.cadence),
      ),
    ),
    input(
      'rules',
      program.rules,
      checkboxes(
        RULES.map((rule) => option(program.rule[rule], rule)),
        ticked,
      ),
      optional,
    ),
    input('goal', program.goal, select(goals, rules.mostPlaced ? 'most' : 'fit')),
    input(
      'reminders',
      program.reminders,
      checkboxes(yes(program.remindersOption), draft.wantsReminders ? ['yes'] : []),
      optional,
    ),
    input('holidays', program.holidays, textInput({ multiline: true, initial: draft.holidays.join('\n') }), {
      ...optional,
      hint: program.holidaysHint,
    }),
    ...(sites.length === 0
      ? []
      : [input('sites', program.sites, multiSelect(choicesOf(sites), invited.sites ?? []), optional)]),
    input('people', program.people, peopleSelect(invited.people ?? []), optional),
    input(
      'private',
      program.isPrivate,
      checkboxes(yes(program.privateOption), draft.isPrivate ? ['yes'] : []),
      optional,
    ),
    input('sponsor', program.sponsor, textInput({ max: 80, initial: draft.sponsor ?? '' }), {
      ...optional,
      hint: program.sponsorHint,
    }),
    input('attribute', program.attribute, textInput({ max: 200, initial: attribute?.label ?? '' }), {
      ...optional,
      hint: program.attributeHint,
    }),
    input(
      'attribute_options',
      program.attributeOptions,
      textInput({ multiline: true, max: 1000, initial: attribute?.options.join('\n') ?? '' }),
      { ...optional, hint: program.attributeOptionsHint },
    ),
    input('attribute_rule', program.attributeRuleLabel, select(ruleChoices(program, draft), ruleOf(draft)), {
      hint: program.attributeRuleHint(tracesOf(copy, ...rulesOf(draft).map((rule) => ATTRIBUTE_QUESTION[rule]))),
    }),
  ]
}
