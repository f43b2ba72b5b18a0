import { App, HTTPReceiver, LogLevel, SocketModeReceiver, type ReceiverEvent } from '@slack/bolt'
import { TOKENS, aSandbox, type Options, type Running } from './server.ts'

/** A sandbox whose app is a real Bolt app, with `listen` to register its listeners. */
export async function withBolt(
  transport: 'http' | 'socket',
  listen: (app: App, running: () => Running) => void,
  options: Options = {},
): Promise<Running> {
  let stop: (() => Promise<unknown>) | undefined
  const running: Running = await aSandbox({
    ...options,
    transport,
    async restart(sandbox) {
      await stop?.()
      stop = await startBolt(transport, sandbox, (app) => listen(app, () => sandbox))
    },
  })
  const end = running.stop.bind(running)
  running.stop = async () => {
    await stop?.()
    await end()
  }
  return running
}

async function startBolt(
  transport: 'http' | 'socket',
  running: Running,
  listen: (app: App) => void,
): Promise<() => Promise<unknown>> {
  const clientOptions = { slackApiUrl: running.sandbox.apiUrl(), retryConfig: { retries: 0 } }
  const quiet = { logLevel: LogLevel.ERROR }
  const http = new HTTPReceiver({ signingSecret: TOKENS.signingSecret, ...quiet })
  const receiver =
    transport === 'http'
      ? http
      : new SocketModeReceiver({ appToken: TOKENS.app, installerOptions: { clientOptions }, ...quiet })
  const app = new App({ token: TOKENS.bot, receiver, clientOptions, ...quiet, deferInitialization: true })
  await app.init()
  listen(app)
  const counted = { processEvent: (event: ReceiverEvent) => running.clock.work('bolt', () => app.processEvent(event)) }
  // Receivers use nothing of the app but processEvent.
  receiver.init(counted as App)
  running.app = (request, response) => http.requestListener(request, response)
  if (transport === 'socket') await receiver.start(0)
  return async () => (transport === 'socket' ? receiver.stop() : undefined)
}
