import { ACTION, member } from '../../slack/ids.ts'
import { buttonsOf, type Pressable } from '../buttons.ts'
import { draw } from '../draw.ts'
import { press, pressThis } from '../press.ts'
import { asItStands, type Stage } from '../stage.ts'

/** Between two taps one reads. */
const READING_MS = 20_000

/** Share of talks of which something came. */
const SOMETHING = 0.12

/** Answers a check-in: met or not, and if so what it was worth. Both partners remember the same talk. */
export async function checkIn(stage: Stage, talk: string): Promise<void> {
  const { seed, me } = stage
  if (!tookPlace(stage, talk)) {
    await press(stage, ACTION.notMet)
    return
  }
  await press(stage, ACTION.met)
  await tapScale(stage, ACTION.worth, rating(seed, me.kindness, me.id, talk, 'worth'))
  await tapScale(stage, ACTION.confident, rating(seed, 3.2 + progress(stage), me.id, talk, 'confident'))
  await tapScale(stage, ACTION.heard, rating(seed, 3.3 + progress(stage), me.id, talk, 'heard'))
  if (draw(seed, me.id, talk, 'something') < SOMETHING) {
    await stage.clock.sleep(stage.clock.now() + READING_MS)
    await press(stage, ACTION.somethingCame)
  }
}

/** Whether the two met is settled by the talk, not by who is asked. */
const tookPlace = ({ seed, me }: Stage, talk: string): boolean => draw(seed, talk, 'met') < 0.55 + 0.2 * me.meets

/** Taps one of five, where the message as it stands now offers them. */
async function tapScale(stage: Stage, id: string, value: number): Promise<void> {
  const shown = asItStands(stage)
  const button: Pressable | undefined = shown && buttonsOf(shown).find((b) => b.actionId === member(id, value))
  if (!button) return
  await stage.clock.sleep(stage.clock.now() + READING_MS)
  await pressThis(stage, button)
}

/** From 1 to 5, around what somebody tends to say. */
const rating = (seed: number, around: number, ...about: string[]): number =>
  Math.min(5, Math.max(1, Math.round(around + 1.6 * (draw(seed, ...about) - 0.5))))

/** Confidence grows a little from month to month. */
const progress = ({ clock }: Stage): number =>
  Math.min(0.8, Math.max(0, (clock.now() - Date.UTC(2026, 1)) / (365 * 86_400_000)))
