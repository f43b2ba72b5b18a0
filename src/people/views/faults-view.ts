import type { KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { actions, button, context, escape, section } from '../../slack/blocks.ts'
import { ACTION, member, VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { Fault } from '../csv/fault.ts'
import { fileField } from './import-view.ts'
import { faultText } from './notes.ts'

/** Lines of a page. */
const FAULTS_A_PAGE = 20
/** Slack takes 3,000 characters in a section. */
const MAX_SECTION = 2900

/**
 * All that keeps a file from being read, a page at a time, with how to go on and the field for the corrected file.
 * @param wanted from 1; what lies outside is brought inside
 */
export function faultsView(copy: Copy, importId: number, faults: readonly Fault[], wanted = 1): View {
  const { general, peopleList } = copy
  const pages = Math.max(1, Math.ceil(faults.length / FAULTS_A_PAGE))
  const page = Math.min(Math.max(1, wanted), pages)
  const shown = faults.slice((page - 1) * FAULTS_A_PAGE, page * FAULTS_A_PAGE)
  const turn = (which: 'previous' | 'next', to: number) =>
    button(member(ACTION.peopleFaults, which), peopleList[which], `${importId}/${to}`)
  return modal({
    id: VIEW.peopleImport,
    title: peopleList.faultsTitle,
    submit: peopleList.read,
    close: general.close,
    blocks: [
      section(`${peopleList.faultsIntro(faults.length)} ${peopleList.faultsGoOn}`),
      ...faultSections(copy, shown),
      ...(pages === 1
        ? []
        : [
            actions([
              ...(page > 1 ? [turn('previous', page - 1)] : []),
              ...(page < pages ? [turn('next', page + 1)] : []),
            ]),
            context(peopleList.faultsPage(page, pages)),
          ]),
      fileField(peopleList, 'corrected'),
    ],
  })
}

/** One line a fault, in as many sections as they need. */
export function faultSections(copy: Copy, faults: readonly Fault[], rest: readonly string[] = []): KnownBlock[] {
  const texts: string[] = []
  for (const line of [...faults.map((fault) => escape(faultText(copy, fault))), ...rest]) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + line.length < MAX_SECTION) texts[texts.length - 1] = `${last}\n${line}`
    else texts.push(line)
  }
  return texts.map((text) => section(text))
}
