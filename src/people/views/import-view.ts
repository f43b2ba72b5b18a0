import type { Copy } from '../../copy/copy.ts'
import { escape, option, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { fileInput, input, modal, select, textInput } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import { type Column, matchHeaders } from '../csv/columns.ts'
import type { Fault } from '../csv/fault.ts'
import { faultText, some } from './notes.ts'

/** Fields of the forms; block ids, as errors name them. */
export const FIELD = { file: 'people', levels: 'levels' } as const

/** Columns a lead can point at. */
export const MAPPED = ['id', 'email', 'level', 'team', 'site', 'manager_id'] as const satisfies readonly Column[]

/** What "not in the file" is called in a form. */
export const NOT_THERE = '-'

const MAX_SHOWN = 20

/** Where the file is handed in. */
export const fileView = ({ general, peopleList }: Copy): View =>
  modal({
    id: VIEW.peopleImport,
    title: peopleList.importTitle,
    submit: peopleList.read,
    close: general.cancel,
    blocks: [
      section(peopleList.importText),
      input(FIELD.file, peopleList.file, fileInput(['csv', 'tsv', 'txt'], 'file'), { hint: peopleList.fileHint }),
    ],
  })

/** Which column is which; asked where none of them says who the people are, or when a lead wants to. */
export function columnsView({ general, peopleList }: Copy, importId: number, headers: readonly string[]): View {
  const { at } = matchHeaders(headers, {})
  const known = (column: Column) => (at.has(column) ? String(at.get(column)) : NOT_THERE)
  const choices = [
    option(peopleList.columnNone, NOT_THERE),
    ...headers.flatMap((header, i) => (header === '' ? [] : [option(header, String(i))])),
  ]
  const label = (column: (typeof MAPPED)[number]) =>
    column === 'id' ? peopleList.columnWho : column === 'email' ? peopleList.columnEmail : peopleList.column[column]
  return modal({
    id: VIEW.peopleColumns,
    title: peopleList.columnsTitle,
    submit: peopleList.goOn,
    close: general.cancel,
    metadata: String(importId),
    blocks: [
      section(peopleList.columnsText),
      ...MAPPED.map((column) => input(column, label(column), select(choices, known(column)))),
    ],
  })
}

/** The words of the levels, to be put in order. */
export const levelsView = ({ general, peopleList }: Copy, importId: number, words: readonly string[]): View =>
  modal({
    id: VIEW.peopleLevels,
    title: peopleList.levelsTitle,
    submit: peopleList.goOn,
    close: general.cancel,
    metadata: String(importId),
    blocks: [
      section(peopleList.levelsText),
      input(FIELD.levels, peopleList.levels, textInput({ multiline: true, initial: words.join('\n') }), {
        hint: peopleList.levelsHint,
      }),
    ],
  })

/** What keeps a file from being read. */
export const faultsView = (copy: Copy, faults: readonly Fault[]): View =>
  modal({
    id: VIEW.notice,
    title: copy.peopleList.faultsTitle,
    close: copy.general.close,
    blocks: [
      section(copy.peopleList.faultsIntro(faults.length)),
      section(
        some(
          copy,
          faults.map((fault) => escape(faultText(copy, fault))),
          MAX_SHOWN,
        ).join('\n'),
      ),
    ],
  })
