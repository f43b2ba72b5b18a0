import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, context, escape, section } from '../../slack/blocks.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { Applied } from '../apply-import.ts'
import { writeHours } from '../csv/cells.ts'
import type { Change } from '../csv/difference.ts'
import type { Ready } from '../import-step.ts'
import type { Hours, Person } from '../person.ts'
import { remarkText, some } from './notes.ts'

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
          changed.map((change) => changeLine(copy, change, ready.people)),
          MAX_SHOWN,
        ),
      ),
      ...part(
        peopleList.previewRemarks,
        some(
          copy,
          ready.remarks.map((remark) => remarkText(copy, remark)),
          MAX_SHOWN,
        ),
      ),
      ...(ready.remarks.some((remark) => remark.code === 'unused_columns')
        ? [actions([button(ACTION.peopleColumns, peopleList.mapColumns, String(importId))])]
        : []),
      ...(ready.newSkills.length > 0
        ? [context(clip(escape(peopleList.previewSkills(some(copy, ready.newSkills, MAX_SHOWN).join(', '))), 2000))]
        : []),
      section(peopleList.previewUnknown(withoutLevel, withoutManager)),
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
      section(peopleList.previewUnknown(applied.withoutLevel, applied.withoutManager)),
    ],
  })

function addedLines({ peopleList }: Copy, added: readonly Change[]): string[] {
  const byFact = Map.groupBy(added, (change) => change.fact)
  return [...byFact].map(([fact, changes]) => peopleList.addedOf(changes.length, peopleList.fact[fact]))
}

function changeLine(copy: Copy, { personId, fact, from, to }: Change, people: ReadonlyMap<string, Person>): string {
  const said = (value: unknown): string => {
    if (Array.isArray(value)) return value.length === 0 ? copy.peopleList.none : value.join(', ')
    if (fact === 'hours') return writeHours(value as Hours) // a Change of hours has hours
    const text = String(value)
    return fact === 'managerId' ? (people.get(text)?.name ?? text) : text
  }
  return copy.peopleList.change(
    people.get(personId)?.name ?? personId,
    copy.peopleList.fact[fact],
    said(from),
    said(to),
  )
}
