import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, context, escape, section } from '../../slack/blocks.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { Applied } from '../apply-import.ts'
import type { Change } from '../csv/difference.ts'
import type { Remark } from '../csv/fault.ts'
import type { Ready } from '../import-step.ts'
import type { KnownFacts } from '../csv/facts.ts'
import { factWords } from './fact-words.ts'
import { harmless, remarkText, some } from './notes.ts'

const MAX_SHOWN = 12
const MAX_TEXT = 2900

/** Everything that would change, before anything does. */
export function previewView(copy: Copy, importId: number, ready: Ready): View {
  const { general, peopleList } = copy
  const { added, changed, unchanged, withoutLevel, withoutManager } = ready.difference
  const isNews = added.length + changed.length > 0
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [section(clip(`*${title}*\n${lines.map(escape).join('\n')}`, MAX_TEXT))]
  return modal({
    id: VIEW.peoplePreview,
    title: peopleList.previewTitle,
    close: isNews ? general.cancel : general.close,
    ...(isNews && { submit: peopleList.apply }),
    metadata: `${importId} ${ready.fingerprint}`,
    blocks: [
      section(isNews ? peopleList.previewCounts(added.length, changed.length, unchanged) : peopleList.previewNothing),
      ...part(peopleList.previewAdded, addedLines(copy, added)),
      ...part(
        peopleList.previewChanged,
        some(
          copy,
          changed.map((change) => changeLine(copy, change, ready)),
          MAX_SHOWN,
        ),
      ),
      ...part(peopleList.previewLeftOut, remarkLines(copy, ready.remarks, false)),
      ...part(peopleList.previewTaken, remarkLines(copy, ready.remarks, true)),
      ...(ready.remarks.some((remark) => remark.code === 'unused_columns')
        ? [actions([button(ACTION.peopleColumns, peopleList.mapColumns, String(importId))])]
        : []),
      ...(ready.newSkills.length > 0
        ? [context(clip(escape(peopleList.previewSkills(some(copy, ready.newSkills, MAX_SHOWN).join(', '))), 2000))]
        : []),
      section(peopleList.previewUnknown(harmless(withoutLevel), harmless(withoutManager))),
      ...(isNews ? [context(peopleList.previewPromise)] : []),
    ],
  })
}

/** What was written. */
export const appliedView = ({ general, peopleList }: Copy, applied: Applied): View =>
  modal({
    id: VIEW.notice,
    title: peopleList.appliedTitle,
    close: general.close,
    blocks: [
      section(peopleList.applied(applied.people, applied.facts)),
      section(peopleList.previewUnknown(harmless(applied.withoutLevel), harmless(applied.withoutManager))),
    ],
  })

/** A circle is the one remark about something that is written all the same: it stands under a title of its own. */
const remarkLines = (copy: Copy, remarks: readonly Remark[], areTaken: boolean): readonly string[] =>
  some(
    copy,
    remarks.filter(({ code }) => (code === 'manager_circle') === areTaken).map((remark) => remarkText(copy, remark)),
    MAX_SHOWN,
  )

function addedLines({ peopleList }: Copy, added: readonly Change[]): string[] {
  const byFact = Map.groupBy(added, (change) => change.fact)
  return [...byFact].map(([fact, changes]) => peopleList.addedOf(changes.length, peopleList.fact[fact]))
}

/** "Ana Ruiz, level: 3 becomes 4", with people, skills and languages by name. */
function changeLine(copy: Copy, { personId, fact, from, to }: Change, { people, labels }: Ready): string {
  const nameOf = (id: string) => people.get(id)?.name ?? id
  const labelOf = (id: string) => labels.get(id) ?? id
  // what a Change holds of a fact is a value of that fact, or null
  const said = (value: unknown) => factWords(copy, { nameOf, labelOf }, { [fact]: value } as Partial<KnownFacts>, fact)
  return copy.peopleList.change(nameOf(personId), copy.peopleList.fact[fact], said(from), said(to))
}
