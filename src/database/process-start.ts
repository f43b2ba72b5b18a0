import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When that process started, as text that no later process with the same number has; undefined where it cannot be
 * told. After a reboot the ticks begin anew, hence the boot's own id.
 */
export function processStart(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
    }
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before it is in brackets and may hold anything; the start is the 20th field after.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks && `${boot}:${ticks}`
  } catch {
    return undefined
  }
}

/** Whether a process of that number lives, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}
