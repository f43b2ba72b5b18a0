import { refuse, type Refusal } from '../copy/refusal.ts'
import { skillId } from '../people/skills.ts'
import { KINDS, type KindId } from '../program/kinds.ts'
import { LONGEST_BIO, LONGEST_SKILL, MOST_PARTNERS, MOST_SKILLS, type Answers } from './enrollment.ts'
import type { JoinForm } from './join-form.ts'

/** A filled form: answers, and skills in somebody's own words ('' where there are none). */
export interface Filled extends Answers {
  readonly offersOther: string
  readonly wantsOther: string
}

/** Curricula whose talks need no skill; in every other program skills are what people are paired by. */
const SKILLS_MAY_STAY_EMPTY: readonly string[] = ['generations', 'inclusion']

/**
 * What is wrong with a filled form, each beside its field; empty where it can be taken.
 * Everything that was not among the choices is refused, whatever the form let through.
 */
export function checkAnswers(
  filled: Filled,
  program: { readonly kind: KindId; readonly curriculum: string },
  form: Pick<JoinForm, 'asks' | 'skills' | 'topLevel' | 'languages'>,
  people: ReadonlySet<string>,
): readonly Refusal[] {
  return [
    ...checkSkills(filled, program, form.skills),
    ...(form.asks.level ? checkLevel(filled.level, program.kind, form.topLevel) : []),
    ...unless(filled.managerId === null || people.has(filled.managerId), 'value_unknown', 'manager'),
    ...unless(isBetween(filled.capacity, 1, MOST_PARTNERS), 'value_unknown', 'capacity'),
    ...unless(
      filled.languages.every((code) => form.languages.includes(code)),
      'value_unknown',
      'languages',
    ),
    ...checkHours(filled.hours),
    ...unless(filled.bio.length <= LONGEST_BIO, 'too_long', 'bio', { max: LONGEST_BIO }),
    ...unless(
      filled.attribute === null || (form.asks.attribute?.options.includes(filled.attribute) ?? false),
      'value_unknown',
      'attribute',
    ),
  ]
}

function checkSkills(
  filled: Filled,
  { kind, curriculum }: { readonly kind: KindId; readonly curriculum: string },
  groups: JoinForm['skills'],
): readonly Refusal[] {
  const known = new Set(groups.flatMap((group) => group.skills.map((skill) => skill.id)))
  const needed = !SKILLS_MAY_STAY_EMPTY.includes(curriculum)
  const role = KINDS[kind].guides === 'both' ? 'both' : filled.role
  const side = (field: 'offers' | 'wants', skills: readonly string[], other: string, isNeeded: boolean) => [
    ...unless(
      skills.every((skill) => known.has(skill)),
      'value_unknown',
      field,
    ),
    ...unless(other.length <= LONGEST_SKILL, 'too_long', `${field}_other`, { max: LONGEST_SKILL }),
    ...unless(other === '' || skillId(other) !== '', 'value_unknown', `${field}_other`),
    ...unless(skills.length + (other === '' ? 0 : 1) <= MOST_SKILLS, 'too_many_skills', field, { max: MOST_SKILLS }),
    ...unless(
      !isNeeded || skills.length > 0 || other !== '',
      field === 'offers' ? 'offer_needed' : 'wish_needed',
      field,
    ),
  ]
  return [
    ...side('offers', filled.offers, filled.offersOther, needed && role !== 'learner'),
    ...side('wants', filled.wants, filled.wantsOther, needed && role !== 'guide'),
  ]
}

function checkLevel(level: number | null, kind: KindId, top: number): readonly Refusal[] {
  if (level === null) return unless(KINDS[kind].levelRule === null, 'level_needed', 'level')
  return unless(isBetween(level, 1, top), 'value_unknown', 'level')
}

const unless = (
  isFine: boolean,
  code: Parameters<typeof refuse>[0],
  field: string,
  detail: Parameters<typeof refuse>[1] = {},
): readonly Refusal[] => (isFine ? [] : [refuse(code, detail, field).refusal])

const isBetween = (n: number, min: number, max: number) => Number.isInteger(n) && n >= min && n <= max

/** Over midnight is a day too; an empty one is not. */
const isDay = ({ from, to }: { readonly from: number; readonly to: number }) =>
  isBetween(from, 0, 1439) && isBetween(to, 1, 1440) && from !== to

/** A working day and a night shift are fine; what is longer is a slip of the hand: 18:00 to 09:00 would be 15 hours. */
const LONGEST_DAY_HOURS = 14

function checkHours(hours: Filled['hours']): readonly Refusal[] {
  if (hours === null) return []
  if (!isDay(hours)) return unless(false, 'value_unknown', 'hours_to')
  const length = Math.ceil(((hours.to - hours.from + 1440) % 1440 || 1440) / 60)
  return unless(length <= LONGEST_DAY_HOURS, 'hours_long', 'hours_to', { hours: length })
}
