import { Worker } from 'node:worker_threads'
import type { RoundInput, RoundPlan } from '../model.ts'
import { planRound } from './plan-round.ts'

/** Below this many people a round takes less time than a thread takes to start. */
const WORTH_A_THREAD = 150
/** Solving leaves much short-lived memory behind; a small young generation keeps the peak a third lower, at no cost in time. */
const YOUNG_MB = 24

/**
 * The same plan as planRound, made on another thread when the round is large, so that nobody who clicks meanwhile waits
 * (Slack allows three seconds).
 */
export async function planRoundInWorker(input: RoundInput): Promise<RoundPlan> {
  if (input.people.length < WORTH_A_THREAD) return planRound(input)
  const { promise, resolve, reject } = Promise.withResolvers<RoundPlan>()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: input,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the pairing thread ended with ${code} before it answered`)))
  try {
    return await promise
  } finally {
    await worker.terminate()
  }
}
