import type { MessageKinds, Planner } from '../delivery/delivery.ts'
import { continueImport } from './prepare-import.ts'
import { forgetDrafts } from './import-store.ts'
import type { PeopleSide } from './people-side.ts'
import { syncPeople } from './sync.ts'
import { syncedAt } from './sync-store.ts'
import { IMPORT_READ } from './tell-import-read.ts'
import { importReadMessage } from './views/import-read-view.ts'

const DAY_MS = 86_400_000
/** when Slack could not be read, the next try comes this much later */
const RETRY_MS = 900_000

/** Reads the whole directory once a day: who left, came or moved while nobody told. */
export const peoplePlanners = ({ directory, onChanged }: PeopleSide): readonly Planner[] => [
  {
    name: 'people.directory',
    async plan(deps, workspaceId, now) {
      const last = await syncedAt(deps.db, workspaceId)
      if (last !== null && now.getTime() - last.getTime() < DAY_MS) return
      await forgetDrafts(deps.db, workspaceId, new Date(now.getTime() - DAY_MS))
      await syncPeople(deps, workspaceId, await directory.listUsers(), now, { isComplete: true, onChanged })
    },
    async nextAt(db, workspaceId, now) {
      const last = await syncedAt(db, workspaceId)
      return new Date(Math.max((last?.getTime() ?? 0) + DAY_MS, now.getTime() + RETRY_MS))
    },
  },
]

/** The one message of this room: a list that took long to read. */
export const peopleMessages = ({ directory }: PeopleSide): MessageKinds => ({
  [IMPORT_READ]: {
    priority: 0,
    isUnasked: false,
    isNow: true,
    async render(deps, row) {
      const importId = Number(row.subject)
      const { workspaceId, recipient: by } = row
      const step = await continueImport(deps, directory, { workspaceId, by, importId })
      if (!step.ok && step.refusal.code === 'form_out_of_date') return { skip: 'another list was sent since' }
      return { to: { person: by }, message: importReadMessage(deps.copy, importId, step) }
    },
  },
})
