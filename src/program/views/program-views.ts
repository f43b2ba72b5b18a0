import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, confirm, context, escape, header, section } from '../../slack/blocks.ts'
import { ACTION, member, VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { Message, View } from '../../slack/message.ts'
import type { ProgramDraft } from '../draft.ts'
import type { Opening } from '../open-program.ts'
import type { Program } from '../program.ts'
import { paragraph } from './paragraph.ts'

/** The newest programs; older ones are looked at by name. */
const MAX_SHOWN = 20

/** `/mentor program` alone: the programs one leads, and Create. */
export const programsMessage = ({ program }: Copy, programs: readonly Program[]): Message => ({
  text: program.listTitle,
  blocks: [
    section(`*${program.listTitle}*${programs.length === 0 ? `\n${program.listNone}` : ''}`),
    ...programs
      .slice(-MAX_SHOWN)
      .map(({ id, name, kind, state }) =>
        section(
          `*${escape(name)}*: ${program.state[state]}\n${program.kind[kind]}`,
          button(member(ACTION.programShow, id), program.look, String(id)),
        ),
      ),
    actions([button(ACTION.programCreate, program.create, 'program')]),
  ],
})

/** One program as its leads see it, with what can be done now. */
export interface ProgramLook {
  readonly program: Program
  readonly draft: ProgramDraft
  readonly invited: number
  readonly leads: readonly string[]
}

export function programMessage(copy: Copy, { program: about, draft, invited, leads }: ProgramLook): Message {
  const { general, program } = copy
  const buttons = buttonsOf(copy, about)
  const next = about.state === 'closed' ? null : about.nextRoundOn
  return {
    text: clip(`${about.name}: ${program.state[about.state]}`, 90),
    blocks: [
      header(about.name),
      section(clip(paragraph(copy, draft, invited, about), 2900)),
      context(
        program.stands[about.state],
        program.leads(escape(general.list(leads))),
        ...(next === null ? [] : [program.nextRound(general.weekdayDate(next))]),
      ),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
    ],
  }
}

function buttonsOf({ program }: Copy, { id, name, state }: Program) {
  if (state === 'closed') return []
  if (state === 'draft') {
    return [
      button(ACTION.programOpen, program.open, String(id), { style: 'primary' }),
      button(ACTION.programChange, program.change, String(id)),
    ]
  }
  const sure = confirm(program.endTitle, clip(program.endConfirm(name), 300), program.endYes, program.endNo)
  return [button(ACTION.programEnd, program.end, String(id), { confirm: sure })]
}

/** What opening does, before it does it. */
export function openView({ general, program }: Copy, { program: about, invited, hasSecondLead }: Opening): View {
  const name = escape(about.name)
  const text = about.isPrivate
    ? program.openPrivate(name)
    : invited === 0
      ? program.openNobody(name)
      : program.openText(name, invited)
  return modal({
    id: VIEW.programOpen,
    title: program.openTitle,
    submit: program.openSubmit,
    close: general.cancel,
    metadata: String(about.id),
    blocks: [section(text), ...(hasSecondLead ? [] : [section(program.openAlone)])],
  })
}

export const openedView = ({ general, program }: Copy, { program: about, invited }: Opening): View =>
  modal({
    id: VIEW.notice,
    title: program.openedTitle,
    close: general.close,
    blocks: [
      section(
        about.isPrivate ? program.openedPrivate(escape(about.name)) : program.opened(escape(about.name), invited),
      ),
      section(
        program.openedNext(general.weekdayDate(about.joinBy), general.weekdayDate(about.nextRoundOn ?? about.joinBy)),
      ),
    ],
  })

/** To somebody who joined a program that ended before anybody was paired. */
export const endedWaitingMessage = ({ program }: Copy, me: string, name: string): Message => ({
  text: clip(program.endedLine(name), 90),
  blocks: [section(program.endedWaiting(escape(me), escape(name)))],
})
