import type { StoredMessage } from '../state/rows.ts'

/** What one click, command or submission of a person brought about, as far as that person sees it at once. */
export interface Capture {
  readonly user: string
  /** of the response_url given out with it */
  readonly token: string
  answer: StoredMessage | null
  viewId: string | null
}

/** The interactions that are going on; several of one person at once are told apart by their tokens. */
export class Captures {
  readonly #open = new Map<string, Set<Capture>>()

  begin(user: string, token: string): Capture {
    const capture = { user, token, answer: null, viewId: null }
    const open = this.#open.get(user) ?? new Set()
    this.#open.set(user, open.add(capture))
    return capture
  }

  end(capture: Capture): void {
    const open = this.#open.get(capture.user)
    open?.delete(capture)
    if (open?.size === 0) this.#open.delete(capture.user)
  }

  /** An ephemeral message for this person. */
  answered(user: string, token: string | null, message: StoredMessage): void {
    for (const capture of this.#meant(user, token)) capture.answer = message
  }

  /** A modal of this person was opened or changed. */
  viewed(user: string, token: string | null, viewId: string): void {
    for (const capture of this.#meant(user, token)) capture.viewId = viewId
  }

  /** The interaction with that token; without one, all that are open. */
  #meant(user: string, token: string | null): readonly Capture[] {
    const open = [...(this.#open.get(user) ?? [])]
    const own = open.filter((capture) => capture.token === token)
    return own.length > 0 ? own : open
  }
}
