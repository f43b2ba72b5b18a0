import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Child {
  /** the next line it says; undefined when it has ended */
  line(): Promise<string | undefined>
  /** everything it wrote to stderr so far */
  errors(): string
  kill(signal: NodeJS.Signals): void
  /** resolves to the exit code, null after a signal */
  readonly ended: Promise<number | null>
  readonly pid: number
}

/** Runs a script in a process of its own. */
export function runChild(script: URL, ...args: readonly string[]): Child {
  const child: ChildProcess = spawn(process.execPath, [fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (!child.stdout || !child.stderr || child.pid === undefined) throw new Error(`${script.href} did not start`)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  return {
    line: async () => {
      const next = await lines.next()
      return next.done ? undefined : next.value
    },
    errors: () => errors,
    kill: (signal) => void child.kill(signal),
    ended: new Promise((resolve) => child.once('close', resolve)),
    pid: child.pid,
  }
}
