import type { Button, KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { actions, header, section } from '../../slack/blocks.ts'
import type { HomeView, Message } from '../../slack/message.ts'
import { helpButton } from '../../slack/views.ts'
import type { Home } from '../home.ts'
import { leadBlocks, leadButton } from './lead-blocks.ts'
import { mineButtons } from './mine-buttons.ts'
import { pairBlock, pastBlocks, restBlock, waitBlock } from './pair-blocks.ts'

/** The answer to `/mentor` and `/mentor status`: where I stand, and at most three buttons. */
export const statusMessage = (copy: Copy, home: Home): Message => ({
  text: copy.home.line,
  blocks: [...standBlocks(copy, home), actions(buttons(copy, home, true))],
})

/** App Home says the same, and what was before. */
export const homeView = (copy: Copy, home: Home): HomeView => ({
  type: 'home',
  blocks: [
    header(copy.home.title),
    ...standBlocks(copy, home),
    actions(buttons(copy, home, false)),
    ...pastBlocks(copy, home.past),
  ],
})

/** programs and pairs shown at most; a message holds 50 blocks */
const MOST_OF_EACH = 10

function standBlocks(copy: Copy, home: Home): readonly KnownBlock[] {
  const words = copy.home
  if (!home.isSetUp)
    return [section(words.whatItIs), section(words.notSetUp(home.isSlackAdmin ? words.you : words.anyAdmin))]
  if (!home.isMember) return [section(words.guestOrBot)]
  const mine = [
    ...home.pairs.slice(0, MOST_OF_EACH).map((pair) => pairBlock(copy, pair, home)),
    ...home.waits.slice(0, MOST_OF_EACH).map((wait) => waitBlock(copy, wait)),
    ...home.rests.slice(0, MOST_OF_EACH).map((rest) => restBlock(copy, rest)),
  ]
  const open = home.joinable.length === 0 ? words.noneOpen : words.joinable(home.joinable.length)
  return [
    ...(mine.length > 0 ? mine : [section(words.whatItIs), section(`${words.notIn} ${open}`)]),
    ...(home.lead ? leadBlocks(copy, home.lead).slice(0, MOST_OF_EACH) : []),
  ]
}

/** The most useful two, and all commands: nobody needs more. */
function buttons(copy: Copy, home: Home, canRedraw: boolean): readonly Button[] {
  const lead = home.lead && leadButton(copy, home.lead, canRedraw)
  const found = home.isSetUp && home.isMember ? [...(lead ? [lead] : []), ...mineButtons(copy, home)] : []
  return [...found.slice(0, 2), helpButton(copy)]
}
