import type { Button, KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { button, escape, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Checklist, Home, ProgramOverview } from '../home.ts'

type Lead = NonNullable<Home['lead']>

/** For leads: what is to do until a program is open, then how each stands. */
export function leadBlocks(copy: Copy, lead: Lead): readonly KnownBlock[] {
  if (lead.shows === 'checklist') return [section(checklistText(copy, lead.checklist))]
  if (lead.programs.length === 0) return [section(`${copy.home.leadTitle}\n${copy.home.leadAllEnded}`)]
  return [section(copy.home.leadTitle), ...lead.programs.map((program) => overviewBlock(copy, program))]
}

/**
 * The one next step of a lead, where there is one.
 * @param canRedraw a proposed round is shown in place of the message that was clicked, which App Home has none of
 */
export function leadButton(copy: Copy, lead: Lead, canRedraw: boolean): Button | undefined {
  if (lead.shows === 'checklist') return checklistButton(copy, lead.checklist)
  const waiting = lead.programs.find((program) => program.proposedRound !== null)
  if (!waiting || !canRedraw) return undefined
  return button(ACTION.pairPage, copy.home.readRound, `${waiting.proposedRound}/1`)
}

function checklistText(copy: Copy, { contacts, hasPeople, draft }: Checklist): string {
  const { steps, stepDone, stepOpen, checklistTitle } = copy.home
  const line = (isDone: boolean, text: string) => (isDone ? stepDone(text) : stepOpen(text))
  return [
    checklistTitle,
    line(contacts >= LEAST_CONTACTS, steps.contacts(contacts)),
    line(hasPeople, steps.people(hasPeople)),
    line(draft !== null, steps.program(draft === null ? null : escape(draft.name))),
    line(false, steps.open()),
  ].join('\n')
}

/** contacts without whom no program opens */
const LEAST_CONTACTS = 2

function checklistButton(copy: Copy, { contacts, hasPeople, draft }: Checklist): Button {
  const words = copy.home.stepButtons
  if (contacts < LEAST_CONTACTS) return button(ACTION.contactAdd, words.contacts, 'contact')
  if (!hasPeople) return button(ACTION.peopleImportOpen, words.people, 'people')
  if (draft === null) return button(ACTION.programCreate, words.program, 'program')
  return button(ACTION.programShow, words.open, String(draft.id))
}

function overviewBlock(copy: Copy, program: ProgramOverview): KnownBlock {
  const words = copy.home
  if (program.state === 'draft') return section(words.draft(escape(program.name)))
  const round =
    program.proposedRound !== null
      ? words.roundToRead
      : program.nextRoundOn === null
        ? words.noRound
        : words.roundOn(copy.general.weekdayDate(program.nextRoundOn))
  return section(`${words.overview({ ...program, name: escape(program.name) })} ${round}`)
}
