import { randomUUID } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as nap } from 'node:timers/promises'
import { realClock } from '../clock.ts'
import { ConfigError } from '../config.ts'
import { isRunning, processStart } from './process-start.ts'

/** One process for each folder: PGlite takes no lock of its own, and two writers lose rows silently (measured). */
export interface FolderLock {
  release(): void
}

interface Holder {
  readonly token: string
  readonly host: string
  readonly pid: number
  readonly startedAt: string | null
}

const FILE = 'lock'
const HEARTBEAT_MS = 2_000
/** From another host only the heartbeat tells whether the holder lives. */
const STALE_AFTER_MS = 15_000
/** Whoever saw the same stale lock has taken it away by then. */
const SETTLE_MS = 200

/**
 * Takes the folder for this process, making it where there is none. The lock of a dead process is taken over.
 * @throws ConfigError naming the holder, and when the folder cannot be written
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = path.join(folder, FILE)
  const own: Holder = {
    token: randomUUID(),
    host: hostname(),
    pid: process.pid,
    startedAt: processStart(process.pid) ?? null,
  }
  try {
    makeFolder(folder)
    if (!publish(file, own)) {
      removeStale(file, folder)
      if (!publish(file, own)) throw inUse(folder, read(file))
      await nap(SETTLE_MS)
    }
    const holder = read(file)
    if (holder?.token !== own.token) throw inUse(folder, holder)
  } catch (fault) {
    if (fault instanceof ConfigError) throw fault
    const why = fault instanceof Error ? fault.message : 'unknown reason'
    throw new ConfigError([`DATA_DIR: ${folder} cannot be written (${why})`], { cause: fault })
  }
  const heart = setInterval(() => beat(file, own, folder), HEARTBEAT_MS).unref()
  return {
    release() {
      clearInterval(heart)
      if (read(file)?.token === own.token) rmSync(file, { force: true })
    },
  }
}

/** Folder by folder: Node's own recursive way never ends below /proc, where nothing can be made (measured). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (fault) {
    if (!isCode(fault, 'EEXIST')) throw fault
  }
}

/** Puts the whole file in place at once, so that nobody reads half of it; false when one is there. */
function publish(file: string, own: Holder): boolean {
  const draft = `${file}.${own.token}`
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (fault) {
    if (isCode(fault, 'EEXIST')) return false
    throw fault
  } finally {
    rmSync(draft, { force: true })
  }
}

function read(file: string): Holder | undefined {
  try {
    // Only this file's own code writes it; anything else in it has no token and no living process.
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch (fault) {
    if (isCode(fault, 'ENOENT') || fault instanceof SyntaxError) return undefined
    throw fault
  }
}

/** Takes a dead holder's lock away. If another starter was quicker and it is theirs, they get it back. */
function removeStale(file: string, folder: string): void {
  const judged = read(file)
  if (judged && isAlive(file, judged)) throw inUse(folder, judged)
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch (fault) {
    if (isCode(fault, 'ENOENT')) return
    throw fault
  }
  const taken = read(aside)
  try {
    if (taken?.token !== judged?.token) {
      linkSync(aside, file)
      throw inUse(folder, taken)
    }
  } finally {
    rmSync(aside, { force: true })
  }
}

/** A number lives on in another process: the start tells them apart. */
function isAlive(file: string, holder: Holder): boolean {
  if (holder.host !== hostname()) return realClock.now() - statSync(file).mtimeMs < STALE_AFTER_MS
  if (!isRunning(holder.pid)) return false
  const startedAt = processStart(holder.pid)
  return startedAt === undefined || holder.startedAt === null || startedAt === holder.startedAt
}

/**
 * @throws when somebody else holds the folder by now: this process was frozen for so long that it counted as dead, and
 * a second writer would lose rows. Nobody catches it; the process ends.
 */
function beat(file: string, own: Holder, folder: string): void {
  const holder = read(file)
  if (holder === undefined && publish(file, own)) return
  if (holder?.token !== own.token) throw new Error(`${folder} was taken over by another process`)
  const now = new Date(realClock.now())
  utimesSync(file, now, now)
}

function inUse(folder: string, holder: Holder | undefined): ConfigError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process that is just starting'
  return new ConfigError([`DATA_DIR: ${folder} is in use by ${who}`])
}

const isCode = (fault: unknown, code: string): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === code
