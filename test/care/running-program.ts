import { aProgram, enrolled } from '../support/program.ts'
import { addPeople, type World } from '../support/world.ts'

const NAMES = { UMEI: 'Mei Chen', ULUIS: 'Luis Ortega', UANA: 'Ana Ruiz' }

/** A program that runs, with an end and a next round ahead, and these people in it, waiting. @returns its id */
export async function aRunningProgram(world: World, ...ids: readonly (keyof typeof NAMES)[]): Promise<number> {
  await addPeople(
    world,
    ids.map((id) => ({ person_id: id, name: NAMES[id] })),
  )
  const programId = await aProgram(world, { state: 'running', ends_on: '2026-09-01', next_round_on: '2026-03-16' })
  for (const id of ids) await enrolled(world, programId, id)
  return programId
}
