import type { World } from '../world.ts'
import { handleOf } from '../web-api/user-object.ts'

/** words that a name may have after its @ */
const NAME_WORDS = 5

/**
 * A command's text as the app gets it. With `should_escape` in the manifest, a person named after an `@` (by name or id)
 * becomes `<@U01|ana.ruiz>`, and `&`, `<`, `>` are escaped; a name nobody bears stays as it was typed.
 */
export function escapeText(world: World, text: string, shouldEscape: boolean): string {
  if (!shouldEscape) return text
  const pieces = text.split(/(<@[UW][A-Z0-9]+(?:\|[^>]*)?>|@)/)
  let out = ''
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i] ?? ''
    const typed = /^<@([UW][A-Z0-9]+)/.exec(piece)?.[1]
    const named = piece === '@' ? nameAt(world, pieces[i + 1] ?? '') : null
    if (typed !== undefined) out += mention(world, typed) ?? escape(piece)
    else if (named) {
      out += named.mention
      pieces[i + 1] = named.rest
    } else out += escape(piece)
  }
  return out
}

/** The longest name that a text begins with. */
function nameAt(world: World, text: string): { mention: string; rest: string } | null {
  const words = text.split(' ').slice(0, NAME_WORDS)
  for (let n = words.length; n > 0; n -= 1) {
    const name = words.slice(0, n).join(' ')
    const bare = name.replace(/[.,;:!?)]+$/, '')
    const id = world.index.names.get(bare.toLowerCase())
    const found = id === undefined ? null : mention(world, id)
    if (found) return { mention: found, rest: text.slice(bare.length) }
  }
  return null
}

function mention(world: World, id: string): string | null {
  const user = world.store.rows.user.get(id)
  return user ? `<@${id}|${handleOf(user.name)}>` : null
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
