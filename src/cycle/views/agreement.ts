import type { RichTextBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { seenBy } from '../../copy/copy.ts'
import { firstName } from '../../people/person.ts'
import { actions, button, escape, eye, section } from '../../slack/blocks.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import { input, modal, textInput } from '../../slack/inputs.ts'
import type { Message, View } from '../../slack/message.ts'
import { type Agreed, LONGEST_AGREEMENT } from '../agreement.ts'
import { referenceText } from '../reference.ts'
import { memberOf, type Scene } from '../scene.ts'
import { footer, message, partnerNames } from './parts.ts'

/** The form in which a pair writes down what it agreed. @param initial what stands so far */
export const agreementView = (copy: Copy, scene: Scene, initial: string): View => {
  const words = copy.cycle.agreement
  return modal({
    id: VIEW.agreement,
    title: words.title,
    submit: words.save,
    close: copy.general.cancel,
    metadata: referenceText(scene.pair.id, ''),
    blocks: [
      input(
        'words',
        words.label,
        textInput({ multiline: true, max: LONGEST_AGREEMENT, initial, placeholder: words.placeholder }),
        { hint: words.hint },
      ),
      eye(seenBy(copy, 'agreement')),
    ],
  })
}

/** What was agreed, as that reader may answer it: to confirm, waiting for others, or confirmed by all. */
export function agreementMessage(copy: Copy, { scene, person, agreement }: Agreed): Message {
  const words = copy.cycle.agreement
  const writer = escape(firstName(memberOf(scene, agreement.writtenBy)?.name ?? ''))
  const hasConfirmed = agreement.confirmedBy.includes(person.id)
  const isDone = scene.people.every((one) => agreement.confirmedBy.includes(one.id))
  const change = button(ACTION.agreementOpen, words.change, referenceText(scene.pair.id, ''))
  const confirm = button(ACTION.agreementConfirm, words.confirm, referenceText(scene.pair.id, '', agreement.version))
  return message(words.notice(writer), [
    section(isDone ? words.all(scene.people.length) : hasConfirmed ? words.waits : words.wrote(writer)),
    quote(agreement.words),
    actions(hasConfirmed ? [change] : [confirm, change]),
    eye(seenBy(copy, 'agreement')),
    ...footer(copy, scene.lead),
  ])
}

/** What the form turns into once it is saved. */
export const agreementSavedView = (copy: Copy, { scene, person, agreement }: Agreed): View =>
  modal({
    id: VIEW.notice,
    title: copy.cycle.agreement.title,
    close: copy.general.close,
    blocks: [
      section(copy.cycle.agreement.mine(partnerNames(copy, scene, person.id), scene.people.length > 2)),
      quote(agreement.words),
    ],
  })

/** What people wrote, shown as it is: no markup of theirs comes alive. */
const quote = (text: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }],
})
