import type { App } from '@slack/bolt'
import type { SlackContext } from './context.ts'
import type { EventListener } from './listener.ts'

/** Events: Bolt has acknowledged them already; the inbox row is what keeps them through a crash. */
export function bindEvents(app: App, context: SlackContext): void {
  for (const listener of context.listeners.events) {
    app.event(listener.type, async ({ event }) => {
      await runEvent(context, listener, { ...event })
    })
  }
}

async function runEvent(
  context: SlackContext,
  listener: EventListener,
  event: Readonly<Record<string, unknown>>,
): Promise<void> {
  await context.boundary.guard(
    { event: listener.type },
    () =>
      listener.run({
        workspaceId: context.workspaceId,
        now: context.now(),
        copy: context.copy,
        event,
        publishHome: async (userId, view) => {
          await context.interactive.views.publish({ user_id: userId, view: { type: 'home', blocks: [...view.blocks] } })
        },
      }),
    async () => {}, // nobody asked, so nobody is told; the log has the reference
  )
}
