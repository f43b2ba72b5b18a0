import { en } from '../../copy/en/en.ts'
import type { RoundRules } from '../../pairing/model.ts'
import { DECLARED_RULES } from '../../program/attribute-rule.ts'
import { type AttributeRule, type KindId, KINDS } from '../../program/kinds.ts'

export interface PairOptions {
  readonly csv: string
  readonly history: string | undefined
  readonly kind: KindId
  readonly seed: number
  readonly rules: RoundRules
}

const words = en.pairCommand.option
const NAMES = ['csv', 'kind', 'seed', 'history', 'rules', 'odd', 'attribute'] as const
type Name = (typeof NAMES)[number]
const RULES = { 'no-team': 'otherTeam', 'no-language': 'sharedLanguage', 'no-hours': 'sharedHours' } as const
/** hours a day (product.md section 5) */
const MIN_SHARED_HOURS = 2

/** How the command is used, in a few lines. */
export const usage = (): string => en.pairCommand.usage(en.general.list(Object.keys(KINDS)))

/** The command line, or everything that is wrong with it. */
export function readOptions(args: readonly string[]): PairOptions | { readonly faults: readonly string[] } {
  const faults: string[] = []
  const given = collect(args, faults)
  for (const name of ['csv', 'kind', 'seed'] as const) if (!given.has(name)) faults.push(words.missing(name))
  const kind = readKind(given.get('kind'), faults)
  const seed = readSeed(given.get('seed'), faults)
  const lifted = readRules(given.get('rules'), faults)
  const odd = readOdd(given.get('odd'), kind, faults)
  const attributeRule = readAttribute(given.get('attribute'), kind, faults)
  const csv = given.get('csv')
  if (faults.length > 0 || csv === undefined || kind === undefined) return { faults: [...faults, usage()] }
  const rules = {
    otherTeam: true,
    sharedLanguage: true,
    sharedHours: true,
    ...lifted,
    minSharedHours: MIN_SHARED_HOURS,
    attributeRule,
    mostPlaced: true,
    odd,
  }
  return { csv, history: given.get('history'), kind, seed, rules }
}

function collect(args: readonly string[], faults: string[]): Map<Name, string> {
  const given = new Map<Name, string>()
  for (let i = 0; i < args.length; i++) {
    const [, word = '', inline] = /^--([^=]+)(?:=(.*))?$/su.exec(args[i]!) ?? []
    const name = NAMES.find((known) => known === word)
    if (name === undefined) {
      faults.push(words.unknown(args[i]!))
      continue
    }
    const value = inline ?? args[++i]
    if (given.has(name)) faults.push(words.twice(name))
    else if (value === undefined || value === '') faults.push(words.noValue(name))
    given.set(name, value ?? '')
  }
  return given
}

function readKind(value: string | undefined, faults: string[]): KindId | undefined {
  const kind = Object.values(KINDS).find(({ id }) => id === value)
  if (value && !kind) faults.push(words.kind(value, en.general.either(Object.keys(KINDS))))
  return kind?.id
}

function readSeed(value: string | undefined, faults: string[]): number {
  const seed = Number(value)
  if (value && !(/^\d{1,10}$/u.test(value) && seed < 2 ** 32)) faults.push(words.seed(value))
  return seed
}

function readRules(value: string | undefined, faults: string[]): Partial<RoundRules> {
  const lifted: { [Rule in (typeof RULES)[keyof typeof RULES]]?: boolean } = {}
  for (const word of value === undefined ? [] : value.split(',')) {
    const rule = Object.entries(RULES).find(([name]) => name === word.trim())
    if (rule) lifted[rule[1]] = false
    else faults.push(words.rule(word))
  }
  return lifted
}

function readOdd(value: string | undefined, kind: KindId | undefined, faults: string[]): 'trio' | 'turn' {
  const allowed = kind === undefined || KINDS[kind].trioAllowed
  if (value !== undefined && value !== 'trio' && value !== 'turn') faults.push(words.odd(value))
  else if (value === 'trio' && !allowed) faults.push(words.trio(kind))
  return value === 'turn' || !allowed ? 'turn' : 'trio'
}

/** A kind with a rule of its own keeps it. */
function readAttribute(value: string | undefined, kind: KindId | undefined, faults: string[]): AttributeRule {
  const own = kind === undefined ? 'none' : KINDS[kind].attributeRule
  const chosen = DECLARED_RULES.find((rule) => rule === value)
  if (value !== undefined && chosen === undefined) faults.push(words.attribute(value))
  else if (kind !== undefined && chosen && own !== 'none' && own !== chosen) faults.push(words.ownAttribute(kind, own))
  return chosen ?? own
}
