import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import {
  activePairs,
  activePairsOf,
  closePairs,
  endPair,
  pairById,
  pairsEver,
  setKickoff,
} from '../../src/pairing/pair-store.ts'
import { freshDatabase } from '../support/database.ts'
import { luis, mei, stagePair, stageProgram, stageWorkspace, WS } from '../cycle/stage.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
  await stageWorkspace(database.db)
})
afterAll(() => database.close())

const now = new Date('2026-03-01T12:00:00Z')
const ana = { id: 'UANA', name: 'Ana Ruiz' }

test('a standing pair comes with its members by id, for the program and for each of them', async () => {
  const { db } = database
  const programId = await stageProgram(db)
  const pairId = await stagePair(db, programId, [mei, luis])
  const [pair] = await activePairs(db, WS, programId)
  expect(pair).toEqual({
    id: pairId,
    programId,
    roundId: pair?.roundId,
    state: 'active',
    members: [
      { personId: 'ULUIS', role: 'learner' },
      { personId: 'UMEI', role: 'guide' },
    ],
    proposerId: 'ULUIS',
    startedOn: '2026-01-14',
    kickoffOn: null,
    firstCycleOn: null,
    endedAt: null,
  })
  expect(await pairById(db, WS, pairId)).toEqual(pair)
  expect((await activePairsOf(db, WS, 'UMEI')).map((p) => p.id)).toContain(pairId)
  expect(await activePairsOf(db, WS, 'UNOBODY')).toEqual([])
  expect(await pairById(db, 'TOTHER', pairId)).toBeUndefined()
})

test('ending a pair twice keeps the first cause and instant', async () => {
  const { db } = database
  const programId = await stageProgram(db)
  const pairId = await stagePair(db, programId, [mei, ana])
  expect(await endPair(db, WS, pairId, 'rematch', now)).toBe(true)
  expect(await endPair(db, WS, pairId, 'left', new Date('2026-04-01T12:00:00Z'))).toBe(false)
  expect(await pairById(db, WS, pairId)).toMatchObject({ state: 'ended', endedAt: now })
  expect(await activePairs(db, WS, programId)).toEqual([])
  expect((await pairsEver(db, WS, programId)).map((p) => p.id)).toEqual([pairId])
})

test('closing ends what stands in that program and nothing else', async () => {
  const { db } = database
  const [closing, other] = [await stageProgram(db), await stageProgram(db)]
  const pairIds = [await stagePair(db, closing, [mei, luis]), await stagePair(db, closing, [ana, luis])]
  const elsewhere = await stagePair(db, other, [mei, luis])
  await endPair(db, WS, pairIds[0] ?? 0, 'left', new Date('2026-02-01T12:00:00Z'))
  await closePairs(db, WS, closing, now)
  expect((await pairsEver(db, WS, closing)).map((p) => p.endedAt)).toEqual([new Date('2026-02-01T12:00:00Z'), now])
  expect((await pairById(db, WS, elsewhere))?.state).toBe('active')
})

test('a kickoff is set once', async () => {
  const { db } = database
  const programId = await stageProgram(db)
  const pairId = await stagePair(db, programId, [mei, luis])
  await setKickoff(db, WS, [pairId], { kickoffOn: '2026-01-15', firstCycleOn: '2026-02-01' })
  await setKickoff(db, WS, [pairId], { kickoffOn: '2026-01-20', firstCycleOn: null })
  expect(await pairById(db, WS, pairId)).toMatchObject({ kickoffOn: '2026-01-15', firstCycleOn: '2026-02-01' })
})
