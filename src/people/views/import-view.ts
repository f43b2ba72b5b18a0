import type { Copy } from '../../copy/copy.ts'
import { option, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { fileInput, input, modal, select, textInput } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import { type Column, matchHeaders } from '../csv/columns.ts'

/** Fields of the forms; block ids, as errors name them. */
export const FIELD = { file: 'people', levels: 'levels' } as const

/** Columns a lead can point at. */
export const MAPPED = ['id', 'email', 'level', 'team', 'site', 'manager_id'] as const satisfies readonly Column[]

/** What "not in the file" is called in a form. */
export const NOT_THERE = '-'

/** Where the file is handed in. */
export const fileView = ({ general, peopleList }: Copy): View =>
  modal({
    id: VIEW.peopleImport,
    title: peopleList.importTitle,
    submit: peopleList.read,
    close: general.cancel,
    blocks: [section(peopleList.importText), fileField(peopleList)],
  })

/**
 * The field for the file; its hint names the columns.
 * @param action another one in the window for the next try, or Slack would show the file of the last there
 */
export const fileField = (words: Copy['peopleList'], action: 'file' | 'corrected' = 'file') =>
  input(FIELD.file, words.file, fileInput(['csv', 'tsv', 'txt'], action), { hint: words.fileHint })

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
