import type { Copy } from '../../copy/copy.ts'
import { section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'

/** One sentence in place of a form. */
export const noticeView = (copy: Copy, text: string): View =>
  modal({ id: VIEW.notice, title: copy.pairing.noticeTitle, close: copy.general.close, blocks: [section(text)] })
