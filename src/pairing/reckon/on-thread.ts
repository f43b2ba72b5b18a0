import { Worker } from 'node:worker_threads'
import type { LeastChange } from '../plan/least-change.ts'
import type { RoundFigures, RoundInput, RoundPlan } from '../model.ts'
import type { ForcedPrice } from '../plan/price-of-forcing.ts'
import { type Question, reckon } from './reckon.ts'

/** Below this many people an answer takes less time than a thread takes to start. */
const WORTH_A_THREAD = 100

/** The least change, without anybody who clicks meanwhile waiting. */
export const leastChangeOf = async (input: RoundInput, plan: Pick<RoundPlan, 'pairs' | 'unpaired'>) =>
  answer({
    ask: 'least-change',
    input,
    plan: { pairs: plan.pairs, unpaired: plan.unpaired },
  }) as Promise<LeastChange | null> // reckon answers this question so

/** The price of forcing a pair, likewise; null where a hard rule keeps the two apart. */
export const priceOf = async (input: RoundInput, figures: RoundFigures, one: string, other: string) =>
  answer({ ask: 'price', input, figures, one, other }) as Promise<ForcedPrice | null> // reckon answers this question so

async function answer(question: Question): Promise<ReturnType<typeof reckon>> {
  if (question.input.people.length < WORTH_A_THREAD) return reckon(question)
  const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof reckon>>()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: question })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the reckoning thread ended with ${code} before it answered`)))
  try {
    return await promise
  } finally {
    await worker.terminate()
  }
}
