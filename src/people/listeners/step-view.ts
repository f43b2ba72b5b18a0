import { refusalText } from '../../copy/copy.ts'
import type { Result } from '../../copy/refusal.ts'
import type { Call } from '../../slack/listener.ts'
import type { View } from '../../slack/message.ts'
import type { ImportStep } from '../prepare-import.ts'
import { faultsView } from '../views/faults-view.ts'
import { columnsView, levelsView } from '../views/import-view.ts'
import { noticeView } from '../views/notes.ts'
import { previewView } from '../views/preview-view.ts'

/** What to show of a file as far as it could be read. @param page of its faults */
export function stepView(call: Call, step: Result<ImportStep>, page = 1): View {
  if (!step.ok) return refused(call, step.refusal)
  const { value } = step
  switch (value.is) {
    case 'faulty':
      return faultsView(call.copy, value.importId, value.faults, page)
    case 'unnamed':
      return columnsView(call.copy, value.importId, value.headers)
    case 'unordered':
      return levelsView(call.copy, value.importId, value.words)
    case 'ready':
      return previewView(call.copy, value.importId, value)
    default:
      return value satisfies never
  }
}

export const refused = (call: Call, refusal: Parameters<typeof refusalText>[1]): View =>
  noticeView(call.copy, call.copy.peopleList.importTitle, refusalText(call.copy, refusal))
