import { ACTION } from '../../slack/ids.ts'
import { inputsOf } from '../buttons.ts'
import { draw } from '../draw.ts'
import { open, submit } from '../press.ts'
import type { Stage } from '../stage.ts'
import { workingMoment } from '../working-hours.ts'

/** Writes down a day within the next two weeks, in one's own working hours. */
export async function setDate(stage: Stage, talk: string): Promise<void> {
  const { seed, me, clock } = stage
  const view = await open(stage, ACTION.dateOpen)
  const field = view && inputsOf(view).get('talk_at')
  if (!view || !field) return
  const days = 2 + Math.floor(10 * draw(seed, me.id, talk, 'days'))
  const at = workingMoment(clock.now(), me.tz, days, 10 + Math.floor(6 * draw(seed, me.id, talk, 'hour')))
  await submit(stage, view, { talk_at: { [field.actionId]: Math.floor(at / 1000) } })
}
