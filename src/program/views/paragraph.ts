import type { Copy } from '../../copy/copy.ts'
import { escape } from '../../slack/blocks.ts'
import { draftDays } from '../check-draft.ts'
import { findCurriculum } from '../curricula/curricula.ts'
import type { ProgramDraft } from '../draft.ts'
import { KINDS } from '../kinds.ts'
import type { Invited, Program } from '../program.ts'

/**
 * A program in one paragraph, as its lead reads it back before saving.
 * @param invited how many people that invites today
 * @param stands how the program stands, once there is one
 */
export function paragraph(
  copy: Copy,
  draft: ProgramDraft,
  invited: number,
  stands: Pick<Program, 'state' | 'nextRoundOn'> = { state: 'draft', nextRoundOn: null },
): string {
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
      joining: joining(copy, draft, days.roundOn, stands),
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
          program.paragraphAttribute(
            escape(draft.attribute.label),
            draft.attribute.options.map(escape),
            draft.attribute.rule,
            KINDS[draft.kind].takesTurns,
          ),
        ]),
    ...(days.missesFirstTopic && stands.state !== 'running' && stands.state !== 'closed'
      ? [program.paragraphLate]
      : []),
  ].join(' ')
}

/** Until pairs stand, the days of the draft; then the day that holds now. */
function joining(
  { general, program }: Copy,
  { joinBy }: ProgramDraft,
  roundOn: string,
  { state, nextRoundOn }: Pick<Program, 'state' | 'nextRoundOn'>,
): string {
  const words = program.joining
  if (state === 'closed') return words.closed
  if (state === 'running') return words.running(nextRoundOn && general.weekdayDate(nextRoundOn))
  return words.open(general.weekdayDate(joinBy), general.weekdayDate(roundOn))
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
