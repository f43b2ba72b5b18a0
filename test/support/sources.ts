import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

export interface Import {
  /** inside the project: a path below src, 'program/kinds.ts'; else the package, 'kysely' or 'node:fs' */
  readonly to: string
  readonly isOurs: boolean
  /** erased before anything runs */
  readonly isType: boolean
}

/** The furniture of a room (design.md). */
export type Kind = 'pure' | 'store' | 'verb' | 'planners' | 'listeners' | 'views'

export interface Source {
  /** below src, with forward slashes */
  readonly path: string
  readonly room: string
  /** without comments */
  readonly code: string
  readonly imports: readonly Import[]
  readonly kind: Kind
}

/** Every file below that folder of the project, relative to it. */
export const filesBelow = (folder: string, ext = '.ts'): readonly string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ext))
    .toSorted((a, b) => (a < b ? -1 : 1))

export const readText = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

/** All of src, each file with its room, its kind and what it imports. */
export function readSources(): readonly Source[] {
  const plain = filesBelow('src').map((file) => {
    const code = withoutComments(readText(`src/${file}`))
    return { path: file, room: roomOf(file), code, imports: importsOf(file, code), kind: kindByName(file) }
  })
  const verbs = verbPaths(plain)
  return plain.map((source) => ({ ...source, kind: verbs.has(source.path) ? 'verb' : source.kind }))
}

const roomOf = (file: string): string => path.posix.basename(file.split('/')[0] ?? file, '.ts')

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

function importsOf(file: string, code: string): Import[] {
  const statements = [...code.matchAll(/^(?:import|export)\s+(type\s)?([^'"]*?)\bfrom\s+'([^']+)'/gm)].map(
    ([, type, names = '', to = '']) => ({ to, isType: type !== undefined || hasOnlyTypes(names) }),
  )
  const others = [...code.matchAll(/^import\s+'([^']+)'|\bimport\('([^']+)'\)|new URL\('(\.[^']+\.ts)'/gm)].map(
    ([, bare, lazy, worker]) => ({ to: bare ?? lazy ?? worker ?? '', isType: false }),
  )
  return [...statements, ...others].map(({ to, isType }) =>
    to.startsWith('.')
      ? { to: path.posix.join(path.posix.dirname(file), to), isOurs: true, isType }
      : { to, isOurs: false, isType },
  )
}

const hasOnlyTypes = (names: string): boolean => {
  const inside = /\{([^}]*)\}/.exec(names)?.[1]?.split(',') ?? []
  const named = inside.map((name) => name.trim()).filter(Boolean)
  return /^\s*\{/.test(names) && named.length > 0 && named.every((name) => name.startsWith('type '))
}

const NAMES: readonly (readonly [Kind, RegExp])[] = [
  ['store', /(^|\/)(stores\/|([\w-]+-)?store\.ts$)/],
  ['planners', /(^|\/)(planners|renderers)(\/|\.ts$)/],
  ['listeners', /(^|\/)(listeners\/|([\w-]+-)?listeners\.ts$)/],
  ['views', /(^|\/)(views\/|views\.ts$|[\w-]+-view\.ts$)/],
]

const kindByName = (file: string): Kind => NAMES.find(([, pattern]) => pattern.test(file))?.[0] ?? 'pure'

/** A function of the product that is handed the database, or that waits for anything. */
const VERB = /export\s+(async\s+function|const\s+\w+[^=]*=\s*async\b)|export\s+function\s+\w+[^(]*\(\s*(deps|db)\b/

/** Files of no other furniture that reach the database, Slack or another verb, however far away. */
function verbPaths(sources: readonly Source[]): ReadonlySet<string> {
  const plain = sources.filter((source) => source.kind === 'pure')
  const impure = new Set(sources.filter((source) => source.kind === 'store').map((source) => source.path))
  for (const source of plain) {
    const reaches = source.imports.some(
      (i) => !i.isType && /^(database\/|slack\/clients|pg$|kysely|@slack\/)/.test(i.to),
    )
    if (reaches || VERB.test(source.code)) impure.add(source.path)
  }
  for (let size = 0; size !== impure.size; ) {
    size = impure.size
    for (const source of plain) if (source.imports.some((i) => !i.isType && impure.has(i.to))) impure.add(source.path)
  }
  return new Set(plain.map((source) => source.path).filter((file) => impure.has(file)))
}
