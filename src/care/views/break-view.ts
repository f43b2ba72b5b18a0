import type { Copy } from '../../copy/copy.ts'
import type { ReadLeads } from '../../copy/read-leads.ts'
import { context, escape, eye, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { datePicker, input, modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import { escapedLeads } from './escaped-leads.ts'

/** Until when. @param until the day that stands there at first, YYYY-MM-DD */
export const breakView = (
  copy: Copy,
  rest: {
    readonly program: { readonly id: number; readonly name: string }
    readonly until: string
    readonly leads: ReadLeads
  },
): View =>
  modal({
    id: VIEW.takeBreak,
    title: copy.care.aBreak,
    submit: copy.care.breakSubmit,
    close: copy.general.cancel,
    metadata: String(rest.program.id),
    blocks: [
      section(copy.care.breakText(escape(rest.program.name))),
      input('until', copy.care.breakUntil, datePicker(rest.until)),
      eye(copy.care.breakSeen(escapedLeads(rest.leads))),
    ],
  })

/** Resting until then. */
export const breakDoneView = (copy: Copy, programName: string, until: string, lead: string): View =>
  modal({
    id: VIEW.notice,
    title: copy.care.aBreak,
    close: copy.general.close,
    blocks: [
      section(copy.care.breakDone(escape(programName), copy.general.weekdayDate(until))),
      context(copy.general.questionsTo(escape(lead))),
    ],
  })
