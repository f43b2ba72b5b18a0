import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { VirtualClock } from '../clock.ts'
import { createRehearsal } from '../rehearsal/rehearsal.ts'
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts'
import type { Log } from '../slack/log.ts'

export interface SandboxParts {
  readonly clock: VirtualClock
  readonly folder: string
  readonly transport: 'http' | 'socket'
  readonly tokens: { readonly bot: string; readonly app: string; readonly signingSecret: string }
  readonly origin: () => string
  readonly restart: () => Promise<void>
  readonly realNow: () => number
  readonly log: Log
}

/** The Slack on this machine, with the invented people in it. It brings the app up through `restart`. */
export const openSandbox = (parts: SandboxParts): Sandbox =>
  createSandbox({
    clock: parts.clock,
    rehearsal: createRehearsal(parts.clock, (fault) =>
      parts.log.warn(
        { why: fault instanceof Error ? fault.message : typeof fault },
        'an invented person could not act',
      ),
    ),
    folder: parts.folder,
    transport: parts.transport,
    manifest: readManifest(),
    tokens: parts.tokens,
    appUrl: () => `${parts.origin()}/slack/events`,
    origin: parts.origin,
    restart: parts.restart,
    realNow: parts.realNow,
  })

const readManifest = (): Record<string, unknown> =>
  parse(readFileSync(path.resolve(import.meta.dirname, '../../manifest.yml'), 'utf8')) as Record<string, unknown> // a mapping; the manifest test holds it to Slack's schema
