import type { Copy } from '../../copy/copy.ts'
import { actions, button, escape, section } from '../../slack/blocks.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { Program } from '../program.ts'

/** A draft is saved; opening it is the next step. */
export const savedView = ({ general, program }: Copy, { id, name }: Program): View =>
  modal({
    id: VIEW.notice,
    title: program.savedTitle,
    close: general.close,
    blocks: [section(program.saved(escape(name))), actions([button(ACTION.programOpen, program.open, String(id))])],
  })

/** A window of the program's form that only says something. */
export const noticeView = ({ general, program }: Copy, text: string): View =>
  modal({ id: VIEW.notice, title: program.formTitle, close: general.close, blocks: [section(text)] })
