import { BadCall, sendLate } from '../http/answer.ts'
import { moveClock } from '../move.ts'
import { companyOf, iso, setSettings, tellNow, type World } from '../world.ts'
import { after } from '../zone.ts'
import { person, type Endpoint } from './endpoint.ts'
import { instant, type Fields } from './fields.ts'

/** years one move may take */
const LONGEST_YEARS = 30

/** POST /_sandbox/clock */
export const postClock: Endpoint = {
  needsCompany: true,
  async run(world, { body }, response) {
    if (!body.has('to') && !body.has('by') && !body.has('hold'))
      throw new BadCall('Give "to" (an instant), "by" (a duration such as P1M) or "hold".')
    if (body.has('to') && body.has('by')) throw new BadCall('Give "to" or "by", not both.')
    const hold = body.has('hold') ? body.boolean('hold') : null
    const isMove = body.has('to') || body.has('by')
    const until = body.has('until') ? person(world, body.string('until')) : ''
    if (until !== '' && !isMove)
      throw new BadCall('"until" goes with "to" or "by", the end of the move where nothing comes.')
    // Checked before the answer begins; counted anew when it is this move's turn.
    if (isMove) target(world, body)
    if (hold !== null) {
      setSettings(world, { hold })
      world.host.clock.hold(hold)
    }
    await sendLate(response, async () => {
      if (isMove) {
        const { heard, ...moved } = await moveClock(world, () => target(world, body), until)
        return until === '' ? moved : { ...moved, heard }
      }
      return { now: tellNow(world), ticks: 0, sent: 0 }
    })
  },
}

/** @throws BadCall for what lies behind or is no instant or duration */
function target(world: World, body: Fields): number {
  const now = world.host.clock.now()
  const to = body.has('to') ? instant(body.string('to'), 'to') : addTo(now, body.string('by'), companyOf(world).tz)
  if (to < now) throw new BadCall(`The clock shows ${iso(now)} and does not go back.`)
  if (to > after(now, `P${LONGEST_YEARS}Y`, 'UTC'))
    throw new BadCall(`The clock moves at most ${LONGEST_YEARS} years at once.`)
  return to
}

function addTo(now: number, duration: string, tz: string): number {
  try {
    return after(now, duration, tz)
  } catch {
    throw new BadCall('"by" must be an ISO 8601 duration such as P1M or PT30M.')
  }
}
