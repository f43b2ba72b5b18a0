/** @import { Frame } from './types.js' */

/** How long the page waits before it knocks again at a server that went away. */
const KNOCK_MS = 1_000

/**
 * Follows the sandbox's changes for as long as the page lives, over restarts of the server.
 * @param {(frame: Frame) => void} onFrame
 * @param {() => void} onLost  the server does not answer; called at each failed attempt
 */
export function follow(onFrame, onLost) {
  const source = new EventSource('/_sandbox/stream')
  source.addEventListener('message', (event) =>
    onFrame(/** @type {Frame} the stream's contract */ (JSON.parse(event.data))),
  )
  source.addEventListener('error', () => {
    onLost()
    // After an answer that is no stream the browser gives up for good; otherwise it comes back by itself.
    if (source.readyState !== EventSource.CLOSED) return
    setTimeout(() => follow(onFrame, onLost), KNOCK_MS)
  })
}
