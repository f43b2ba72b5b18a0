import { type Copy, refusalText } from '../copy/copy.ts'
import { done, type Refusal, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import type { SlackFiles } from '../people/slack-files.ts'
import { programToLead } from '../program/program-to-lead.ts'
import { noProgramMessage } from '../program/views/which-program-view.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import { escape } from '../slack/blocks.ts'
import { ACTION } from '../slack/ids.ts'
import type { ActionCall, Call, Command, Listeners } from '../slack/listener.ts'
import type { Message } from '../slack/message.ts'
import { plainMessage } from '../slack/views.ts'
import { makeReport } from './make-report.ts'
import { reportCsv } from './report-csv.ts'
import { requestReport } from './request-report.ts'
import { countedView } from './views/counted-view.ts'
import { headline } from './views/headline.ts'
import { reportMessage } from './views/report-view.ts'

/** `/mentor report` and the buttons under it. */
export function reportListeners(deps: Deps, files: SlackFiles): Listeners {
  /** A button's value names a program; whether this lead leads it is looked up. */
  const asLead = (run: (call: ActionCall, program: Program) => Promise<void>) => async (call: ActionCall) => {
    const program = await programOf(deps, call)
    return program.ok ? run(call, program.value) : call.reply(say(call.copy, program.refusal))
  }
  return {
    commands: [reportCommand(deps, files)],
    actions: [
      {
        id: ACTION.reportCounted,
        access: 'lead',
        run: asLead(async (call, program) =>
          call.open(countedView(call.copy, await makeReport(deps, call.workspaceId, program, call.now))),
        ),
      },
      {
        id: ACTION.reportRefresh,
        access: 'lead',
        run: asLead(async (call, program) =>
          call.redraw(reportMessage(call.copy, await makeReport(deps, call.workspaceId, program, call.now), call.now)),
        ),
      },
      {
        id: ACTION.reportCsv,
        access: 'lead',
        run: asLead(async (call, program) => call.reply(await sendCsv(deps, files, call, program))),
      },
    ],
  }
}

const reportCommand = (deps: Deps, files: SlackFiles): Command => ({
  name: 'report',
  access: 'lead',
  run: async (call) => {
    const asksFile = /(^|\s)csv$/iu.test(call.rest)
    const program = await programToLead(deps.db, call, call.rest.replace(/(^|\s)csv$/iu, '').trim(), 'begun')
    const again = (name: string) => `report ${name}${asksFile ? ' csv' : ''}`
    if (!program.ok) return noProgramMessage(call.copy, program.refusal, again)
    if (asksFile) return sendCsv(deps, files, call, program.value)
    const facts = await makeReport(deps, call.workspaceId, program.value, call.now)
    await requestReport(deps, { workspaceId: call.workspaceId, program: program.value, by: call.userId }, call.now)
    return plainMessage(`${headline(call.copy, facts)}\n${call.copy.report.sent(escape(program.value.name))}`)
  },
})

async function sendCsv(deps: Deps, files: SlackFiles, call: Call, program: Program): Promise<Message> {
  const { copy } = call
  const facts = await makeReport(deps, call.workspaceId, program, call.now)
  const name = copy.report.csv.fileName(program.name, call.now.toISOString().slice(0, 10))
  const sent = await files.upload(
    { name, bytes: reportCsv(copy, facts), comment: copy.report.notice(program.name) },
    call.userId,
  )
  return sent.ok ? plainMessage(copy.report.csv.done) : say(copy, sent.refusal)
}

async function programOf(deps: Deps, { workspaceId, value, standing }: ActionCall): Promise<Result<Program>> {
  const id = Number(value)
  const program = Number.isSafeInteger(id) ? await findProgram(deps.db, workspaceId, id) : undefined
  if (!program) return refuse('message_out_of_date')
  return standing.isWorkspaceLead || standing.leads.includes(program.id) ? done(program) : refuse('not_allowed')
}

const say = (copy: Copy, refusal: Refusal): Message => plainMessage(refusalText(copy, refusal))
