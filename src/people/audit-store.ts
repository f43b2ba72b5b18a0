import type { Db } from '../database/deps.ts'

/** One act of somebody with a responsibility: who, what, about what. Never what anybody answered. */
export interface Act {
  readonly actorId: string
  /** `lead.add`, `people.import` ... */
  readonly verb: string
  /** id of the program, person ... it was about; '' for the workspace */
  readonly subject: string
  readonly detail?: Readonly<Record<string, string | number | null>>
}

/** Keeps an act for the company's own records. */
export async function recordAct(db: Db, workspaceId: string, act: Act, now: Date): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      workspace_id: workspaceId,
      at: now,
      actor_id: act.actorId,
      verb: act.verb,
      subject: act.subject,
      detail: JSON.stringify(act.detail ?? {}),
    })
    .execute()
}
