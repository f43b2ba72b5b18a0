import { stringify } from 'csv-stringify/sync'
import { en } from '../../copy/en/en.ts'
import type { Candidate, RoundPlan } from '../../pairing/model.ts'
import { reasonWords, unpairedWords } from '../../pairing/reason-words.ts'
import { disarm } from '../../people/csv/formula.ts'

/**
 * One row for each person of each pair, by pair and id; then the unpaired. Pairs are numbered from 1 in order of their
 * smallest id. Ids are as they came, for whatever reads them next; words begin no formula in a spreadsheet.
 */
export function writePlan(plan: RoundPlan, people: readonly Candidate[], names: ReadonlyMap<string, string>): string {
  const called = { person: (id: string) => names.get(id) ?? id, skill: (label: string) => label }
  const roleOf = new Map(people.map(({ id, role }) => [id, role]))
  const paired = plan.pairs.flatMap(({ members, score, reasons }, i) =>
    members
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, role }) => [i + 1, id, role, score, disarm(reasonWords(en, reasons, called, 'lead'))]),
  )
  const unpaired = plan.unpaired.map((left) => ['', left.id, roleOf.get(left.id), '', unpairedWords(en, left)])
  return stringify([['pair', 'id', 'role', 'score', 'reason'], ...paired, ...unpaired])
}
