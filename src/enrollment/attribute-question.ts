import { attributeRuleOf } from '../program/attribute-rule.ts'
import type { Role } from '../people/person.ts'
import { type AttributeRule, type KindId, KINDS } from '../program/kinds.ts'

/** What a program may ask for its pairing, with consent: the question and the answers it offers. */
export interface AttributeQuestion {
  readonly label: string
  readonly options: readonly string[]
  /** what the answers decide; 'none' in programs that asked before there was a choice */
  readonly rule: AttributeRule
  /** belonging to the program shows the attribute by itself (a program of a resource group) */
  readonly isShownByBelonging: boolean
}

/**
 * Whether nobody at all can be paired with somebody who gave no answer. Where guides declare, a learner needs none, nor
 * does whoever also comes as one, nor anybody whose partner may guide instead.
 */
export const needsAnswer = (rule: AttributeRule, kind: KindId, role: Role): boolean =>
  rule === 'differs' || (rule === 'guide-declares' && role === 'guide' && !KINDS[kind].takesTurns)

/** As the program's row has it; null where the program asks nothing, or nothing that can be offered as a list. */
export function readAttributeQuestion(stored: unknown, kind: KindId): AttributeQuestion | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { label, options, isShownByBelonging } = stored as Record<string, unknown> // an object, whatever is in it
  if (typeof label !== 'string' || !Array.isArray(options)) return null
  const answers = options.filter((answer) => typeof answer === 'string')
  const rule = attributeRuleOf(kind, stored)
  return answers.length < 1 ? null : { label, options: answers, rule, isShownByBelonging: isShownByBelonging === true }
}
