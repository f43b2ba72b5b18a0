import type { Copy } from '../../copy/copy.ts'
import { writeHours } from '../csv/cells.ts'
import type { FactName, KnownFacts } from '../csv/facts.ts'
import type { PersonLook } from '../look-at-person.ts'
import { firstName } from '../person.ts'
import { languageWord } from '../person-cells.ts'
import type { FieldFault, ManagerFaultCode } from '../read-person.ts'
import { faultText } from './notes.ts'

type Names = Pick<PersonLook, 'nameOf' | 'labelOf'>

/** A fact as a lead reads it: people, skills and languages by name. Plain text. */
export function factWords(copy: Copy, { nameOf, labelOf }: Names, facts: Partial<KnownFacts>, fact: FactName): string {
  const list = (items: readonly string[] | null | undefined, name: (item: string) => string) =>
    copy.general.list((items ?? []).map(name))
  const words = {
    level: () => String(facts.level ?? ''),
    team: () => facts.team ?? '',
    site: () => facts.site ?? '',
    managerId: () => (facts.managerId ? nameOf(facts.managerId) : ''),
    startOn: () => facts.startOn ?? '',
    hours: () => (facts.hours ? writeHours(facts.hours) : ''),
    languages: () => list(facts.languages, languageWord),
    offers: () => list(facts.offers, labelOf),
    wants: () => list(facts.wants, labelOf),
    role: () => (facts.role ? copy.personForm.roles[facts.role] : ''),
    capacity: () => String(facts.capacity ?? ''),
  } satisfies Record<FactName, () => string>
  return words[fact]() || copy.peopleList.none
}

/** "Mei said 3; that stays.": each answer of their own that wins over this fact. Plain text. */
export function saidWords(copy: Copy, look: PersonLook, fact: FactName): readonly string[] {
  const { personForm } = copy
  const first = firstName(look.person.name)
  if (fact === 'role' || fact === 'capacity') {
    return look.said.programs.map((program) =>
      personForm.chose(first, factWords(copy, look, program, fact), program.name),
    )
  }
  return fact in look.said.facts ? [personForm.said(first, factWords(copy, look, look.said.facts, fact))] : []
}

/** What is wrong with a field, as it stands beside it. Plain text. */
export function fieldFaultText(copy: Copy, { code, value }: FieldFault): string {
  return isOfManager(copy, code) ? copy.personForm.fault[code](value) : faultText(copy, { code, value, line: null })
}

const isOfManager = ({ personForm }: Copy, code: FieldFault['code']): code is ManagerFaultCode =>
  code in personForm.fault
