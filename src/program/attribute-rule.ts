import { type AttributeRule, type KindId, KINDS } from './kinds.ts'

/** What the answers to a program's question may decide. */
export type DeclaredRule = Exclude<AttributeRule, 'none'>

export const DECLARED_RULES = ['differs', 'guide-declares'] as const satisfies readonly DeclaredRule[]

/** Answers a question needs before it can decide anything: two people cannot differ in one. */
export const LEAST_OPTIONS: Readonly<Record<DeclaredRule, number>> = { differs: 2, 'guide-declares': 1 }

/** As many as a menu of Slack's holds. */
export const MOST_OPTIONS = 100

export const isDeclaredRule = (value: unknown): value is DeclaredRule => DECLARED_RULES.some((rule) => rule === value)

/**
 * What decides in a program: the kind's own rule where it has one, else the one its lead chose with the question.
 * Without a question nobody can declare anything, so nothing is decided.
 * @param question as the program's row has it
 */
export function attributeRuleOf(kind: KindId, question: unknown): AttributeRule {
  const own = KINDS[kind].attributeRule
  if (own !== 'none') return own
  const chosen = typeof question === 'object' && question !== null && 'rule' in question ? question.rule : undefined
  return isDeclaredRule(chosen) ? chosen : 'none'
}
