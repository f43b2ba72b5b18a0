import { refuse } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { form } from '../../slack/form.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import type { Action, Listeners } from '../../slack/listener.ts'
import { answerCheckIn, findAnswered, readWords, writeWords } from '../answer-check-in.ts'
import { type Answer, readStep, type Scale } from '../check-in.ts'
import { checkInMessage } from '../views/check-in.ts'
import { wordsSavedView, wordsView } from '../views/words.ts'
import { fieldError, readForm, readPress, sayItIsOver, sayNo } from './press.ts'

/** Each tap of a check-in is saved as made, and the message drawn anew. */
export const checkInListeners = (deps: Deps): Listeners => ({
  actions: [
    tap(deps, ACTION.met, () => ({ question: 'met', value: true })),
    tap(deps, ACTION.notMet, () => ({ question: 'met', value: false })),
    tap(deps, ACTION.worth, scale('worth')),
    tap(deps, ACTION.learned, scale('learned')),
    tap(deps, ACTION.taught, scale('taught')),
    tap(deps, ACTION.confident, scale('confident')),
    tap(deps, ACTION.heard, scale('heard')),
    tap(deps, ACTION.agreementHolds, yesOrNo('agreement_holds')),
    tap(deps, ACTION.somethingCame, yesOrNo('something_came')),
    openWords(deps),
  ],
  submissions: [
    {
      id: VIEW.words,
      access: 'everyone',
      async run(call) {
        const asked = readForm(call)
        if (!asked) return fieldError(call, refuse('form_out_of_date').refusal, 'words')
        const written = await writeWords(deps, { ...asked, words: form(call.values).text('words') }, call.now)
        return written.ok ? { update: wordsSavedView(call.copy) } : fieldError(call, written.refusal, 'words')
      },
    },
  ],
})

/** @param answerOf undefined for a choice the button never had */
const tap = (deps: Deps, id: string, answerOf: (choice: string) => Answer | undefined): Action => ({
  id,
  access: 'everyone',
  keep: true,
  async run(call) {
    const asked = await readPress(call)
    if (!asked) return
    const answer = answerOf(asked.choice)
    if (!answer) return sayNo(call, refuse('message_out_of_date').refusal)
    const answered = await answerCheckIn(deps, { ...asked, answer }, call.now)
    if (!answered.ok) return sayItIsOver(call, answered.refusal)
    await call.redraw(checkInMessage(call.copy, answered.value))
  },
})

const scale =
  (question: Scale) =>
  (choice: string): Answer | undefined => {
    const value = readStep(choice)
    return value === undefined ? undefined : { question, value }
  }

const yesOrNo =
  (question: 'agreement_holds' | 'something_came') =>
  (choice: string): Answer | undefined =>
    choice === 'yes' || choice === 'no' ? { question, value: choice === 'yes' } : undefined

const openWords = (deps: Deps): Action => ({
  id: ACTION.words,
  access: 'everyone',
  async run(call) {
    const asked = await readPress(call)
    if (!asked) return
    const answered = await findAnswered(deps.db, asked, call.now)
    if (!answered.ok) return sayItIsOver(call, answered.refusal)
    await call.open(wordsView(call.copy, answered.value, await readWords(deps, answered.value)))
  },
})
