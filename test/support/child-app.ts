import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as nap } from 'node:timers/promises'
import { type Driver, drive } from './running.ts'

const MAIN = path.resolve(import.meta.dirname, '../../src/main.ts')
const BETWEEN_TRIES_MS = 200
const TRIES = 50

/** `npm start` in a process of its own, until it is killed or ends. */
export interface ChildApp {
  /** resolves once the address is printed; undefined where the process ended without one */
  readonly address: Promise<string | undefined>
  /** resolves to the exit code, null after a signal */
  readonly ended: Promise<number | null>
  /** all it wrote so far */
  said(): string
  kill(signal: NodeJS.Signals): void
}

/** Starts the app with those settings and no others. */
export function spawnApp(env: Readonly<Record<string, string>>, cwd: string): ChildApp {
  const child = spawn(process.execPath, [MAIN], {
    cwd,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = new Promise<string | undefined>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const origin = /http:\/\/localhost:\d+/u.exec(said)?.[0]
      if (origin !== undefined) resolve(origin)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => resolve(undefined))
  })
  return { address, ended, said: () => said, kill: (signal) => void child.kill(signal) }
}

/** Starts it on a folder that a killed process may still hold for a moment, and drives it. */
export async function startOn(folder: string): Promise<{ readonly child: ChildApp; readonly app: Driver }> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const child = spawnApp({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' }, folder)
    const origin = await child.address
    if (origin !== undefined) return { child, app: drive(origin) }
    if (!child.said().includes('is in use')) throw new Error(`the app did not start: ${child.said()}`)
    await nap(BETWEEN_TRIES_MS)
  }
  throw new Error(`${folder} stayed in use`)
}
