import { refuse, type Result, done } from '../../copy/refusal.ts'
import type { Db, Deps } from '../../database/deps.ts'
import { form } from '../../slack/form.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import type { Listeners } from '../../slack/listener.ts'
import { type Asked, findPlace, findPlaceOfPair, isOver } from '../find-cycle.ts'
import type { PairCycle } from '../pair-cycle.ts'
import type { Place } from '../scene.ts'
import { setDate } from '../set-date.ts'
import { suggestSlots } from '../slots.ts'
import { dateSavedView, dateView } from '../views/date.ts'
import { fieldError, readForm, readPress, sayNo } from './press.ts'

const SLOTS_IN_FORM = 3

/** "We have a date": opens the form, sets the date. */
export const dateListeners = (deps: Deps): Listeners => ({
  actions: [
    {
      id: ACTION.dateOpen,
      access: 'everyone',
      async run(call) {
        const asked = await readPress(call)
        if (!asked) return
        const place = await placeToDate(deps.db, asked, call.now)
        if (!place.ok) return sayNo(call, place.refusal)
        const { scene, person } = place.value
        const others = scene.people.filter((one) => one.id !== person.id)
        const slots = suggestSlots([person, ...others], call.now, scene.program.holidays, SLOTS_IN_FORM)
        await call.open(dateView(call.copy, place.value, slots))
      },
    },
  ],
  submissions: [
    {
      id: VIEW.date,
      access: 'everyone',
      async run(call) {
        const asked = readForm(call)
        if (!asked) return fieldError(call, refuse('form_out_of_date').refusal, 'talk_at')
        const at = form(call.values).instant('talk_at')
        const set = await setDate(deps, { ...asked, at }, call.now)
        if (!set.ok) return fieldError(call, set.refusal, 'talk_at')
        return { update: dateSavedView(call.copy, set.value, set.value.at, set.value.isNew) }
      },
    },
  ],
})

/** Before the kickoff is planned the form is about a cycle without a name yet; setting the date names it. */
const COMING_KICKOFF: PairCycle = { on: '', endsOn: '', number: 0, topicKey: null, isLast: false, checkIn: 1 }

async function placeToDate(db: Db, asked: Asked, now: Date): Promise<Result<Place>> {
  const found = await findPlaceOfPair(db, asked)
  if (!found.ok) return found
  if (found.value.scene.pair.kickoffOn === null) return done({ ...found.value, cycle: COMING_KICKOFF })
  const place = await findPlace(db, asked, now)
  return place.ok && isOver(place.value, now) ? refuse('message_out_of_date') : place
}
