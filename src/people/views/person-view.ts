import type { InputBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { clip, escape, option, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { groupedMultiSelect, input, modal, numberInput, personSelect, select, textInput } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { FactName, KnownFacts } from '../csv/facts.ts'
import type { PersonLook } from '../look-at-person.ts'
import { firstName } from '../person.ts'
import { cellsOf, COLUMN_OF } from '../person-cells.ts'
import { saidWords } from './fact-words.ts'

/** No role, as a choice: a select keeps what was chosen once. */
export const NO_ROLE = '-'

/** What Slack takes beside a field. */
const MAX_HINT = 2000

/** The facts of one person, filled with what files said, each with what the person said themselves. */
export function personView(copy: Copy, look: PersonLook, facts: KnownFacts, mark: string): View {
  const { general, personForm } = copy
  const { person } = look
  const first = firstName(person.name)
  return modal({
    id: VIEW.person,
    title: personForm.title(first),
    submit: general.save,
    close: general.cancel,
    metadata: `${person.id} ${mark}`,
    blocks: [
      section(personForm.intro(escape([person.name, person.title].filter(Boolean).join(', ')), escape(first))),
      ...workFields(copy, look, facts),
      ...talkFields(copy, look, facts),
      ...skillFields(copy, look, facts, 'offers'),
      ...skillFields(copy, look, facts, 'wants'),
    ],
  })
}

function workFields(copy: Copy, look: PersonLook, facts: KnownFacts): InputBlock[] {
  const words = copy.personForm
  const field = fieldOf(copy, look)
  const cells = cellsOf(facts)
  return [
    field('level', words.level, numberInput(1, 99, facts.level ?? undefined), words.levelHint),
    field('team', words.team, textInput({ max: 80, initial: cells.team })),
    field('site', words.site, textInput({ max: 80, initial: cells.site })),
    field('managerId', words.manager, personSelect(facts.managerId ?? undefined), words.managerHint),
    field('startOn', words.startOn, textInput({ max: 10, initial: cells.startOn }), words.startOnHint),
  ]
}

function talkFields(copy: Copy, look: PersonLook, facts: KnownFacts): InputBlock[] {
  const words = copy.personForm
  const field = fieldOf(copy, look)
  const cells = cellsOf(facts)
  const roles = [
    option(words.roleUnknown, NO_ROLE),
    ...(['guide', 'learner', 'both'] as const).map((role) => option(words.roles[role], role)),
  ]
  return [
    field('hours', words.hours, textInput({ max: 20, initial: cells.hours }), words.hoursHint(look.person.tz)),
    field('languages', words.languages, textInput({ initial: cells.languages }), words.listHint),
    field('role', words.role, select(roles, facts.role ?? NO_ROLE), words.roleHint),
    field('capacity', words.capacity, numberInput(1, 10, facts.capacity ?? undefined), words.capacityHint),
  ]
}

/** The catalog, and a line for what is not in it: words of their own, and what a menu has no room for. */
function skillFields(copy: Copy, look: PersonLook, facts: KnownFacts, side: 'offers' | 'wants'): InputBlock[] {
  const words = copy.personForm
  const groups = look.catalog.map(({ label, skills }) => ({
    label,
    options: skills.map((skill) => option(skill.label, skill.id)),
  }))
  const shown = new Set(look.catalog.flatMap((group) => group.skills.map((skill) => skill.id)))
  const chosen = facts[side] ?? []
  const others = chosen.filter((id) => !shown.has(id)).map((id) => cellOf(id, look.labelOf(id)))
  return [
    fieldOf(copy, look)(side, words[side], groupedMultiSelect(groups, chosen, { placeholder: words.skills })),
    input(otherField(side), words[`${side}Other`], textInput({ initial: others.join('; ') }), {
      optional: true,
      hint: words.otherHint,
    }),
  ]
}

/** A label that would be read as two is named by its id. */
const cellOf = (id: string, label: string): string => (label.includes(';') ? id : label)

/** The field beside the catalog, for skills in other words. */
export const otherField = (side: 'offers' | 'wants'): string => `${side}_other`

const fieldOf =
  (copy: Copy, look: PersonLook) =>
  (fact: FactName, label: string, element: InputBlock['element'], hint = ''): InputBlock => {
    const all = [hint, ...saidWords(copy, look, fact)].filter(Boolean).join(' ')
    return input(COLUMN_OF[fact], label, element, { optional: true, ...(all !== '' && { hint: clip(all, MAX_HINT) }) })
  }
