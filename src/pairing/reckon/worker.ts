import { parentPort, workerData } from 'node:worker_threads'
import { type Question, reckon } from './reckon.ts'

// on-thread.ts starts this file with nothing but a Question
parentPort?.postMessage(reckon(workerData as Question))
