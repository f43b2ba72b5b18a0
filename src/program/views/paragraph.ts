import type { Copy } from '../../copy/copy.ts'
import { escape } from '../../slack/blocks.ts'
import { draftDays } from '../check-draft.ts'
import { findCurriculum } from '../curricula/curricula.ts'
import type { ProgramDraft } from '../draft.ts'
import { KINDS } from '../kinds.ts'
import type { Invited } from '../program.ts'

/**
 * A program in one paragraph, as its lead reads it back before saving.
 * @param invited how many people that invites today
 */
export function paragraph(copy: Copy, draft: ProgramDraft, invited: number): string {
  const { general, program } = copy
  const days = draftDays(draft)
  const curriculum = findCurriculum(draft.curriculum)
  const rules = (['otherTeam', 'sharedLanguage', 'sharedHours'] as const).filter((rule) => draft.rules[rule])
  const who = draft.isPrivate
    ? program.paragraphPrivate
    : program.paragraphWho(invited, limits(copy, draft.invited).map(escape).join('; '))
  return [
    program.paragraph({
      name: escape(draft.name),
      kind: lower(program.kind[draft.kind]),
      who,
      joinBy: general.weekdayDate(draft.joinBy),
      roundOn: general.weekdayDate(days.roundOn),
      first: general.monthName(draft.firstOn),
      last: general.monthName(days.lastOn),
      cadence: draft.cadence,
      curriculum: curriculum?.title ?? '',
      topics: curriculum?.topics.length ?? 0,
      rules: general.list(rules.map((rule) => program.rule[rule])),
      mostPlaced: draft.rules.mostPlaced,
      holidays: draft.holidays.length,
      reminders: draft.wantsReminders,
    }),
    ...(draft.sponsor === null ? [] : [program.paragraphSponsor(escape(draft.sponsor))]),
    ...(draft.attribute === null
      ? []
      : [
          program.paragraphAttribute(escape(draft.attribute.label), draft.attribute.rule, KINDS[draft.kind].takesTurns),
        ]),
    ...(days.missesFirstTopic ? [program.paragraphLate] : []),
  ].join(' ')
}

function limits({ general, program }: Copy, { teams, sites, levels, people }: Invited): string[] {
  return [
    ...(teams ? [program.limitTeams(general.list(teams))] : []),
    ...(sites ? [program.limitSites(general.list(sites))] : []),
    ...(levels ? [program.limitLevels(levels.from, levels.to)] : []),
    ...(people ? [program.limitPeople(people.length)] : []),
  ]
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
