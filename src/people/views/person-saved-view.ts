import type { Copy } from '../../copy/copy.ts'
import { clip, context, escape, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { Change } from '../csv/difference.ts'
import type { PersonLook } from '../look-at-person.ts'
import { factWords, saidWords } from './fact-words.ts'

const MAX_TEXT = 2900
const MAX_CONTEXT = 1900

/** What was written of one person, and where their own answers count nevertheless. */
export function personSavedView(
  copy: Copy,
  look: PersonLook,
  { changes, newSkills }: { readonly changes: readonly Change[]; readonly newSkills: readonly string[] },
): View {
  const { general, personForm, peopleList } = copy
  const lines = changes.map(({ fact, from, to }) =>
    personForm.change(
      peopleList.fact[fact],
      factWords(copy, look, { [fact]: from }, fact),
      factWords(copy, look, { [fact]: to }, fact),
    ),
  )
  const stays = changes.flatMap(({ fact }) =>
    saidWords(copy, look, fact).map((sentence) => personForm.stays(peopleList.fact[fact], sentence)),
  )
  return modal({
    id: VIEW.notice,
    title: personForm.savedTitle,
    close: general.close,
    blocks: [
      section(personForm.saved(escape(look.person.name))),
      section(bullets(lines)),
      ...(stays.length > 0 ? [section(personForm.staysTitle), section(bullets(stays))] : []),
      ...(newSkills.length > 0
        ? [context(clip(escape(peopleList.previewSkills(newSkills.join(', '))), MAX_CONTEXT))]
        : []),
    ],
  })
}

const bullets = (lines: readonly string[]): string =>
  clip(lines.map((line) => `• ${escape(line)}`).join('\n'), MAX_TEXT)
