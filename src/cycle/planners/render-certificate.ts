import type { DueRow, Rendered, RenderDeps } from '../../delivery/delivery.ts'
import { findTopic } from '../../program/curricula/curricula.ts'
import { findProgram, leadName } from '../../program/store.ts'
import { type ClosedPair, closedPairsOf } from '../deeds-store.ts'
import { cycleNamed } from '../pair-cycle.ts'
import { guideIn } from '../roles.ts'
import { firstNames, ownCycles, partnersOf, type Scene } from '../scene.ts'
import { findScenes } from '../scene-store.ts'
import { certificateMessage } from '../views/certificate.ts'
import { SKIP } from './place-of-row.ts'

/**
 * The thank-you at the close. It speaks by the reader's own answers alone: what the partner said of a talk stays with
 * the partner.
 */
export async function renderCertificate({ db, copy }: RenderDeps, row: DueRow): Promise<Rendered> {
  const { workspaceId, recipient } = row
  const programId = Number(row.subject)
  const program = await findProgram(db, workspaceId, programId)
  if (!program) return { skip: SKIP.gone }
  const pairs = await closedPairsOf(db, workspaceId, programId, recipient)
  const scenes = await findScenes(
    db,
    workspaceId,
    pairs.map((pair) => pair.pairId),
  )
  return {
    to: { person: recipient },
    holidays: program.holidays,
    message: certificateMessage(copy, {
      program: program.name,
      lead: await leadName(db, workspaceId, programId),
      partners: [...new Set(scenes.flatMap((scene) => firstNames(partnersOf(scene, recipient))))],
      met: pairs.reduce((sum, pair) => sum + pair.metOn.length, 0),
      guided: [...new Set(scenes.flatMap((scene) => guidedIn(scene, recipient, pairs)))],
    }),
  }
}

/** Titles of the topics that person guided on in talks they said took place. */
const guidedIn = (scene: Scene, personId: string, pairs: readonly ClosedPair[]): string[] =>
  (pairs.find((pair) => pair.pairId === scene.pair.id)?.metOn ?? []).flatMap((on) => {
    const cycle = cycleNamed(ownCycles(scene), on)
    const topic = cycle?.topicKey ? findTopic(cycle.topicKey) : undefined
    return cycle && topic && guideIn(scene.pair.members, scene.program.kind, cycle) === personId ? [topic.title] : []
  })
