import { ACTION } from '../../slack/ids.ts'
import { inputsOf } from '../buttons.ts'
import { pick } from '../draw.ts'
import { open, press, submit } from '../press.ts'
import type { Stage } from '../stage.ts'

const AGREEMENTS = [
  'An hour a month, over lunch. What we say stays between us. Whoever cancels proposes two new times.',
  'Once a month for 45 minutes, walking if the weather allows. We do not talk about other people.',
  'First Thursday of the month, by video. We take turns bringing a question. Nothing is passed on.',
  'About an hour, away from our desks. We tell each other early when a month is too full.',
] as const

/** Writes down what the two agreed in their first talk. */
export async function agree(stage: Stage): Promise<void> {
  const view = await open(stage, ACTION.agreementOpen)
  const words = view && inputsOf(view).get('words')
  if (!view || !words) return
  const text = pick(AGREEMENTS, stage.seed, stage.me.id, 'agreement')
  await submit(stage, view, { words: { [words.actionId]: text } })
}

/** Confirms what the partner wrote. */
export async function confirmAgreement(stage: Stage): Promise<void> {
  await press(stage, ACTION.agreementConfirm)
}
