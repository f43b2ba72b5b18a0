import { settingsOf, setSettings, type World } from './world.ts'

/** Fault -> whether the sandbox carries the call out. */
export const FAULTS = {
  'drop-before': false,
  'drop-after': true,
  'status-500': false,
  'accepted-500': true,
  'status-429': false,
  error: false,
  slow: true,
  late: true,
} as const

export type FaultName = keyof typeof FAULTS

/** One fault, armed for one method. Without rate and count it hits every call. */
export interface ArmedFault {
  readonly method: string
  readonly fault: FaultName
  readonly rate: number
  readonly count: number | null
  readonly seed: number
  readonly delay_ms: number
  readonly retry_after: number
  readonly code: string
  /** calls of the method since it was armed */
  readonly drawn: number
  readonly hit: number
}

/** The fault that this call of `method` meets, if any. The n-th call meets the same one under the same seed. */
export function drawFault(world: World, method: string): ArmedFault | null {
  const { fault } = settingsOf(world)
  if (fault?.method !== method) return null
  if (fault.count !== null && fault.hit >= fault.count) return null
  const isHit = chance(fault.seed, fault.drawn) < fault.rate
  setSettings(world, { fault: { ...fault, drawn: fault.drawn + 1, hit: fault.hit + (isHit ? 1 : 0) } })
  return isHit ? fault : null
}

/** A number in [0, 1) for the n-th draw of a seed: splitmix32, so that no stream has to be kept. */
function chance(seed: number, n: number): number {
  let x = (Math.imul(seed | 0, 0x9e3779b9) + Math.imul(n + 1, 0x85ebca6b)) | 0
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32
}
