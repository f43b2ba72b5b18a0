import type { DueRow, Rendered, RenderDeps } from '../../delivery/delivery.ts'
import { once } from '../../delivery/together.ts'
import { biosForPartners } from '../../enrollment/profile-store.ts'
import { skillLabels } from '../../people/skill-store.ts'
import { memberOf } from '../scene.ts'
import { reasonOf } from '../scene-reason.ts'
import { agreementMessage } from '../views/agreement.ts'
import { introductionMessage } from '../views/introduction.ts'
import { kickoffMessage } from '../views/kickoff.ts'
import { readAgreement } from '../write-agreement.ts'
import { placeOfRow, SKIP, sceneOfRow, toPerson, versionOfRow } from './place-of-row.ts'

const labelsFor = (deps: RenderDeps, { workspaceId }: DueRow) =>
  once(deps, 'cycle.labels', () => skillLabels(deps.db, workspaceId))

/** To all of a pair at once: who they are to each other. */
export async function renderIntroduction(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const { db, copy, cipher } = deps
  const found = await sceneOfRow(deps, row)
  if ('skip' in found) return found
  const { scene } = found
  const labels = await labelsFor(deps, row)
  const skill = (id: string) => labels.get(id) ?? id
  const group = scene.people.map((person) => person.id)
  const bios = await biosForPartners(db, cipher, row.workspaceId, group)
  const bio = (id: string) => bios.get(id) ?? ''
  return {
    to: { group },
    holidays: scene.program.holidays,
    message: introductionMessage(copy, scene, { reason: reasonOf(copy, scene, skill), skill, bio }),
  }
}

export async function renderKickoff(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const { copy } = deps
  const place = await placeOfRow(deps, row)
  if ('skip' in place) return place
  const { scene, cycle, person } = place
  const labels = await labelsFor(deps, row)
  const reason = reasonOf(copy, scene, (id) => labels.get(id) ?? id, person.id)
  return toPerson(scene, person.id, kickoffMessage(copy, scene, cycle, person.id, reason))
}

/** What the partner wrote down, to be confirmed; skipped where it was changed since. */
export async function renderAgreement(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const { db, copy, cipher } = deps
  const found = await sceneOfRow(deps, row)
  if ('skip' in found) return found
  const person = memberOf(found.scene, row.recipient)
  const agreement = await readAgreement(db, cipher, row.workspaceId, found.scene.pair.id)
  if (!person || agreement?.version !== versionOfRow(row)) return { skip: SKIP.overtaken }
  return toPerson(found.scene, person.id, agreementMessage(copy, { scene: found.scene, person, agreement }))
}
