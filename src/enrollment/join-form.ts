import type { SkillGroup } from '../people/skills.ts'
import type { KindId } from '../program/kinds.ts'
import type { Answers } from './enrollment.ts'
import type { AttributeQuestion } from './attribute-question.ts'

/** Everything the form shows: what is asked, what is filled in, what there is to choose from. */
export interface JoinForm {
  readonly mode: 'join' | 'profile'
  readonly program: { readonly id: number; readonly name: string; readonly kind: KindId }
  /** the name as it was typed after `/mentor join` */
  readonly typed: string
  /** first name of the program's lead */
  readonly lead: string
  /** first names of those to whom a concern can go */
  readonly contacts: readonly string[]
  readonly asks: {
    readonly role: boolean
    /** only where no file said it */
    readonly level: boolean
    readonly manager: boolean
    readonly attribute: AttributeQuestion | null
  }
  readonly filled: Answers
  readonly skills: readonly SkillGroup[]
  /** the highest level to choose from */
  readonly topLevel: number
  /** codes, `en` */
  readonly languages: readonly string[]
  /** IANA name, from Slack */
  readonly tz: string
  /** whether the questions under More are shown */
  readonly isOpen: boolean
}

/** What a Join button carries where the person still has to say which program. */
export const WHICH_PROGRAM = 'which'

/** What the form carries of itself; who may use it is looked up again when it comes back. */
export interface FormTag {
  readonly mode: 'join' | 'profile'
  readonly programId: number
  readonly isOpen: boolean
  /** the program's name as the person typed it, '' where they did not: knowing it is what opens a private program */
  readonly typed: string
}

const TAG = /^v1\.(join|profile)\.([1-9]\d{0,8})\.(more|less)\.([\w%.~!*'()-]{0,800})$/u

export const writeTag = (tag: FormTag): string =>
  `v1.${tag.mode}.${tag.programId}.${tag.isOpen ? 'more' : 'less'}.${encodeURIComponent(tag.typed)}`

/** @returns undefined for what this release never wrote: the form is out of date then */
export function readTag(metadata: string): FormTag | undefined {
  const [, mode, programId, open, typed = ''] = TAG.exec(metadata) ?? []
  if (mode !== 'join' && mode !== 'profile') return undefined
  try {
    return { mode, programId: Number(programId), isOpen: open === 'more', typed: decodeURIComponent(typed) }
  } catch {
    return undefined // a % that encodes nothing
  }
}
