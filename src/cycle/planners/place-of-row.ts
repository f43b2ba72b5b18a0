import type { DueRow, Rendered, RenderDeps } from '../../delivery/delivery.ts'
import { once } from '../../delivery/together.ts'
import type { Message } from '../../slack/message.ts'
import { cycleNamed } from '../pair-cycle.ts'
import { memberOf, ownCycles, type Place, type Scene } from '../scene.ts'
import { findScenes } from '../scene-store.ts'

type Skip = Extract<Rendered, { skip: string }>

/** Why a pair's message is not sent any more; the words stand in `health`, never in a message. */
export const SKIP = {
  gone: 'the pair is not here any more',
  ended: 'the pair has ended',
  resting: 'somebody of the pair rests',
  other: 'not a cycle of this pair',
  overtaken: 'something newer took its place',
  late: 'too late to be of use',
  answered: 'answered before it was asked',
  notWanted: 'the program sends no reminders',
} as const

/** Kinds whose subject is a pair: those of one claim are looked up together, and both partners' are one. */
const OF_PAIRS = new Set(['introduction', 'kickoff', 'prompt', 'reminder', 'date', 'agreement', 'check_in'])

const pairOfRow = (row: DueRow): number => Number.parseInt(row.subject, 10)

const scenesByPair = async ({ db }: RenderDeps, workspaceId: string, pairIds: readonly number[]) =>
  new Map((await findScenes(db, workspaceId, [...new Set(pairIds)])).map((scene) => [scene.pair.id, scene]))

/** The standing pair a row is about, `12` or `12:3`; a pair of whom only one is left awake is not written to. */
export async function sceneOfRow(deps: RenderDeps, row: DueRow): Promise<{ readonly scene: Scene } | Skip> {
  const rows = (deps.together?.rows ?? [row]).filter((one) => OF_PAIRS.has(one.kind))
  const scenes = await once(deps, 'cycle.scenes', () => scenesByPair(deps, row.workspaceId, rows.map(pairOfRow)))
  const scene = scenes.get(pairOfRow(row))
  if (!scene) return { skip: SKIP.gone }
  if (scene.pair.state !== 'active') return { skip: SKIP.ended }
  return scene.people.filter((person) => person.isActive).length < 2 ? { skip: SKIP.resting } : { scene }
}

/** The same with the cycle the row names and the person it goes to. */
export async function placeOfRow(deps: RenderDeps, row: DueRow): Promise<Place | Skip> {
  const found = await sceneOfRow(deps, row)
  if ('skip' in found) return found
  const person = memberOf(found.scene, row.recipient)
  const cycle = cycleNamed(ownCycles(found.scene), row.cycleOn)
  if (!person || !cycle) return { skip: SKIP.other }
  return person.isActive ? { scene: found.scene, cycle, person } : { skip: SKIP.resting }
}

/** What follows the colon in `12:3`. */
export const versionOfRow = (row: DueRow): number => Number(row.subject.split(':')[1] ?? Number.NaN)

/** A message of a pair to one of its people; the program's holidays are no days for it. */
export const toPerson = (scene: Scene, personId: string, message: Message): Rendered => ({
  to: { person: personId },
  message,
  holidays: scene.program.holidays,
})
