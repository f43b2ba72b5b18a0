import type { Copy } from '../../copy/copy.ts'
import { escape, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { Gap } from '../csv/difference.ts'
import type { Fault, Remark } from '../csv/fault.ts'

/** "Line 4: ..." in plain text; escape it where it stands in a message. */
export const faultText = ({ peopleList }: Copy, { code, line, value }: Fault): string =>
  atLine(peopleList, line, peopleList.fault[code](value))

export const remarkText = ({ peopleList }: Copy, { code, line, value }: Remark): string =>
  atLine(peopleList, line, peopleList.remark[code](value))

/** The first so many sentences, and how many more there are. */
export const some = (copy: Copy, sentences: readonly string[], most: number): readonly string[] =>
  sentences.length <= most ? sentences : [...sentences.slice(0, most), copy.peopleList.more(sentences.length - most)]

const atLine = (words: Copy['peopleList'], line: number | null, sentence: string): string =>
  line === null ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : words.line(line, sentence)

/** For a message: the name in it formats nothing. */
export const harmless = ({ people, only }: Gap): Gap => ({ people, only: only === null ? null : escape(only) })

/** A window that only says something. */
export const noticeView = ({ general }: Copy, title: string, text: string): View =>
  modal({ id: VIEW.notice, title, close: general.close, blocks: [section(text)] })
