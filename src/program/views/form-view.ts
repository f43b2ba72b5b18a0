import type { KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, context, option, section } from '../../slack/blocks.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import {
  datePicker,
  input,
  modal,
  multiSelect,
  numberInput,
  personSelect,
  radio,
  select,
  textInput,
} from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { ProgramDraft } from '../draft.ts'
import { KINDS, type KindId } from '../kinds.ts'
import type { Choices } from '../look-at-program.ts'
import { moreFields } from './more-view.ts'
import { paragraph } from './paragraph.ts'

/** characters of a section, of Slack's 3,000 */
const MAX_TEXT = 2900

export interface ProgramForm {
  readonly draft: ProgramDraft
  readonly choices: Choices
  /** first days of months to begin in */
  readonly months: readonly string[]
  readonly isMore: boolean
  /** handed back with the form: which draft it changes, and what the fields not shown say */
  readonly metadata: string
}

/** Create or change a program: six questions, the rest under More. */
export function programView(copy: Copy, { draft, choices, months, isMore, metadata }: ProgramForm): View {
  const { general, program } = copy
  return modal({
    id: VIEW.program,
    title: program.formTitle,
    submit: program.readBack,
    close: general.cancel,
    metadata,
    blocks: [
      ...mainFields(copy, draft, choices, months),
      ...(isMore
        ? moreFields(copy, draft, choices)
        : [context(program.moreHint), actions([button(ACTION.programMore, program.more, 'more')])]),
    ],
  })
}

/** First days of the twelve months from the one after that day, and the chosen one. */
function mainFields(
  { general, program }: Copy,
  draft: ProgramDraft,
  { teams }: Choices,
  months: readonly string[],
): KnownBlock[] {
  const { invited } = draft
  const kinds = Object.keys(KINDS) as KindId[] // KINDS is a Record over KindId
  const month = (on: string) => option(`${general.monthName(on)} ${on.slice(0, 4)}`, on)
  const offered = [...new Set([...months, draft.firstOn])].toSorted()
  return [
    input('name', program.name, textInput({ max: 60, initial: draft.name }), { hint: program.nameHint }),
    input(
      'kind',
      program.kindLabel,
      radio(
        kinds.map((id) => option(program.kind[id], id)),
        draft.kind,
      ),
    ),
    ...(teams.length === 0
      ? []
      : [
          input('teams', program.teams, multiSelect(choicesOf(teams), invited.teams ?? []), {
            optional: true,
            hint: program.teamsHint,
          }),
        ]),
    input('level_from', program.levelFrom, numberInput(1, 99, invited.levels?.from), { optional: true }),
    input('level_to', program.levelTo, numberInput(1, 99, invited.levels?.to), {
      optional: true,
      hint: program.levelHint,
    }),
    input('join_by', program.joinBy, datePicker(draft.joinBy)),
    input('first_on', program.firstOn, select(offered.map(month), draft.firstOn)),
    input('second_lead', program.secondLead, personSelect(draft.secondLead || undefined), {
      optional: true,
      hint: program.secondLeadHint,
    }),
  ]
}

/** Slack's menus hold a hundred; a team beyond that is invited by level or by name. */
export const choicesOf = (names: readonly string[]) =>
  names
    .filter((name) => name.length <= 75)
    .slice(0, 100)
    .map((name) => option(name, name))

/** The whole program in a paragraph, with one button to save it. */
export const readBackView = (copy: Copy, draft: ProgramDraft, invited: number, metadata: string): View =>
  modal({
    id: VIEW.programSave,
    title: copy.program.saveTitle,
    submit: copy.program.save,
    close: copy.general.cancel,
    metadata,
    blocks: [
      section(clip(paragraph(copy, draft, invited), MAX_TEXT)),
      actions([button(ACTION.programMore, copy.program.back, 'back')]),
      context(copy.program.saveHint),
    ],
  })
