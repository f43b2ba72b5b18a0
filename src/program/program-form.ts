import { form } from '../slack/form.ts'
import type { SubmissionCall } from '../slack/listener.ts'
import { isDeclaredRule } from './attribute-rule.ts'
import { DEFAULT_RULES, type DraftAttribute, type ProgramDraft } from './draft.ts'
import { type KindId, KINDS } from './kinds.ts'
import { nameKey } from './name-key.ts'
import type { Invited } from './program.ts'

type Values = SubmissionCall['values']
type Fields = ReturnType<typeof form>

/** The rules a lead may turn off. */
export const RULES = ['otherTeam', 'sharedLanguage', 'sharedHours'] as const

/**
 * What a lead filled in. Fields that are not shown keep what `before` says.
 * @param before the draft as it was, or the defaults of a new one
 */
export function readProgramForm(values: Values, before: ProgramDraft): ProgramDraft {
  const fields = form(values)
  const chosen = fields.choice('kind')
  const kind = isKind(chosen) ? chosen : before.kind
  const shown = (name: string) => name in values
  const draft: ProgramDraft = {
    ...before,
    name: fields.text('name'),
    kind,
    invited: readInvited(values, fields, before.invited),
    joinBy: fields.date('join_by'),
    firstOn: fields.choice('first_on'),
    secondLead: fields.person('second_lead'),
  }
  if (!shown('curriculum')) return { ...draft, ...ofKind(kind, before) }
  const ticked = fields.choices('rules')
  return {
    ...draft,
    curriculum: fields.choice('curriculum'),
    cadence: Number(fields.choice('cadence')) || draft.cadence,
    rules: {
      otherTeam: ticked.includes('otherTeam'),
      sharedLanguage: ticked.includes('sharedLanguage'),
      sharedHours: ticked.includes('sharedHours'),
      mostPlaced: fields.choice('goal') !== 'fit',
      odd: !KINDS[kind].trioAllowed ? 'turn' : kind === before.kind ? before.rules.odd : 'trio',
    },
    wantsReminders: fields.choices('reminders').includes('yes'),
    isPrivate: fields.choices('private').includes('yes'),
    sponsor: fields.text('sponsor') || null,
    attribute: readAttribute(fields, kind),
    holidays: [...new Set(linesOf(fields.text('holidays')))].toSorted(),
  }
}

/** A new program of a kind, before its lead has said anything else. */
export const emptyDraft = (
  kind: KindId,
  days: { readonly joinBy: string; readonly firstOn: string },
): ProgramDraft => ({
  name: '',
  kind,
  invited: {},
  ...days,
  cadence: KINDS[kind].defaultCadence,
  curriculum: KINDS[kind].defaultCurriculum,
  isPrivate: false,
  sponsor: null,
  attribute: null,
  rules: { ...DEFAULT_RULES, odd: KINDS[kind].trioAllowed ? 'trio' : 'turn' },
  holidays: [],
  wantsReminders: true,
  secondLead: '',
})

/** A lead who changes the kind before looking under More gets that kind's own topics and rhythm. */
function ofKind(kind: KindId, before: ProgramDraft): Partial<ProgramDraft> {
  if (kind === before.kind) return {}
  const { cadence, curriculum, rules } = emptyDraft(kind, before)
  return { cadence, curriculum, rules: { ...before.rules, odd: rules.odd } }
}

function readInvited(values: Values, fields: Fields, before: Invited): Invited {
  const list = (name: string, kept: readonly string[] | undefined, read: (name: string) => readonly string[]) => {
    const chosen = name in values ? read(name) : (kept ?? [])
    return chosen.length === 0 ? undefined : chosen
  }
  const teams = list('teams', before.teams, (name) => fields.choices(name))
  const sites = list('sites', before.sites, (name) => fields.choices(name))
  const people = list('people', before.people, (name) => fields.people(name))
  const from = fields.number('level_from')
  const to = fields.number('level_to')
  return {
    ...(teams && { teams }),
    ...(sites && { sites }),
    ...(people && { people }),
    ...((from !== null || to !== null) && { levels: { from: from ?? 1, to: to ?? 99 } }),
  }
}

function readAttribute(fields: Fields, kind: KindId): DraftAttribute | null {
  const label = fields.text('attribute')
  const chosen = fields.choice('attribute_rule')
  const own = KINDS[kind].attributeRule
  const options = differentAnswers(linesOf(fields.text('attribute_options')).map((line) => line.slice(0, 75)))
  return label === '' && options.length === 0
    ? null
    : {
        label,
        options,
        rule: own !== 'none' ? own : isDeclaredRule(chosen) ? chosen : 'differs',
        isShownByBelonging: fields.text('sponsor') !== '',
      }
}

/** Each answer once, as it was written first: "Yes" and "yes" are one answer, and people who give them do not differ. */
const differentAnswers = (lines: readonly string[]): string[] =>
  lines.filter((line, i) => lines.findIndex((other) => nameKey(other) === nameKey(line)) === i)

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const isKind = (text: string): text is KindId => text in KINDS
