import type { Copy } from '../../copy/copy.ts'
import type { ReadLeads } from '../../copy/read-leads.ts'
import { actions, button, context, escape, section } from '../../slack/blocks.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import { escapedLeads } from './escaped-leads.ts'

export interface LeaveLook {
  readonly program: { readonly id: number; readonly name: string }
  /** first names */
  readonly partners: readonly string[]
  /** whether a pair ends that nobody has introduced yet */
  readonly isUnmet: boolean
  readonly me: string
  readonly leads: ReadLeads
  /** whose answer leaving deletes */
  readonly question: string | null
}

/** Before what cannot be undone: what ends, who is told, what they will read. */
export function leaveView(copy: Copy, look: LeaveLook): View {
  const words = copy.care
  const partners = look.partners.length === 0 ? null : copy.general.list(look.partners.map(escape))
  const deleted = look.question === null ? [] : [words.leaveDeleted(escape(look.question))]
  return modal({
    id: VIEW.leave,
    title: words.leaveTitle,
    submit: words.leaveSubmit,
    close: words.stay,
    metadata: String(look.program.id),
    blocks: [
      section(words.leaveEnds(escape(look.program.name), partners, look.isUnmet)),
      section(
        partners === null
          ? words.leaveToldNobody(look.isUnmet)
          : words.leaveTold(partners, words.ending(escape(look.me), escape(look.program.name)), look.isUnmet),
      ),
      context(words.leaveSeen(escapedLeads(look.leads)), words.leaveKept, ...deleted),
    ],
  })
}

/** Left; the way back is one click. */
export function leftView(
  copy: Copy,
  left: Pick<LeaveLook, 'program' | 'partners'> & { readonly isQuiet: boolean },
): View {
  const words = copy.care
  const told =
    left.partners.length === 0 ? words.leftAlone : words.leftPartner(copy.general.list(left.partners.map(escape)))
  return modal({
    id: VIEW.notice,
    title: words.leftTitle,
    close: copy.general.close,
    metadata: String(left.program.id),
    blocks: [
      section([words.left(escape(left.program.name)), told, ...(left.isQuiet ? [] : [words.leftOneMore])].join('\n')),
      context(words.leftKept),
      actions([button(ACTION.joinAgain, copy.enrollment.joinAgain, String(left.program.id))]),
    ],
  })
}
