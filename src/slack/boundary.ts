import type { Log } from './log.ts'

/** A fault as the boundary hands it on: what the user is told is its reference, nothing else. */
export interface Boundary {
  /**
   * Runs what a person asked for. A fault is logged once, with a short reference that `tell` shows the person, and
   * may say more where it knows the fault; the boundary itself never throws.
   * @returns whether it went through
   */
  guard(
    what: Readonly<Record<string, string>>,
    task: () => Promise<void>,
    tell: (reference: string, fault: unknown) => Promise<void>,
  ): Promise<boolean>
}

export function createBoundary(log: Log, newReference: () => string): Boundary {
  return {
    async guard(what, task, tell) {
      try {
        await task()
        return true
      } catch (fault) {
        const reference = newReference()
        log.error({ ...what, reference, fault: describe(fault) }, 'fault')
        try {
          await tell(reference, fault)
        } catch (second) {
          log.warn({ reference, fault: describe(second) }, 'the person could not be told of a fault')
        }
        return false
      }
    },
  }
}

/**
 * Name, message and stack; the causes of a fault too. PostgreSQL quotes the offending value in its messages, and that
 * may be what somebody wrote: of its errors only the SQLSTATE and the constraint are logged.
 */
function describe(fault: unknown): unknown {
  if (!(fault instanceof Error)) return { name: typeof fault }
  return {
    name: fault.name,
    message:
      'severity' in fault && 'code' in fault
        ? `SQLSTATE ${String(fault.code)} ${'constraint' in fault ? String(fault.constraint) : ''}`
        : fault.message,
    stack: fault.stack
      ?.split('\n')
      .slice(1, 8)
      .map((line) => line.trim()),
    ...(fault.cause !== undefined && { cause: describe(fault.cause) }),
  }
}
