import { refusalText } from '../copy/copy.ts'
import { type Refusal, refuse } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { ACTION } from '../slack/ids.ts'
import type { ActionCall, CommandCall, EventListener, Listeners } from '../slack/listener.ts'
import type { Message } from '../slack/message.ts'
import { plainMessage } from '../slack/views.ts'
import { exportPeople } from './export-people.ts'
import { countPeople } from './fact-store.ts'
import { importListeners } from './listeners/import.ts'
import { openPerson, personListeners } from './listeners/person.ts'
import { mentionIn } from './mention.ts'
import type { PeopleSide } from './people-side.ts'
import { syncPeople } from './sync.ts'
import { peopleMessage } from './views/people-view.ts'

/** `/mentor people`, its list, and Slack's news about people. */
export function peopleListeners(deps: Deps, side: PeopleSide): Listeners {
  const { actions = [], submissions = [] } = importListeners(deps, side)
  const person = personListeners(deps, side)
  return {
    commands: [{ name: 'people', access: 'lead', run: (call) => lookAtPeople(deps, side, call) }],
    actions: [...actions, { id: ACTION.peopleExport, access: 'lead', run: (call) => sendList(deps, side, call) }],
    submissions: [...submissions, ...(person.submissions ?? [])],
    events: ['user_change', 'team_join'].map((type) => personEvent(deps, side, type)),
  }
}

async function lookAtPeople(deps: Deps, side: PeopleSide, call: CommandCall): Promise<Message | undefined> {
  if (mentionIn(call.rest)) return openPerson(deps, side, call)
  const focus = await side.focus(deps.db, call, call.rest)
  if (!focus.ok) return plainMessage(refusalText(call.copy, asWritten(call.rest) ?? focus.refusal))
  const counts = await countPeople(deps.db, call.workspaceId, focus.value?.among ?? null)
  const waiting = focus.value ? await side.waiting(deps, call, focus.value.programId) : []
  return peopleMessage(call.copy, counts, focus.value, waiting)
}

/** `@ana` as typed, which Slack did not make a mention, names a person and no program. */
const asWritten = (words: string): Refusal | undefined =>
  words.startsWith('@') ? refuse('person_not_found', { who: words }).refusal : undefined

async function sendList(deps: Deps, side: PeopleSide, call: ActionCall): Promise<void> {
  const { listName, listComment, listSent } = call.copy.peopleList
  const input = { workspaceId: call.workspaceId, by: call.userId, name: listName, comment: listComment }
  const sent = await exportPeople(deps, side.files, input, call.now)
  await call.reply(plainMessage(sent.ok ? listSent : refusalText(call.copy, sent.refusal)))
}

/** Somebody came, left, came back, moved or changed their name. */
const personEvent = (deps: Deps, side: PeopleSide, type: string): EventListener => ({
  type,
  run: async ({ workspaceId, event, now }) => {
    await syncPeople(deps, workspaceId, [event.user], now, { isComplete: false, onChanged: side.onChanged })
  },
})
