import type { Block, KnownBlock, ModalView } from '@slack/types'

/** A message as Slack takes it. `text` is the notification line and what a screen reader says; at most 90 characters of it show. */
export interface Message {
  readonly text: string
  /** `Block` besides `KnownBlock`: data_visualization is not in @slack/types 3.2 */
  readonly blocks: readonly (KnownBlock | Block)[]
}

export type View = ModalView

/** App Home. */
export interface HomeView {
  readonly type: 'home'
  readonly blocks: readonly (KnownBlock | Block)[]
}
