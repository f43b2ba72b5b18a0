import { done, refuse, type Result } from '../copy/refusal.ts'
import { addDays, addMonths, addWorkingDays, workingDayOnOrAfter } from '../delivery/working-time.ts'
import { LEAST_OPTIONS, MOST_OPTIONS } from './attribute-rule.ts'
import type { ProgramDraft } from './draft.ts'
import { findCurriculum, topicKeys } from './curricula/curricula.ts'
import { KICKOFF_WORKING_DAYS } from './first-topic.ts'
import { KINDS } from './kinds.ts'

const MAX_NAME = 60
const MAX_SPONSOR = 80
const MAX_AHEAD_DAYS = 731

/** The days that follow from a program's own. */
export interface DraftDays {
  /** pairs are proposed */
  readonly roundOn: string
  /** the last topic's month begins */
  readonly lastOn: string
  /** pairs of the first round come too late for the first topic, and take up the second */
  readonly missesFirstTopic: boolean
}

/** What is wrong with a draft, beside the field it is about; the same draft where nothing is. */
export function checkDraft(draft: ProgramDraft, today: string): Result<ProgramDraft> {
  const { name, kind, invited, joinBy, firstOn, attribute } = draft
  if (name === '' || name.length > MAX_NAME) return refuse('program_name', {}, 'name')
  const levels = invited.levels
  if (levels && !(1 <= levels.from && levels.from <= levels.to && levels.to <= 99)) {
    return refuse('program_levels', {}, 'level_from')
  }
  if (!isDay(joinBy) || joinBy < today) return refuse('program_dates', { why: 'past' }, 'join_by')
  if (joinBy > addDays(today, MAX_AHEAD_DAYS)) return refuse('program_dates', { why: 'far' }, 'join_by')
  if (!isDay(firstOn) || joinBy >= firstOn) return refuse('program_dates', { why: 'after_first' }, 'first_on')
  if (firstOn > addDays(today, MAX_AHEAD_DAYS)) return refuse('program_dates', { why: 'far' }, 'first_on')
  const wrong = draft.holidays.find((day) => !isDay(day))
  if (wrong !== undefined) return refuse('program_holidays', { value: wrong }, 'holidays')
  if (KINDS[kind].attributeRule !== 'none' && attribute === null) return refuse('program_attribute', {}, 'kind')
  if (attribute?.label === '') return refuse('program_attribute', { why: 'question' }, 'attribute')
  if (attribute && attribute.options.length < LEAST_OPTIONS[attribute.rule]) {
    return refuse('program_attribute', { why: attribute.rule }, 'attribute_options')
  }
  if (attribute && attribute.options.length > MOST_OPTIONS) {
    return refuse('program_attribute', { why: 'many' }, 'attribute_options')
  }
  if ((draft.sponsor ?? '').length > MAX_SPONSOR || !findCurriculum(draft.curriculum)) return refuse('value_unknown')
  return done(draft)
}

/** When a program does what; holidays are days on which it rests. */
export function draftDays(
  draft: Pick<ProgramDraft, 'joinBy' | 'firstOn' | 'cadence' | 'curriculum' | 'holidays'>,
): DraftDays {
  const { joinBy, firstOn, cadence, holidays } = draft
  const roundOn = workingDayOnOrAfter(addDays(joinBy, 1), holidays)
  const curriculum = findCurriculum(draft.curriculum)
  const topics = curriculum ? topicKeys(curriculum).length : 1
  const ready = addWorkingDays(roundOn, 1 + KICKOFF_WORKING_DAYS, holidays)
  return {
    roundOn,
    lastOn: addMonths(firstOn, (topics - 1) * cadence),
    missesFirstTopic: ready > workingDayOnOrAfter(firstOn, holidays),
  }
}

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
