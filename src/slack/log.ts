import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * JSON lines on stderr. What people wrote never comes here: log calls name events, ids and references, and the
 * redaction below is a second fence.
 */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          'token',
          'text',
          'words',
          'body',
          'blocks',
          'view',
          'values',
          '*.token',
          '*.text',
          '*.words',
          '*.body',
          '*.blocks',
          '*.view',
        ],
        remove: true,
      },
    },
    pino.destination(2),
  )

/** Bolt's own voice, warnings and errors alone: its debug level prints messages verbatim (measured). */
export function boltLogger(log: Log): BoltLogger {
  const say = (args: unknown[]) =>
    args.map((a) => (a instanceof Error ? `${a.name}: ${a.message}` : typeof a === 'string' ? a : typeof a)).join(' ')
  return {
    debug: () => {},
    info: () => {},
    warn: (...args) => log.warn({ from: 'bolt' }, say(args)),
    error: (...args) => log.error({ from: 'bolt' }, say(args)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
