import { clean } from './form.ts'
import type { Command, Listeners, Standing } from './listener.ts'

/** What somebody typed after /mentor, taken apart. */
export interface Typed {
  /** the subcommand in lower case, '' where nothing was typed */
  readonly word: string
  readonly rest: string
}

const MAX_TYPED = 4000

/**
 * Case, width and spaces do not matter: ` JOIN `, `ｊｏｉｎ` and `join` are one word. Slack sends `&`, `<` and `>` that
 * were typed as entities (the manifest asks it to escape), so that a mention is told from somebody typing one.
 */
export function readCommand(text: string): Typed {
  const plain = text.slice(0, MAX_TYPED).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const normal = clean(plain).normalize('NFKC').trim()
  const [word = '', ...rest] = normal.split(/\s+/u)
  return { word: word.toLowerCase(), rest: rest.join(' ') }
}

/** Whether that person may use a thing with that access. */
export function mayUse(access: Command['access'], standing: Standing): boolean {
  switch (access) {
    case 'everyone':
      return true
    case 'lead':
      return standing.isWorkspaceLead || standing.leads.length > 0
    case 'workspace-lead':
      return standing.isWorkspaceLead
    case 'admin-or-lead':
      return standing.isWorkspaceLead || standing.isSlackAdmin || standing.leads.length > 0
    case 'admin-or-workspace-lead':
      return standing.isWorkspaceLead || standing.isSlackAdmin
    default:
      return access satisfies never
  }
}

/** The listed command nearest to a mistyped word: one or two letters away, else none. */
export function didYouMean(word: string, names: readonly string[]): string | undefined {
  const near = names
    .map((name) => ({ name, far: distance(word, name) }))
    .filter(({ name, far }) => far <= (name.length > 4 ? 2 : 1))
    .toSorted((a, b) => a.far - b.far || a.name.localeCompare(b.name))
  return near[0]?.name
}

/** Letters to change, add, drop or swap with the neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array.from({ length: b.length }, () => 0)])
  const at = (i: number, j: number) => (i === 0 ? j : (rows[i]?.[j] ?? 0))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1)
      const row = rows[i]
      if (row) row[j] = least
    }
  }
  return at(a.length, b.length)
}

/** All rooms' listeners as one; two with the same name are a mistake of ours and refused at start. */
export function mergeListeners(all: readonly Listeners[]): Required<Listeners> {
  const merged = {
    commands: all.flatMap((l) => l.commands ?? []),
    actions: all.flatMap((l) => l.actions ?? []),
    submissions: all.flatMap((l) => l.submissions ?? []),
    events: all.flatMap((l) => l.events ?? []),
  }
  refuseTwice(
    'command',
    merged.commands.map((c) => c.name),
  )
  refuseTwice(
    'action',
    merged.actions.map((a) => a.id),
  )
  refuseTwice(
    'form',
    merged.submissions.map((s) => s.id),
  )
  return merged
}

function refuseTwice(what: string, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new Error(`two listeners for the ${what} "${twice}"`)
}

/** What the manifest shows while somebody types /mentor: the first level of what is for everyone. */
export const usageHint = (commands: readonly Command[]): string =>
  `[${[...commands.filter((c) => c.access === 'everyone' && !c.isSecondary).map((c) => c.name), 'help'].join(' | ')}]`
