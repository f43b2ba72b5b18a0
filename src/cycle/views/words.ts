import type { Copy } from '../../copy/copy.ts'
import { seenBy } from '../../copy/copy.ts'
import { eye, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { input, modal, textInput } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import { LONGEST_WORDS } from '../check-in.ts'
import { referenceText } from '../reference.ts'
import type { Place } from '../scene.ts'

/** The form for a few words about a talk. @param initial one's own words so far */
export const wordsView = (copy: Copy, { scene, cycle }: Place, initial: string): View =>
  modal({
    id: VIEW.words,
    title: copy.cycle.checkIn.wordsTitle,
    submit: copy.cycle.checkIn.wordsSave,
    close: copy.general.cancel,
    metadata: referenceText(scene.pair.id, cycle.on),
    blocks: [
      input('words', copy.cycle.checkIn.wordsLabel, textInput({ multiline: true, max: LONGEST_WORDS, initial })),
      eye(seenBy(copy, 'words')),
    ],
  })

/** What the form turns into once the words are kept. */
export const wordsSavedView = (copy: Copy): View =>
  modal({
    id: VIEW.notice,
    title: copy.cycle.checkIn.wordsTitle,
    close: copy.general.close,
    blocks: [section(copy.cycle.checkIn.wordsKept)],
  })
