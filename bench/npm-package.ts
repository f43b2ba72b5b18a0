import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Graph } from '../src/pairing/plan/solver/graph.ts'

/** What the package found and how long it took in milliseconds, without the start of its thread. */
export interface PackageRun {
  readonly mate: Int32Array
  readonly took: number
}

/**
 * The npm package edmonds-blossom (van Rantwijk's algorithm), pairs first, in a thread of its own that is ended when
 * it is not done within `limit` milliseconds.
 * @returns 'too slow' then, 'absent' where the package is not installed
 */
export async function runPackage(graph: Graph, limit: number): Promise<PackageRun | 'too slow' | 'absent'> {
  const worker = new Worker(new URL(import.meta.url), { workerData: graph })
  const { promise, resolve, reject } = Promise.withResolvers<PackageRun | 'too slow' | 'absent'>()
  const timer = setTimeout(() => resolve('too slow'), limit)
  worker.once('message', resolve)
  worker.once('error', reject)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/** It assigns variables it never declares, which modules forbid: the package is CommonJS, where that still works. */
async function answer(graph: Graph): Promise<PackageRun | 'absent'> {
  const name = 'edmonds-blossom'
  const found: unknown = await import(name).then(
    (module: { default: unknown }) => module.default,
    () => null,
  )
  if (typeof found !== 'function') return 'absent'
  const edges = Array.from(graph.u, (u, e) => [u, graph.v[e]!, graph.w[e]!])
  const started = performance.now()
  const mates: unknown = found(edges, true)
  const took = performance.now() - started
  const list: readonly unknown[] = Array.isArray(mates) ? mates : []
  return { mate: Int32Array.from({ length: graph.n }, (_, x) => Number(list[x] ?? -1)), took }
}

// the thread that runPackage starts
if (!isMainThread && parentPort) parentPort.postMessage(await answer(workerData as Graph)) // what runPackage gave it
