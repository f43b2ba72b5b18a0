import { refusalText } from '../../copy/copy.ts'
import { refuse, type Result } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { form } from '../../slack/form.ts'
import { ACTION, readId, VIEW } from '../../slack/ids.ts'
import type { Call, Listeners, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import { applyImport } from '../apply-import.ts'
import { wordKey } from '../csv/cells.ts'
import type { Column } from '../csv/columns.ts'
import { importHeaders } from '../import-headers.ts'
import type { PeopleSide } from '../people-side.ts'
import { continueImport, prepareImport } from '../prepare-import.ts'
import { tellImportRead } from '../tell-import-read.ts'
import { columnsView, FIELD, fileView, MAPPED, NOT_THERE } from '../views/import-view.ts'
import { faultText, noticeView } from '../views/notes.ts'
import { appliedView } from '../views/preview-view.ts'
import { refused, stepView } from './step-view.ts'

/** How long a form waits for the file before it says that the result comes as a message. */
const PATIENCE_MS = 1_500

/** Errors beside a field are short; more faults than these get a window. */
const MAX_FAULTS = 5

/** The import, from the file to Apply. */
export const importListeners = (deps: Deps, side: PeopleSide): Listeners => ({
  actions: [
    { id: ACTION.peopleImportOpen, access: 'lead', run: (call) => call.open(fileView(call.copy)) },
    {
      id: ACTION.peopleShow,
      access: 'lead',
      run: async (call) => {
        const step = await continueImport(deps, side.directory, { ...draftOf(call, call.value) })
        await call.open(stepView(call, step))
      },
    },
    {
      id: ACTION.peopleFaults,
      access: 'lead',
      run: async (call) => {
        const [importId = '', page] = call.value.split('/')
        await call.update(
          stepView(call, await continueImport(deps, side.directory, draftOf(call, importId)), Number(page) || 1),
        )
      },
    },
    {
      id: ACTION.peopleColumns,
      access: 'lead',
      run: async (call) => {
        const draft = draftOf(call, call.value)
        const headers = await importHeaders(deps, draft)
        await call.update(
          headers.ok ? columnsView(call.copy, draft.importId, headers.value) : refused(call, headers.refusal),
        )
      },
    },
  ],
  submissions: [
    { id: VIEW.peopleImport, access: 'lead', run: (call) => takeFile(deps, side, call) },
    { id: VIEW.peopleColumns, access: 'lead', run: (call) => takeColumns(deps, side, call) },
    { id: VIEW.peopleLevels, access: 'lead', run: (call) => takeLevels(deps, side, call) },
    {
      id: VIEW.peoplePreview,
      access: 'lead',
      run: async (call) => {
        const [importId = '', fingerprint = ''] = call.metadata.split(' ')
        const applied = await applyImport(deps, { ...draftOf(call, importId), fingerprint }, call.now)
        return { update: applied.ok ? appliedView(call.copy, applied.value) : refused(call, applied.refusal) }
      },
    },
  ],
})

async function takeFile(deps: Deps, side: PeopleSide, call: SubmissionCall): Promise<SubmissionAnswer> {
  const [fileId] = form(call.values).files(FIELD.file)
  if (fileId === undefined) return { errors: { [FIELD.file]: call.copy.peopleList.chooseFile } }
  const { workspaceId, userId: by, now } = call
  const read = side.files
    .download(fileId, by)
    .then((fetched) => prepareImport(deps, side.directory, { workspaceId, by, fetched }, now))
  const step = await Promise.race([read, patience()])
  if (step === undefined) {
    const { importTitle, stillReading } = call.copy.peopleList
    return {
      update: noticeView(call.copy, importTitle, stillReading),
      later: tellImportRead(deps, { workspaceId, by, read }, now),
    }
  }
  if (!step.ok) return { errors: { [FIELD.file]: refusalText(call.copy, step.refusal) } }
  if (step.value.is !== 'faulty') return { update: stepView(call, step) }
  if (step.value.faults.length > MAX_FAULTS) return { update: stepView(call, step) }
  const sentences = step.value.faults.map((fault) => faultText(call.copy, fault))
  return { errors: { [FIELD.file]: [...sentences, call.copy.peopleList.faultsGoOnShort].join('\n') } }
}

const patience = () => new Promise<undefined>((resolve) => void setTimeout(resolve, PATIENCE_MS, undefined).unref())

async function takeColumns(deps: Deps, side: PeopleSide, call: SubmissionCall): Promise<SubmissionAnswer> {
  const draft = draftOf(call, call.metadata)
  const headers = await importHeaders(deps, draft)
  if (!headers.ok) return { update: refused(call, headers.refusal) }
  const chosen = form(call.values)
  const mapping: Partial<Record<Column, string>> = {}
  for (const column of MAPPED) {
    const choice = chosen.choice(column)
    const header = headers.value[Number(choice)]
    if (choice !== NOT_THERE && choice !== '' && header !== undefined) mapping[column] = header
  }
  if (!mapping.id && !mapping.email) return { errors: { id: call.copy.peopleList.columnWhoNeeded } }
  return { update: stepView(call, await continueImport(deps, side.directory, { ...draft, mapping })) }
}

async function takeLevels(deps: Deps, side: PeopleSide, call: SubmissionCall): Promise<SubmissionAnswer> {
  const draft = draftOf(call, call.metadata)
  const levelOrder = form(call.values)
    .text(FIELD.levels)
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const words = await levelWordsOf(deps, side, draft)
  if (!words.ok) return { update: refused(call, words.refusal) }
  const same = new Set([...levelOrder, ...words.value].map(wordKey)).size === words.value.length
  if (!same || levelOrder.length !== words.value.length) {
    return { errors: { [FIELD.levels]: call.copy.peopleList.levelsWrong(words.value.join(', ')) } }
  }
  return { update: stepView(call, await continueImport(deps, side.directory, { ...draft, levelOrder })) }
}

/** The words that wait for their order. */
async function levelWordsOf(
  deps: Deps,
  side: PeopleSide,
  draft: ReturnType<typeof draftOf>,
): Promise<Result<readonly string[]>> {
  const step = await continueImport(deps, side.directory, draft)
  if (!step.ok) return step
  return step.value.is === 'unordered' ? { ok: true, value: step.value.words } : refuse('form_out_of_date')
}

/** An id from a button or a form is only a pointer: the file behind it is the asker's own, or there is none. */
const draftOf = (call: Call, importId: string) => ({
  workspaceId: call.workspaceId,
  by: call.userId,
  importId: readId(importId),
})
