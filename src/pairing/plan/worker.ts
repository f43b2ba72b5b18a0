import { parentPort, workerData } from 'node:worker_threads'
import type { RoundInput } from '../model.ts'
import { planRound } from './plan-round.ts'

// plan-in-worker.ts starts this file with nothing but a RoundInput
parentPort?.postMessage(planRound(workerData as RoundInput))
